namespace UserOps.Models;

/// <summary>Bits computed from a column, block by block. What they say of a missing row means nothing; the program masks it.</summary>
internal abstract class ScannedBits : RowBits
{
    /// <summary>Computes the bits of some rows.</summary>
    /// <param name="firstRow">A multiple of 64.</param>
    /// <param name="rows">How many.</param>
    /// <param name="words">Shape [ceil(rows / 64)]; every word is overwritten, bits after the last row are clear.</param>
    internal abstract void Scan(int firstRow, int rows, Span<ulong> words);
}

/// <summary>Gives the values of a column; a class cannot hold a span.</summary>
internal delegate ReadOnlySpan<T> ColumnValues<T>();
