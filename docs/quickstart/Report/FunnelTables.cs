using System.Globalization;
using UserOps.Models.Funnels;
using UserOps.Models.Presentation;

namespace UserOps.Quickstart.Report;

/// <summary>How far users got, and by which value of the breakdown.</summary>
internal static class FunnelTables
{
    private const int DaysShown = 14;

    internal static TextTable Steps(FunnelResult funnel)
    {
        var summary = funnel.Summary;
        var times = funnel.Definition.Detail == FunnelDetail.Chains ? funnel.Times.Steps : [];
        var table = new TextTableBuilder(
            [TextColumn.Left("step"), TextColumn.Right("entered"), TextColumn.Right("completed"), TextColumn.Right("lost"),
            TextColumn.Right("conversion"), TextColumn.Right("95% interval"), TextColumn.Right("of first"),
            .. times.Take(1).Select(_ => TextColumn.Right("median time")), .. summary.Totals.Take(1).Select(_ => TextColumn.Right("tries"))]);
        for (int i = 0; i < summary.Steps.Length; i++)
        {
            var step = summary.Steps[i];
            table.AddRow(
                [$"{i + 1} {step.Name}", CellText.Count(step.Entered), CellText.Count(step.Completed), CellText.Count(step.Lost),
                i == 0 ? CellText.Missing : CellText.Percent(step.Conversion.Value), Cells.Interval(i == 0 ? null : step.Conversion), CellText.Percent(step.Overall.Value),
                .. times.Skip(i).Take(1).Select(time => CellText.Duration(time.Median.Value)), .. summary.Totals.Skip(i).Take(1).Select(tries => CellText.Count(tries))]);
        }
        return table.Build();
    }

    internal static TextTable Histogram(FunnelHistogramResult histogram)
    {
        var table = new TextTableBuilder(TextColumn.Right("time from"), TextColumn.Right("chains"));
        foreach (var bin in histogram.Bins)
        {
            table.AddRow(CellText.Duration(bin.From), CellText.Count(bin.Count));
        }
        return table.Build();
    }

    /// <summary>Shows the last days of a trend: of a year's, the days one would look at first.</summary>
    internal static TextTable Trend(FunnelSummary summary)
    {
        var table = new TextTableBuilder(TextColumn.Left("entered on"), TextColumn.Right("entered"), TextColumn.Right("converted"), TextColumn.Right("conversion"), TextColumn.Left("window"));
        foreach (var day in summary.Trend.TakeLast(DaysShown))
        {
            table.AddRow(day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellText.Count(day.Entered), CellText.Count(day.Converted), CellText.Percent(day.Conversion.Value), day.IsComplete ? "over" : "still open");
        }
        return table.Build();
    }

    /// <summary>Says which days of the trend <see cref="Trend"/> shows.</summary>
    internal static string TrendShown(FunnelSummary summary)
        => summary.Trend.Length <= DaysShown
            ? $"The trend by day of entry, {Cells.Count(summary.Trend.Length, "day")}:"
            : $"The trend by day of entry, the last {DaysShown} of {CellText.Count(summary.Trend.Length)} days; all are in --json:";

    internal static TextTable ByValue(FunnelSummary summary, string property)
    {
        var table = new TextTableBuilder(
            [TextColumn.Left(property), .. summary.Steps.Select((_, step) => TextColumn.Right($"step {step + 1}")), TextColumn.Right("first to last")]);
        foreach (var row in Cells.Largest(summary.Breakdown, row => row.Counts[0]))
        {
            double? overall = row.Counts[0] == 0 ? null : (double)row.Counts[^1] / row.Counts[0];
            table.AddRow([row.Value, .. row.Counts.Select(count => CellText.Count(count)), CellText.Percent(overall)]);
        }
        return table.Build();
    }
}
