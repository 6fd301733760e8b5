namespace UserOps.Models;

/// <summary>A column of true and false.</summary>
public sealed class FlagColumn : Column
{
    private readonly ulong[] _bits;

    internal FlagColumn(Field field, int count, ulong[] bits, ulong[]? present)
        : base(field, count, present)
        => _bits = bits;

    /// <summary>Gets one bit per row, 64 rows a word, lowest bit first: set where true; clear where false or missing.</summary>
    public ReadOnlySpan<ulong> Bits => _bits;

    /// <summary>Gets the value of a row; null where it is missing.</summary>
    /// <param name="row">0 to <see cref="Column.Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public bool? this[int row] => IsMissing(row) ? null : (_bits[row >> 6] >> (row & 63) & 1) != 0;
}
