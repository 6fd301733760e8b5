namespace UserOps.Models;

/// <summary>Between a decimal and a whole number of its smallest unit at a given scale; exact or refused, never rounded.</summary>
internal static class DecimalUnits
{
    private static readonly decimal[] PowersOfTen =
        [1m, 10m, 100m, 1_000m, 10_000m, 100_000m, 1_000_000m, 10_000_000m, 100_000_000m, 1_000_000_000m, 10_000_000_000m, 100_000_000_000m, 1_000_000_000_000m];

    internal enum Fault
    {
        None,
        TooManyDigits,
        OutOfRange,
    }

    /// <summary>Gets how many units of a scale make one of a scale with so many digits less.</summary>
    /// <param name="digits">0 to <see cref="SchemaDefaults.MaximumScale"/>.</param>
    internal static long PowerOfTen(int digits) => (long)PowersOfTen[digits];

    internal static decimal ToDecimal(long units, int scale) => units / PowersOfTen[scale];

    /// <summary>Converts a sum; 2^31 values of 2^63 are below 2^94, which a decimal holds.</summary>
    internal static decimal ToDecimal(Int128 units, int scale) => (decimal)units / PowersOfTen[scale];

    /// <summary>Gets the digits after the point of an amount or a quantity.</summary>
    internal static int ScaleOf(Field field) => field is AmountField amount ? amount.Scale : ((QuantityField)field).Scale;

    /// <summary>Converts a sum; what a decimal can hold and has no more digits than the scale.</summary>
    internal static Fault TryToSumUnits(decimal value, int scale, out Int128 units)
    {
        units = 0;
        if (Math.Abs(value) > decimal.MaxValue / PowersOfTen[scale])
        {
            return Fault.OutOfRange;
        }

        decimal scaled = value * PowersOfTen[scale];
        if (scaled != decimal.Truncate(scaled))
        {
            return Fault.TooManyDigits;
        }

        units = (Int128)scaled;
        return Fault.None;
    }

    internal static Fault TryToUnits(decimal value, int scale, out long units)
    {
        units = 0;
        if (Math.Abs(value) > long.MaxValue / PowersOfTen[scale])
        {
            return Fault.OutOfRange;
        }

        decimal scaled = value * PowersOfTen[scale];
        if (scaled != decimal.Truncate(scaled))
        {
            return Fault.TooManyDigits;
        }

        units = (long)scaled;
        return Fault.None;
    }
}
