using System.Buffers;
using System.Text;

namespace UserOps.Models.Presentation;

/// <summary>Comma-separated values (RFC 4180), with formulas made harmless as OWASP's page on CSV injection advises.</summary>
internal static class CsvRenderer
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,%");

    internal static string Render(TextTable table, CsvStyle style)
    {
        string lineEnd = style.LineEnd == CsvLineEnd.LineFeed ? "\n" : "\r\n";
        var text = new StringBuilder();
        AppendRecord(text, table.Columns.Select(column => column.Header), style.Formulas, lineEnd);
        foreach (var row in table.Rows)
        {
            AppendRecord(text, row, style.Formulas, lineEnd);
        }
        return text.ToString();
    }

    private static void AppendRecord(StringBuilder text, IEnumerable<string> cells, CsvFormulas formulas, string lineEnd)
    {
        int start = text.Length;
        string separator = "";
        foreach (string cell in cells)
        {
            text.Append(separator);
            AppendCell(text, formulas == CsvFormulas.Neutralize && RunsAsFormula(cell) ? "'" + cell : cell);
            separator = ",";
        }
        // A record of one empty cell would be an empty line, which many readers skip.
        text.Append(text.Length == start ? "\"\"" : "").Append(lineEnd);
    }

    private static void AppendCell(StringBuilder text, string cell)
    {
        if (NeedsQuotes(cell))
        {
            text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            text.Append(cell);
        }
    }

    private static bool NeedsQuotes(string cell)
        => cell.AsSpan().ContainsAny(",\"\r\n") || (cell.Length > 0 && (char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1])));

    private static bool RunsAsFormula(string cell)
        => cell.Length > 0
            && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20'
            && !IsPlainNumber(cell);

    // A sign, digits with commas and points, perhaps a percent sign: nothing in it can call anything.
    private static bool IsPlainNumber(string cell)
        => cell[0] is '+' or '-' && !cell.AsSpan(1).ContainsAnyExcept(NumberCharacters);
}
