namespace UserOps.Models.Presentation;

/// <summary>What happens to a cell that a spreadsheet would take for a formula.</summary>
public enum CsvFormulas
{
    /// <summary>
    /// A cell that starts with <c>= + - @</c> (or their full-width forms, a tab or a line break) gets an apostrophe in
    /// front, unless it is a plain number such as <c>-1,234.5</c> or <c>+3.2%</c>, or a single dash.
    /// </summary>
    /// <remarks>A user may choose the text of a search or a nickname; without this the analyst's spreadsheet would run it.</remarks>
    Neutralize,

    /// <summary>Cells stay as they are; for files that no spreadsheet opens.</summary>
    Keep,
}
