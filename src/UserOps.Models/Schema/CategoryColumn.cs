using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>A column of few texts: a code per row and a list of texts.</summary>
public sealed class CategoryColumn : Column
{
    private readonly byte[]? _narrow;
    private readonly ushort[]? _medium;
    private readonly int[]? _wide;

    internal CategoryColumn(Field field, CategoryCodes codes, ImmutableArray<string> values, ulong[]? present)
        : base(field, codes.Count, present)
    {
        _narrow = codes.Narrow;
        _medium = codes.Medium;
        _wide = codes.Wide;
        Values = values;
    }

    /// <summary>Gets the distinct texts in the order of first sight; the code of a row is an index into it.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>Gets the codes when there are at most 256 distinct texts; else empty.</summary>
    internal ReadOnlySpan<byte> NarrowCodes => _narrow;

    /// <summary>Gets the codes when there are 257 to 65,536 distinct texts; else empty.</summary>
    internal ReadOnlySpan<ushort> MediumCodes => _medium;

    /// <summary>Gets the codes when there are more than 65,536 distinct texts; else empty.</summary>
    internal ReadOnlySpan<int> WideCodes => _wide;

    /// <summary>Gets the text of a row; null where it is missing.</summary>
    /// <param name="row">0 to <see cref="Column.Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public string? this[int row] => IsMissing(row) ? null : Values[CodeUnchecked(row)];

    /// <summary>Gets the code of a row, an index into <see cref="Values"/>; -1 where it is missing.</summary>
    /// <param name="row">0 to <see cref="Column.Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public int CodeAt(int row) => IsMissing(row) ? -1 : CodeUnchecked(row);

    private int CodeUnchecked(int row) => _narrow is not null ? _narrow[row] : _medium is not null ? _medium[row] : _wide![row];
}
