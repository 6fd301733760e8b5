namespace UserOps.Models.Presentation;

/// <summary>One column of a <see cref="TextTable"/>: what stands above it and where its cells stand in it.</summary>
public sealed record TextColumn
{
    /// <summary>Names a column.</summary>
    /// <param name="header">The text above the column; may be empty, never <see langword="null"/>.</param>
    /// <param name="alignment">Where header and cells stand.</param>
    /// <exception cref="ArgumentNullException"><paramref name="header"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alignment"/> is no member of the enumeration.</exception>
    public TextColumn(string header, TextAlignment alignment = TextAlignment.Left)
    {
        ArgumentNullException.ThrowIfNull(header);
        if (!Enum.IsDefined(alignment))
        {
            throw new ArgumentOutOfRangeException(nameof(alignment), alignment, "An alignment is left, right or center.");
        }
        Header = header;
        Alignment = alignment;
    }

    /// <summary>Gets the text above the column; may be empty.</summary>
    public string Header { get; }

    /// <summary>Gets where header and cells stand.</summary>
    public TextAlignment Alignment { get; }

    /// <summary>Makes a column of words.</summary>
    /// <param name="header">The text above the column.</param>
    /// <returns>The column, aligned left.</returns>
    public static TextColumn Left(string header) => new(header, TextAlignment.Left);

    /// <summary>Makes a column of numbers.</summary>
    /// <param name="header">The text above the column.</param>
    /// <returns>The column, aligned right.</returns>
    public static TextColumn Right(string header) => new(header, TextAlignment.Right);

    /// <summary>Makes a column of marks.</summary>
    /// <param name="header">The text above the column.</param>
    /// <returns>The column, centered.</returns>
    public static TextColumn Center(string header) => new(header, TextAlignment.Center);
}
