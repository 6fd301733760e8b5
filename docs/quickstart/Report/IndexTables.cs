using UserOps.Models;
using UserOps.Models.Portraits;
using UserOps.Models.Presentation;

namespace UserOps.Quickstart.Report;

/// <summary>What an audience has more often than everybody has (TGI).</summary>
internal static class IndexTables
{
    internal static TextTable Of(IEnumerable<TargetGroupTable> tables)
    {
        var table = new TextTableBuilder(
            TextColumn.Left("field"), TextColumn.Left("value"), TextColumn.Right("audience"), TextColumn.Right("share"), TextColumn.Right("everybody"),
            TextColumn.Right("share"), TextColumn.Right("TGI"), TextColumn.Right("95% interval"), TextColumn.Left(""));
        foreach (var field in tables)
        {
            foreach (var (place, row) in field.Indices.Index())
            {
                var counts = row.Result.Counts;
                table.AddRow(
                    place == 0 ? field.Field : "", row.Value ?? "(missing)", CellText.Count(counts.TargetWith), CellText.Percent(counts.TargetShare.Value),
                    CellText.Count(counts.BaseWith), CellText.Percent(counts.BaseShare.Value), CellText.Number(row.Result.Index.Value, 0),
                    row.Result.Interval.Value is Interval interval ? $"{CellText.Number(interval.Low, 0)} - {CellText.Number(interval.High, 0)}" : CellText.Missing,
                    row.Result.IsSmall ? "few users" : "");
            }
        }
        return table.Build();
    }
}
