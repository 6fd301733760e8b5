using System.Collections.Immutable;
using System.Diagnostics;

namespace UserOps.Models.Tags;

/// <summary>Turns a tag into columns of doubles.</summary>
internal static class TagFeatures
{
    internal static IEnumerable<NumberColumn> Of(TagColumn tag, EvaluationContext context)
    {
        Column values = tag.Values;
        int today = ReportingCalendar.Of(context).DayNumberOf(context.AsOf.UtcTicks);
        return values switch
        {
            FlagColumn flags => [Feature(tag.Tag, values, row => flags[row]!.Value ? 1 : 0)],
            QuantityColumn quantities => [Feature(tag.Tag, values, row => (double)quantities[row]!.Value)],
            AmountColumn amounts => [Feature(tag.Tag, values, row => (double)amounts[row]!.Value)],
            NumberColumn numbers => [Feature(tag.Tag, values, row => numbers.Values[row])],
            DateColumn dates => [Feature(tag.Tag, values, row => today - dates.DayNumbers[row])],
            CategoryColumn texts => OneEach(tag.Tag, texts.Values, values, texts.CodeAt),
            SetColumn sets => sets.Values.Select((text, code) => Feature($"{tag.Tag}={text}", values, row => sets.CodesAt(row).BinarySearch(code) >= 0 ? 1 : 0)),
            _ => throw new UnreachableException($"No tag has values of kind {values.Field.Kind}."),
        };
    }

    private static IEnumerable<NumberColumn> OneEach(string tag, ImmutableArray<string> texts, Column values, Func<int, int> codeAt)
        => texts.Select((text, code) => Feature($"{tag}={text}", values, row => codeAt(row) == code ? 1 : 0));

    private static NumberColumn Feature(string name, Column column, Func<int, double> valueAt)
    {
        var values = new double[column.Count];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = column.IsMissing(row) ? 0 : valueAt(row);
        }

        return new(Field.Number(name), values, column.MissingCount == 0 ? null : column.Present.ToArray());
    }
}
