namespace UserOps.Models;

/// <summary>A column of measured numbers.</summary>
public sealed class NumberColumn : Column
{
    private readonly double[] _values;

    internal NumberColumn(Field field, double[] values, ulong[]? present)
        : base(field, values.Length, present)
        => _values = values;

    /// <summary>Gets the numbers, one per row; the slot of a missing row means nothing.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Gets the value of a row; null where it is missing.</summary>
    /// <param name="row">0 to <see cref="Column.Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public double? this[int row] => IsMissing(row) ? null : _values[row];
}
