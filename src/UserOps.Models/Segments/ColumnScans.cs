using System.Numerics;

namespace UserOps.Models;

/// <summary>Values from low to high, both included.</summary>
internal sealed class RangeScan<T>(ColumnValues<T> values, T low, T high, int cost) : ScannedBits
    where T : struct, INumber<T>
{
    internal override int Cost => cost;

    internal override void Scan(int firstRow, int rows, Span<ulong> words)
        => RowKernels.InRange(values().Slice(firstRow, rows), low, high, words);
}

/// <summary>Values that lie in a sorted list; it is not empty.</summary>
internal sealed class ListScan<T>(ColumnValues<T> values, T[] sorted, int cost) : ScannedBits
    where T : struct, INumber<T>
{
    /// <summary>Up to here one vector pass per value is faster than a search per row; the block stays in the second cache.</summary>
    private const int FewValues = 8;

    internal override int Cost => cost * Math.Min(sorted.Length, FewValues);

    internal override void Scan(int firstRow, int rows, Span<ulong> words)
    {
        ReadOnlySpan<T> block = values().Slice(firstRow, rows);
        if (sorted.Length <= FewValues)
        {
            CompareWithEach(block, words);
        }
        else
        {
            Search(block, words);
        }
    }

    private void CompareWithEach(ReadOnlySpan<T> block, Span<ulong> words)
    {
        RowKernels.InRange(block, sorted[0], sorted[0], words);
        Span<ulong> more = stackalloc ulong[SegmentDefaults.BlockWords];
        foreach (T value in sorted.AsSpan(1))
        {
            RowKernels.InRange(block, value, value, more[..words.Length]);
            BitKernels.Apply<OrOperation>(words, more[..words.Length], words);
        }
    }

    private void Search(ReadOnlySpan<T> block, Span<ulong> words)
    {
        words.Clear();
        for (int row = 0; row < block.Length; row++)
        {
            words[row >> 6] |= RowKernels.Bit(Array.BinarySearch(sorted, block[row]) >= 0) << row;
        }
    }
}

/// <summary>Codes of at most 256 texts that lie in a set.</summary>
internal sealed class NarrowCodeScan(CategoryColumn column, ulong[] set) : ScannedBits
{
    internal override int Cost => 2;

    internal override void Scan(int firstRow, int rows, Span<ulong> words)
        => RowKernels.InSet(column.NarrowCodes.Slice(firstRow, rows), set, words);
}

/// <summary>Codes of more than 256 texts that lie in a set.</summary>
internal sealed class WideCodeScan<T>(ColumnValues<T> codes, ulong[] set) : ScannedBits
    where T : struct, IBinaryInteger<T>
{
    internal override int Cost => 16;

    internal override void Scan(int firstRow, int rows, Span<ulong> words)
        => RowKernels.InSetScalar(codes().Slice(firstRow, rows), set, words);
}

/// <summary>Left values that are less than right values, or equal to them.</summary>
internal sealed class PairScan<T>(ColumnValues<T> left, ColumnValues<T> right, bool equal, int cost) : ScannedBits
    where T : struct, INumber<T>
{
    internal override int Cost => 2 * cost;

    internal override void Scan(int firstRow, int rows, Span<ulong> words)
    {
        ReadOnlySpan<T> one = left().Slice(firstRow, rows);
        ReadOnlySpan<T> other = right().Slice(firstRow, rows);
        if (equal)
        {
            RowKernels.Compare<Same, T>(one, other, words);
        }
        else
        {
            RowKernels.Compare<Less, T>(one, other, words);
        }
    }
}

/// <summary>Units of two scales against each other; widened to 128 bits, so exact.</summary>
internal sealed class ScaledPairScan(ColumnValues<long> left, long leftFactor, ColumnValues<long> right, long rightFactor, bool equal) : ScannedBits
{
    internal override int Cost => 40;

    internal override void Scan(int firstRow, int rows, Span<ulong> words)
    {
        words.Clear();
        ReadOnlySpan<long> one = left().Slice(firstRow, rows);
        ReadOnlySpan<long> other = right().Slice(firstRow, rows);
        for (int row = 0; row < one.Length; row++)
        {
            int order = ((Int128)one[row] * leftFactor).CompareTo((Int128)other[row] * rightFactor);
            words[row >> 6] |= RowKernels.Bit(equal ? order == 0 : order < 0) << row;
        }
    }
}

/// <summary>Sets that hold at least so many of some wanted texts.</summary>
internal sealed class SetScan(SetColumn column, ulong[] wanted, int atLeast) : ScannedBits
{
    internal override int Cost => 60;

    internal override void Scan(int firstRow, int rows, Span<ulong> words)
    {
        words.Clear();
        for (int row = 0; row < rows; row++)
        {
            int held = 0;
            foreach (int code in column.CodesAt(firstRow + row))
            {
                held += (int)(wanted[code >> 6] >> code & 1);
            }

            words[row >> 6] |= RowKernels.Bit(held >= atLeast) << row;
        }
    }
}
