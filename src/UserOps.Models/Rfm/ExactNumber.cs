using System.Numerics;

namespace UserOps.Models.Rfm;

/// <summary>A quotient of whole numbers: a mean or a median as it is, before any rounding.</summary>
internal readonly struct ExactNumber
{
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator; // above zero

    private ExactNumber(BigInteger numerator, BigInteger denominator)
    {
        _numerator = numerator;
        _denominator = denominator;
    }

    internal static ExactNumber Of(decimal value) => new(MantissaOf(value), BigInteger.Pow(10, value.Scale));

    /// <summary>Takes a finite double as the number it is.</summary>
    internal static ExactNumber Of(double value)
    {
        (long mantissa, int exponent) = Parts(value);
        return new(exponent > 0 ? (BigInteger)mantissa << exponent : mantissa, exponent < 0 ? BigInteger.One << -exponent : BigInteger.One);
    }

    /// <summary>Gets the mean of whole numbers of units.</summary>
    /// <param name="units">Shape [values]; at least one.</param>
    /// <param name="scale">Digits after the point the units stand for.</param>
    internal static ExactNumber MeanOf<T>(ReadOnlySpan<T> units, int scale)
        where T : unmanaged, IBinaryInteger<T>
    {
        Int128 sum = 0; // 2^31 values of 64 bits
        foreach (T value in units)
        {
            sum += long.CreateTruncating(value);
        }

        return new(sum, BigInteger.Pow(10, scale) * units.Length);
    }

    /// <summary>Gets the mean of decimals.</summary>
    /// <param name="values">Shape [values]; at least one.</param>
    internal static ExactNumber MeanOf(ReadOnlySpan<decimal> values)
    {
        const int finest = 28;
        BigInteger sum = BigInteger.Zero;
        foreach (decimal value in values)
        {
            sum += MantissaOf(value) * BigInteger.Pow(10, finest - value.Scale);
        }

        return new(sum, BigInteger.Pow(10, finest) * values.Length);
    }

    /// <summary>Gets the mean of finite doubles.</summary>
    /// <param name="values">Shape [values]; at least one.</param>
    internal static ExactNumber MeanOf(ReadOnlySpan<double> values)
    {
        const int lowest = -1_074;
        var sums = new Int128[2_047]; // one for each exponent there is; 2^31 values of 53 bits fit
        foreach (double value in values)
        {
            (long mantissa, int exponent) = Parts(value);
            sums[exponent - lowest] += mantissa;
        }

        BigInteger sum = BigInteger.Zero;
        for (int i = sums.Length - 1; i >= 0; i--)
        {
            sum = (sum << 1) + (BigInteger)sums[i];
        }

        return new(sum, (BigInteger.One << -lowest) * values.Length);
    }

    /// <summary>Gets the double nearest to the number.</summary>
    internal double ToDouble() => NearestDouble.Of(_numerator, _denominator);

    /// <summary>Compares the number with another.</summary>
    internal int CompareTo(ExactNumber other) => (_numerator * other._denominator).CompareTo(other._numerator * _denominator);

    /// <summary>Gets the smallest whole number of units above the number, or at it.</summary>
    /// <param name="scale">Digits after the point the units stand for.</param>
    /// <param name="orEqual">Whether a unit equal to the number will do.</param>
    internal BigInteger LowestUnits(int scale, bool orEqual)
    {
        BigInteger floor = BigInteger.DivRem(_numerator * BigInteger.Pow(10, scale), _denominator, out BigInteger rest);
        floor -= rest.Sign < 0 ? BigInteger.One : BigInteger.Zero;
        return rest.IsZero && orEqual ? floor : floor + BigInteger.One;
    }

    private static BigInteger MantissaOf(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = (BigInteger)new UInt128((uint)bits[2], (uint)bits[0] | ((ulong)(uint)bits[1] << 32));
        return bits[3] < 0 ? -magnitude : magnitude;
    }

    private static (long Mantissa, int Exponent) Parts(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int biased = (int)((bits >> 52) & 0x7FF);
        long fraction = bits & ((1L << 52) - 1);
        long mantissa = biased == 0 ? fraction : fraction | (1L << 52);
        return (bits < 0 ? -mantissa : mantissa, Math.Max(biased, 1) - 1_075);
    }
}
