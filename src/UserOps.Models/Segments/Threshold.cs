using System.Globalization;
using System.Numerics;

namespace UserOps.Models;

/// <summary>Where a value of a rule falls among the values a column can hold; null where the column holds none on that side.</summary>
/// <remarks>A decimal between two representable units, or beyond all of them, so gives the exact answer for every operator.</remarks>
/// <param name="LargestBelow">The largest value less than the threshold.</param>
/// <param name="LargestAtMost">The largest value not above the threshold.</param>
/// <param name="SmallestAtLeast">The smallest value not below the threshold.</param>
/// <param name="SmallestAbove">The smallest value greater than the threshold.</param>
internal readonly record struct Threshold<T>(T? LargestBelow, T? LargestAtMost, T? SmallestAtLeast, T? SmallestAbove)
    where T : struct;

/// <summary>Makes thresholds for the kinds of columns that have an order.</summary>
internal static class Threshold
{
    /// <summary>Places a decimal among whole numbers of the smallest unit at a scale.</summary>
    internal static Threshold<long> OfUnits(decimal value, int scale)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = new BigInteger(new decimal(bits[0], bits[1], bits[2], isNegative: value < 0, scale: 0));
        BigInteger divisor = BigInteger.Pow(10, bits[3] >> 16 & 0xFF);
        BigInteger floor = BigInteger.DivRem(mantissa * BigInteger.Pow(10, scale), divisor, out BigInteger rest);
        floor -= rest.Sign < 0 ? 1 : 0;
        BigInteger ceiling = rest.IsZero ? floor : floor + 1;
        return new(AtMost(ceiling - 1), AtMost(floor), AtLeast(ceiling), AtLeast(floor + 1));
    }

    /// <summary>Places a whole number.</summary>
    internal static Threshold<T> OfWhole<T>(T value)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => new(
            value == T.MinValue ? null : value - T.One, value, value, value == T.MaxValue ? null : value + T.One);

    /// <summary>Places a decimal among doubles: it becomes the nearest one, as the column's own values did when they were read.</summary>
    internal static Threshold<double> OfNumber(decimal value)
    {
        double nearest = NearestDouble(value);
        return new(Math.BitDecrement(nearest), nearest, nearest, Math.BitIncrement(nearest));
    }

    /// <summary>Gets the double nearest to a decimal. Not a cast: that rounds twice when a decimal has more than 53 bits of digits.</summary>
    internal static double NearestDouble(decimal value)
    {
        Span<char> digits = stackalloc char[32]; // 29 digits, a sign and a point
        value.TryFormat(digits, out int length, provider: CultureInfo.InvariantCulture);
        return double.Parse(digits[..length], CultureInfo.InvariantCulture);
    }

    private static long? AtMost(BigInteger value) => value < long.MinValue ? null : (long)BigInteger.Min(value, long.MaxValue);

    private static long? AtLeast(BigInteger value) => value > long.MaxValue ? null : (long)BigInteger.Max(value, long.MinValue);
}
