namespace UserOps.Models;

/// <summary>The values of one field, one per row of a table; immutable.</summary>
/// <remarks>
/// Every column knows which rows are missing. The slot of a missing row holds zero bits and means nothing: ask
/// <see cref="IsMissing"/> first, or use the indexer, which gives null.
/// </remarks>
public abstract class Column
{
    private readonly ulong[]? _present;

    private protected Column(Field field, int count, ulong[]? present)
    {
        Field = field;
        Count = count;
        _present = present;
        MissingCount = present is null ? 0 : count - (int)BitKernels.Count(present);
    }

    /// <summary>Gets the handle of the column: name, kind, unit, scale.</summary>
    public Field Field { get; }

    /// <summary>Gets the rows of the table; missing ones included.</summary>
    public int Count { get; }

    /// <summary>Gets how many rows have no value.</summary>
    public int MissingCount { get; }

    /// <summary>Gets one bit per row, 64 rows a word, lowest bit first: set where a value is present; empty when no row is missing.</summary>
    internal ReadOnlySpan<ulong> Present => _present;

    /// <summary>Says whether a row has no value.</summary>
    /// <param name="row">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public bool IsMissing(int row)
    {
        RequireRow(row);
        return _present is not null && (_present[row >> 6] >> (row & 63) & 1) == 0;
    }

    private protected void RequireRow(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
    }
}
