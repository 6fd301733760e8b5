namespace UserOps.Models;

/// <summary>A column of exact decimal quantities, stored as whole numbers of the smallest unit: 12.5 at scale 4 is 125,000.</summary>
public sealed class QuantityColumn : Column
{
    private readonly long[] _units;

    internal QuantityColumn(QuantityField field, long[] units, ulong[]? present)
        : base(field, units.Length, present)
    {
        _units = units;
        Scale = field.Scale;
    }

    /// <summary>Gets the digits after the point.</summary>
    public int Scale { get; }

    /// <summary>Gets whole numbers of the smallest unit, one per row; the slot of a missing row means nothing.</summary>
    public ReadOnlySpan<long> Units => _units;

    /// <summary>Gets the value of a row; null where it is missing.</summary>
    /// <param name="row">0 to <see cref="Column.Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public decimal? this[int row] => IsMissing(row) ? null : DecimalUnits.ToDecimal(_units[row], Scale);
}
