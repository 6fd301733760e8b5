namespace UserOps.Models;

/// <summary>The sums of one property, one per row of a behavior summary; exact.</summary>
public sealed class BehaviorSums
{
    private readonly Int128[] _units;
    private readonly long[] _missing;

    internal BehaviorSums(Field field, Int128[] units, long[] missing)
    {
        Field = field;
        _units = units;
        _missing = missing;
        Scale = DecimalUnits.ScaleOf(field);
    }

    /// <summary>Gets the property.</summary>
    public Field Field { get; }

    /// <summary>Gets the digits after the point.</summary>
    public int Scale { get; }

    /// <summary>Gets the sums as whole numbers of the smallest unit; events without a value are left out. 128 bits, because 2^31 amounts of 2^63 fit.</summary>
    public ReadOnlySpan<Int128> Units => _units;

    /// <summary>Gets how many events of each row have no value.</summary>
    public ReadOnlySpan<long> MissingCounts => _missing;

    /// <summary>Gets the sum of a row; 0 where no event has a value.</summary>
    /// <param name="row">0 to the number of rows - 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public decimal this[int row] => DecimalUnits.ToDecimal(_units[row], Scale);
}
