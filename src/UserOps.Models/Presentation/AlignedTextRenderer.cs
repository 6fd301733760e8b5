using System.Text;

namespace UserOps.Models.Presentation;

/// <summary>Columns of equal width, separated by blanks.</summary>
internal static class AlignedTextRenderer
{
    private const string Gap = "  ";

    internal static string Render(TextTable table)
    {
        string[][] lines = ColumnWidths.Finish(table, VisibleText.OneLine);
        int[] widths = ColumnWidths.Measure(lines, minimum: 1);
        var text = new StringBuilder();
        if (table.Title is not null)
        {
            text.Append(VisibleText.OneLine(table.Title)).Append('\n');
        }
        AppendLine(text, lines[0], widths, table);
        // Hyphens, not box drawing: those are of ambiguous width, and a table must line up in every terminal.
        AppendLine(text, [.. widths.Select(width => new string('-', width))], widths, table);
        foreach (string[] line in lines.AsSpan(1))
        {
            AppendLine(text, line, widths, table);
        }
        return text.ToString();
    }

    private static void AppendLine(StringBuilder text, string[] cells, int[] widths, TextTable table)
    {
        for (int column = 0; column < cells.Length; column++)
        {
            text.Append(column == 0 ? "" : Gap);
            ColumnWidths.AppendPadded(text, cells[column], widths[column], table.Columns[column].Alignment);
        }
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }
        text.Append('\n');
    }
}
