namespace UserOps.Models.Presentation;

/// <summary>How a table is written as comma-separated values.</summary>
public sealed record CsvStyle
{
    /// <summary>Gets the style for files that people open: line ends of RFC 4180, formulas made harmless.</summary>
    public static CsvStyle Spreadsheet { get; } = new();

    /// <summary>Gets the style for files that programs read: <c>\n</c>, and every cell exactly as it is.</summary>
    public static CsvStyle Exact { get; } = new() { LineEnd = CsvLineEnd.LineFeed, Formulas = CsvFormulas.Keep };

    /// <summary>Gets what ends a record. Default: <see cref="CsvLineEnd.CarriageReturnLineFeed"/>, as in RFC 4180.</summary>
    public CsvLineEnd LineEnd { get; init; } = CsvLineEnd.CarriageReturnLineFeed;

    /// <summary>Gets what happens to cells a spreadsheet would run. Default: <see cref="CsvFormulas.Neutralize"/>.</summary>
    public CsvFormulas Formulas { get; init; } = CsvFormulas.Neutralize;
}
