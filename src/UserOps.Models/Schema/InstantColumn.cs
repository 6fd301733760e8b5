namespace UserOps.Models;

/// <summary>A column of instants.</summary>
public sealed class InstantColumn : Column
{
    private readonly long[] _values;

    internal InstantColumn(Field field, long[] values, ulong[]? present)
        : base(field, values.Length, present)
        => _values = values;

    /// <summary>Gets UTC ticks, one per row; the slot of a missing row means nothing.</summary>
    public ReadOnlySpan<long> UtcTicks => _values;

    /// <summary>Gets the value of a row; null where it is missing.</summary>
    /// <param name="row">0 to <see cref="Column.Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public DateTimeOffset? this[int row] => IsMissing(row) ? null : new DateTimeOffset(_values[row], TimeSpan.Zero);
}
