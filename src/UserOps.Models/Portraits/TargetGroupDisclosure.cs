using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>What of a table of indices may be shown: three counts a row - target, base, and the rest of the base, which follows from them.</summary>
internal static class TargetGroupDisclosure
{
    private const int Kinds = 3;

    internal static DisclosedTargetGroupTable Apply(TargetGroupTable table, long minimum)
    {
        TargetGroupCount[] values = [.. table.Rows.OrderBy(row => row.Value, StringComparer.Ordinal)];
        int known = values.Length, missing = known + 1, all = known + 2;
        (long Target, long Base)[] rows =
        [
            .. values.Select(row => (row.Target, row.Base)),
            (table.TargetUsers - table.TargetMissing, table.BaseUsers - table.BaseMissing),
            (table.TargetMissing, table.BaseMissing),
            (table.TargetUsers, table.BaseUsers),
        ];
        long[] counts = [.. rows.SelectMany(row => new[] { row.Target, row.Base - row.Target, row.Base })];
        DisclosedCount[] shown = DisclosureControl.Shown(counts, Suppression.Of(counts, LinesOf(known, table.IsMultiValued), minimum));

        ImmutableArray<TargetGroupRow> indices = table.Indices;
        IEnumerable<DisclosedTargetGroupRow> disclosed = values.Select((row, i) => RowOf(row.Value, i, known));
        return new(
            table.Field,
            shown[Kinds * all],
            shown[Kinds * all + 2],
            [.. table.BaseMissing == 0 ? disclosed : disclosed.Append(RowOf(null, missing, all))]);

        DisclosedTargetGroupRow RowOf(string? value, int row, int total)
        {
            bool isShown = !IsHidden(row) && !IsHidden(total);
            return new(value, shown[Kinds * row], shown[Kinds * row + 2], isShown ? indices.First(one => one.Value == value).Result : null);
        }

        bool IsHidden(int row) => shown[Kinds * row].IsHidden || shown[Kinds * row + 2].IsHidden;
    }

    private static ImmutableArray<SumLine> LinesOf(int values, bool isMultiValued)
    {
        int known = values, missing = values + 1, all = values + 2;
        var lines = ImmutableArray.CreateBuilder<SumLine>();
        for (int row = 0; row <= all; row++)
        {
            lines.Add(new([Kinds * row, Kinds * row + 1], Kinds * row + 2));
        }

        for (int kind = 0; kind < Kinds; kind++)
        {
            int offset = kind;
            lines.Add(new([Kinds * known + offset, Kinds * missing + offset], Kinds * all + offset));
            if (!isMultiValued)
            {
                lines.Add(new([.. Enumerable.Range(0, values).Select(row => Kinds * row + offset)], Kinds * known + offset));
            }
        }

        return lines.DrainToImmutable();
    }
}
