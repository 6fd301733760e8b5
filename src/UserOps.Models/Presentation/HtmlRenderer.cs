using System.Text;

namespace UserOps.Models.Presentation;

/// <summary>One HTML table element.</summary>
internal static class HtmlRenderer
{
    internal static string Render(TextTable table)
    {
        var html = new StringBuilder("<table>\n");
        if (table.Title is not null)
        {
            html.Append("  <caption>").Append(Escape(table.Title)).Append("</caption>\n");
        }
        html.Append("  <thead>\n    <tr>");
        foreach (TextColumn column in table.Columns)
        {
            html.Append("<th scope=\"col\" class=\"").Append(Class(column)).Append("\">").Append(Escape(column.Header)).Append("</th>");
        }
        html.Append("</tr>\n  </thead>\n  <tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("    <tr>");
            for (int column = 0; column < row.Length; column++)
            {
                html.Append("<td class=\"").Append(Class(table.Columns[column])).Append("\">").Append(Escape(row[column])).Append("</td>");
            }
            html.Append("</tr>\n");
        }
        return html.Append("  </tbody>\n</table>\n").ToString();
    }

    private static string Class(TextColumn column) => column.Alignment switch
    {
        TextAlignment.Left => "align-left",
        TextAlignment.Right => "align-right",
        _ => "align-center",
    };

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (Rune rune in LineBreaks.Normalize(text).EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                '\n' => escaped.Append("<br>"),
                _ => escaped.Append(VisibleText.Show(rune)),
            };
        }
        return escaped.ToString();
    }
}
