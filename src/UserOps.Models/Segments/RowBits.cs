namespace UserOps.Models;

/// <summary>One bit per row, 64 rows a word, lowest bit first. Bits after the last row mean nothing until a program clears them.</summary>
internal abstract class RowBits
{
    /// <summary>Gets roughly the bytes read per row; what is cheap goes first, because it may spare what is not.</summary>
    internal abstract int Cost { get; }
}
