using UserOps.Models;
using UserOps.Models.Presentation;

namespace UserOps.Quickstart.Report;

/// <summary>What was read, and what became of it.</summary>
internal static class IngestReportTables
{
    private const int RowsShown = 3;

    internal static TextTable Counts(IngestReport report)
        => new TextTableBuilder(TextColumn.Left("table"), TextColumn.Right("read"), TextColumn.Left(""), TextColumn.Right("accepted"), TextColumn.Left(""), TextColumn.Right("rejected"), TextColumn.Left(""), TextColumn.Right("duplicates"))
            .AddRow(Row("users", report.Users))
            .AddRow(Row("events", report.Events))
            .AddRow(Row("contents", report.Contents))
            .AddRow("all", CellText.Count(report.RowsRead), "=", CellText.Count(report.Accepted), "+", CellText.Count(report.Rejected), "+", CellText.Count(report.Duplicates))
            .Build();

    /// <summary>Says what was the matter, each kind of trouble in one line with its first rows.</summary>
    internal static IEnumerable<string> Issues(IngestReport report, IngestEffect? effect = null)
        => report.Issues.Where(issue => effect is null || issue.Effect == effect).Select(issue
            => $"{issue.Table}, {Cells.Count(issue.Count, "row")}: {issue.Message} For example {string.Join(", ", issue.Rows.Take(RowsShown).Select(Place))}.");

    private static string[] Row(string table, IngestCounts counts)
        => [table, CellText.Count(counts.RowsRead), "=", CellText.Count(counts.Accepted), "+", CellText.Count(counts.Rejected), "+", CellText.Count(counts.Duplicates)];

    private static string Place(IngestRow row)
        => row.Value is null ? $"row {CellText.Count(row.Row + 1)} {row.Column}" : $"row {CellText.Count(row.Row + 1)} {row.Column} '{row.Value}'";
}
