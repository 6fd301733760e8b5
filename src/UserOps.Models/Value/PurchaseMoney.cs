namespace UserOps.Models.Value;

/// <summary>Means of money that was added up exactly: the division comes last.</summary>
internal static class PurchaseMoney
{
    private const long ExactInDouble = 1L << 53;

    /// <summary>Gets the double nearest to a mean.</summary>
    /// <param name="units">The sum, in the smallest unit.</param>
    /// <param name="count">How many; above 0.</param>
    /// <param name="scale">Digits of the unit after the point.</param>
    internal static double Mean(Int128 units, int count, int scale)
    {
        // Both exact, so one division rounds once; a decimal division is fifty times slower.
        long divisor = DecimalUnits.PowerOfTen(scale) * count;
        return units < ExactInDouble && units > -ExactInDouble && divisor < ExactInDouble && divisor > 0
            ? (double)(long)units / divisor
            : (double)(DecimalUnits.ToDecimal(units, scale) / count);
    }

    /// <summary>Gets a mean; no value of nothing.</summary>
    internal static Measure<decimal> ExactMean(Int128 units, int count, int scale)
        => count == 0 ? UndefinedReason.EmptyPopulation : DecimalUnits.ToDecimal(units, scale) / count;
}
