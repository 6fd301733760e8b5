namespace UserOps.Models.Presentation;

/// <summary>What ends a record of comma-separated values.</summary>
public enum CsvLineEnd
{
    /// <summary><c>\r\n</c>, as RFC 4180 says.</summary>
    CarriageReturnLineFeed,

    /// <summary><c>\n</c>, as most programs outside of Windows write it.</summary>
    LineFeed,
}
