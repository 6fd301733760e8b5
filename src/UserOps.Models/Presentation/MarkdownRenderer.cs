using System.Text;

namespace UserOps.Models.Presentation;

/// <summary>Tables of GitHub-flavored Markdown (github.github.com/gfm, section 4.10), padded so that the source reads well too.</summary>
internal static class MarkdownRenderer
{
    internal static string Render(TextTable table)
    {
        string[][] lines = ColumnWidths.Finish(table, Escape);
        int[] widths = ColumnWidths.Measure(lines, minimum: 3);
        var text = new StringBuilder();
        if (table.Title is not null)
        {
            text.Append("**").Append(Escape(table.Title).Trim()).Append("**\n\n");
        }
        AppendLine(text, lines[0], widths, table);
        AppendLine(text, [.. table.Columns.Select((column, i) => Rule(column.Alignment, widths[i]))], widths, table);
        foreach (string[] line in lines.AsSpan(1))
        {
            AppendLine(text, line, widths, table);
        }
        return text.ToString();
    }

    private static void AppendLine(StringBuilder text, string[] cells, int[] widths, TextTable table)
    {
        text.Append('|');
        for (int column = 0; column < cells.Length; column++)
        {
            text.Append(' ');
            ColumnWidths.AppendPadded(text, cells[column], widths[column], table.Columns[column].Alignment);
            text.Append(" |");
        }
        text.Append('\n');
    }

    private static string Rule(TextAlignment alignment, int width) => alignment switch
    {
        TextAlignment.Left => ":" + new string('-', width - 1),
        TextAlignment.Right => new string('-', width - 1) + ":",
        _ => ":" + new string('-', width - 2) + ":",
    };

    private static string Escape(string text)
    {
        text = LineBreaks.Normalize(text);
        var escaped = new StringBuilder(text.Length);
        Rune before = default;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                escaped.Append("<br>");
            }
            else
            {
                escaped.Append(IsActive(rune, before) ? "\\" : "").Append(VisibleText.Show(rune));
            }
            before = rune;
        }
        return escaped.ToString();
    }

    // An underscore inside a word (bind_card) emphasizes nothing; escaped, every event name would be ugly.
    private static bool IsActive(Rune rune, Rune before)
        => rune.Value is '\\' or '`' or '*' or '[' or ']' or '<' or '>' or '|' or '&' or '~' or '$'
            || (rune.Value == '_' && !Rune.IsLetterOrDigit(before));
}
