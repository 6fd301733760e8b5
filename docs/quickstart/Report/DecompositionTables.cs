using System.Globalization;
using UserOps.Models.Activity;
using UserOps.Models.Presentation;

namespace UserOps.Quickstart.Report;

/// <summary>What the active users of each week are made of.</summary>
internal static class DecompositionTables
{
    private const int WeeksShown = 14;

    /// <summary>Shows the last weeks.</summary>
    internal static TextTable Weeks(ActivityDecompositionSummary summary)
    {
        var table = new TextTableBuilder(
            TextColumn.Left("week of"), TextColumn.Right("active"), TextColumn.Left(""), TextColumn.Right("new"), TextColumn.Left(""), TextColumn.Right("returning"), TextColumn.Left(""),
            TextColumn.Right("resurrected"), TextColumn.Right("went dormant"), TextColumn.Right("quick ratio"), TextColumn.Left(""));
        foreach (var (place, week) in summary.Periods.Index().TakeLast(WeeksShown))
        {
            table.AddRow(
                week.Period.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellText.Count(week.Active), "=", CellText.Count(week.New), "+", CellText.Count(week.Returning), "+",
                CellText.Count(week.Resurrected), CellText.Count(week.WentDormant), CellText.Number(week.QuickRatio.Value), Mark(isFirst: place == 0, week.Period.IsComplete));
        }
        return table.Build();
    }

    /// <summary>Says how many weeks are not shown; null for none.</summary>
    internal static string? LeftOut(ActivityDecompositionSummary summary)
        => summary.Periods.Length <= WeeksShown ? null : $"The last {WeeksShown} of {CellText.Count(summary.Periods.Length)} weeks are shown; all are in --json.";

    // Of the first week nobody knows who was active before it, of one that is not over who will still come.
    private static string Mark(bool isFirst, bool isComplete)
        => string.Join(", ", new[] { isFirst ? "the data begin" : "", isComplete ? "" : "not over, some may still come" }.Where(mark => mark.Length > 0));
}
