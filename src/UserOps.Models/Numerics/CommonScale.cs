using System.Numerics;

namespace UserOps.Models;

/// <summary>Decimals as whole numbers of one unit, 10^-scale, so that they are compared and added up without rounding.</summary>
internal static class CommonScale
{
    // Up to here the zeros behind a value do no harm: 19 digits are left before the point. Beyond, they may be what makes a sum too long.
    private const int UsualScale = 9;
    private const int MaximumScale = 28;

    /// <summary>What the magnitudes of all values may add up to: then every sum of some of them is a decimal too.</summary>
    private static readonly Int128 MostUnits = (Int128)decimal.MaxValue;

    private static readonly Int128[] PowersOfTen = [.. Enumerable.Range(0, MaximumScale + 1).Select(power => (Int128)BigInteger.Pow(10, power))];

    /// <summary>Writes values in units of the largest scale among them.</summary>
    /// <param name="values">Any decimals; those that add up to more than a decimal holds are refused.</param>
    /// <param name="units">Shape [values]; overwritten.</param>
    /// <returns>The scale: digits after the point, 0 to 28.</returns>
    /// <exception cref="OverflowException">Brought to one scale, the values together have more digits than a decimal holds.</exception>
    internal static int ToUnits(ReadOnlySpan<decimal> values, Span<Int128> units)
    {
        int scale = 0;
        int shortest = 0;
        foreach (decimal value in values)
        {
            scale = Math.Max(scale, value.Scale <= UsualScale ? value.Scale : DecimalDigits.Shortest(value).Scale);
        }

        if (TryToUnits(values, units, scale))
        {
            return scale;
        }

        // Perhaps only zeros behind the point make them too long; to look for them costs a division each.
        foreach (decimal value in values)
        {
            shortest = Math.Max(shortest, DecimalDigits.Shortest(value).Scale);
        }

        return shortest < scale && TryToUnits(values, units, shortest) ? shortest : throw TooLong();
    }

    private static bool TryToUnits(ReadOnlySpan<decimal> values, Span<Int128> units, int scale)
    {
        Int128 left = MostUnits;
        for (int i = 0; i < values.Length; i++)
        {
            decimal value = values[i].Scale <= scale ? values[i] : DecimalDigits.Shortest(values[i]);
            if (DigitsOf(value) is var digits && digits > left / PowersOfTen[scale - value.Scale])
            {
                return false;
            }

            Int128 magnitude = digits * PowersOfTen[scale - value.Scale];
            left -= magnitude;
            units[i] = decimal.IsNegative(value) ? -magnitude : magnitude;
        }

        return true;
    }

    /// <summary>Writes a number of units as a decimal with no more digits after the point than it needs.</summary>
    /// <param name="units">At most what a decimal holds.</param>
    /// <param name="scale">0 to 28.</param>
    internal static decimal ToDecimal(Int128 units, int scale)
    {
        while (scale > 0)
        {
            (Int128 tenth, Int128 digit) = Int128.DivRem(units, 10);
            if (digit != 0)
            {
                break;
            }

            (units, scale) = (tenth, scale - 1);
        }

        var magnitude = (UInt128)Int128.Abs(units);
        return new((int)(uint)magnitude, (int)(uint)(magnitude >> 32), (int)(uint)(magnitude >> 64), Int128.IsNegative(units), (byte)scale);
    }

    /// <summary>Gives the least number of units that is at least a decimal: what has so many units or more has reached it.</summary>
    /// <param name="value">Any decimal.</param>
    /// <param name="scale">0 to 28.</param>
    /// <returns>Beyond what an <see cref="Int128"/> holds its end: no value is there.</returns>
    internal static Int128 CeilingUnits(decimal value, int scale)
    {
        BigInteger units = CeilingQuotient(DecimalDigits.Of(value) * BigInteger.Pow(10, scale), value.Scale);
        return (Int128)BigInteger.Clamp(units, Int128.MinValue, Int128.MaxValue);
    }

    /// <summary>Gives the least whole number that is at least a fraction of another: <c>ceil(fraction x whole)</c>, exact.</summary>
    /// <param name="fraction">Any decimal.</param>
    /// <param name="whole">Any whole number.</param>
    internal static Int128 CeilingOf(decimal fraction, Int128 whole) => (Int128)CeilingQuotient(DecimalDigits.Of(fraction) * whole, fraction.Scale);

    /// <summary>Gives the greatest whole number that is at most a fraction of another: <c>floor(fraction x whole)</c>, exact.</summary>
    /// <param name="fraction">Any decimal.</param>
    /// <param name="whole">Any whole number.</param>
    internal static Int128 FloorOf(decimal fraction, Int128 whole) => -CeilingOf(-fraction, whole);

    private static BigInteger CeilingQuotient(BigInteger dividend, int digits)
    {
        BigInteger quotient = BigInteger.DivRem(dividend, BigInteger.Pow(10, digits), out BigInteger rest);
        return rest.Sign > 0 ? quotient + 1 : quotient;
    }

    // The digits as a whole number of 128 bits, which is many times faster than one without bound.
    private static Int128 DigitsOf(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return (Int128)new UInt128((uint)bits[2], (uint)bits[1] * (1UL << 32) + (uint)bits[0]);
    }

    private static OverflowException TooLong() => new("Brought to one number of digits after the point, the values together have more digits than a decimal holds.");
}
