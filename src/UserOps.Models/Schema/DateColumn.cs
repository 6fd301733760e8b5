namespace UserOps.Models;

/// <summary>A column of calendar dates.</summary>
public sealed class DateColumn : Column
{
    private readonly int[] _values;

    internal DateColumn(Field field, int[] values, ulong[]? present)
        : base(field, values.Length, present)
        => _values = values;

    /// <summary>Gets day numbers (days since 0001-01-01, as <see cref="DateOnly.DayNumber"/>), one per row; the slot of a missing row means nothing.</summary>
    public ReadOnlySpan<int> DayNumbers => _values;

    /// <summary>Gets the value of a row; null where it is missing.</summary>
    /// <param name="row">0 to <see cref="Column.Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public DateOnly? this[int row] => IsMissing(row) ? null : DateOnly.FromDayNumber(_values[row]);
}
