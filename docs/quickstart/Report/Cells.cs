using UserOps.Models;
using UserOps.Models.Presentation;

namespace UserOps.Quickstart.Report;

/// <summary>Cells that several tables share.</summary>
internal static class Cells
{
    private const int RowsShown = 20;

    /// <summary>Writes a count with what is counted: <c>1 user</c>, <c>2 users</c>.</summary>
    internal static string Count(long count, string one) => $"{CellText.Count(count)} {one}{(count == 1 ? "" : "s")}";

    /// <summary>Leaves out the smaller rows of a long table; a short one stays as it is.</summary>
    internal static IEnumerable<TRow> Largest<TRow>(IReadOnlyCollection<TRow> rows, Func<TRow, long> size)
        => rows.Count <= RowsShown ? rows : rows.OrderByDescending(size).Take(RowsShown);

    /// <summary>Says how many rows <see cref="Largest"/> left out; null for none.</summary>
    internal static string? LeftOut(int rows)
        => rows <= RowsShown ? null : $"The largest {RowsShown} are shown, {CellText.Count(rows - RowsShown)} more are in --json.";

    internal static string Share(Ratio ratio)
        => $"{CellText.Count(ratio.Numerator)} of {CellText.Count(ratio.Denominator)} = {CellText.Percent(ratio.Value)}";

    internal static string Interval(Ratio? ratio)
        => ratio?.Wilson() is Interval interval ? $"{CellText.Percent(interval.Low)} - {CellText.Percent(interval.High)}" : CellText.Missing;
}
