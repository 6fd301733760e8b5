using System.Collections.Immutable;

namespace UserOps.Models.Presentation;

/// <summary>A table of text cells: the one way results become tables.</summary>
/// <remarks>
/// Immutable and shared freely. It holds finished text: numbers are made by <see cref="CellText"/> before they come here,
/// and each renderer protects its own format from what a cell may contain, so data cannot break a layout, open a tag or
/// move a cursor. The same table gives the same characters on every machine: no culture, no console width, no clock.
/// </remarks>
public sealed class TextTable
{
    internal TextTable(string? title, ImmutableArray<TextColumn> columns, ImmutableArray<ImmutableArray<string>> rows)
    {
        Title = title;
        Columns = columns;
        Rows = rows;
    }

    /// <summary>Gets the line above the table; <see langword="null"/> for none.</summary>
    public string? Title { get; }

    /// <summary>Gets the columns, left to right; at least one.</summary>
    public ImmutableArray<TextColumn> Columns { get; }

    /// <summary>Gets the cells, shape [rows][columns]; may hold no row. A cell is never <see langword="null"/>.</summary>
    public ImmutableArray<ImmutableArray<string>> Rows { get; }

    /// <summary>Renders columns of equal width for a terminal or a log.</summary>
    /// <returns>
    /// The title if there is one, the headers, a rule, then a line per row; lines end in <c>\n</c> and carry no blanks at
    /// their end. Widths count terminal cells: a Chinese character takes two. Control characters appear as visible
    /// pictures (<c>␊</c>), so a row is always one line.
    /// </returns>
    public string ToText() => AlignedTextRenderer.Render(this);

    /// <summary>Renders a table of GitHub-flavored Markdown.</summary>
    /// <returns>
    /// The title as a bold paragraph if there is one, then the table; lines end in <c>\n</c>. Characters that mean
    /// something to Markdown or HTML are escaped, a line break in a cell becomes <c>&lt;br&gt;</c>.
    /// </returns>
    public string ToMarkdown() => MarkdownRenderer.Render(this);

    /// <summary>Renders comma-separated values as RFC 4180 describes them.</summary>
    /// <param name="style">Line ends and the treatment of formulas; <see langword="null"/> for <see cref="CsvStyle.Spreadsheet"/>.</param>
    /// <returns>
    /// The headers, then a record per row, each with a line end; the title has no place in the format and is left out.
    /// Cells with a comma, a quote, a line break or blanks at an end are quoted. Chinese text opened in Excel needs the
    /// file to be written as UTF-8 with a byte-order mark; that is the writer's encoding, not part of this text.
    /// </returns>
    public string ToCsv(CsvStyle? style = null) => CsvRenderer.Render(this, style ?? CsvStyle.Spreadsheet);

    /// <summary>Renders a fragment of HTML.</summary>
    /// <returns>
    /// One <c>table</c> element with <c>caption</c> (if there is a title), <c>thead</c> with <c>th scope="col"</c>, and
    /// <c>tbody</c>; cells carry the class <c>align-left</c>, <c>align-right</c> or <c>align-center</c>. All text is escaped.
    /// </returns>
    public string ToHtml() => HtmlRenderer.Render(this);

    /// <summary>Gives the aligned text.</summary>
    /// <returns>The same as <see cref="ToText"/>.</returns>
    public override string ToString() => ToText();
}
