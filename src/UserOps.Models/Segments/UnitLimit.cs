using System.Numerics;

namespace UserOps.Models;

/// <summary>A decimal as a fraction of whole units: sums and means are compared with it exactly, whatever digits it has.</summary>
internal sealed class UnitLimit
{
    private const int SmallBits = 90;
    private const int SmallDivisorBits = 30;

    private readonly BigInteger _dividend;
    private readonly BigInteger _divisor;
    private readonly Int128 _smallDividend;
    private readonly Int128 _smallDivisor; // 0: too large for the short way

    internal UnitLimit(decimal value, int scale)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        int digits = bits[3] >> 16 & 0xFF;
        _dividend = new BigInteger(new decimal(bits[0], bits[1], bits[2], isNegative: value < 0, scale: 0)) * BigInteger.Pow(10, Math.Max(scale - digits, 0));
        _divisor = BigInteger.Pow(10, Math.Max(digits - scale, 0));
        BigInteger common = BigInteger.GreatestCommonDivisor(_dividend, _divisor);
        if (!common.IsZero)
        {
            _dividend /= common;
            _divisor /= common;
        }

        if (_dividend.GetBitLength() <= SmallBits && _divisor.GetBitLength() <= SmallDivisorBits)
        {
            (_smallDividend, _smallDivisor) = ((Int128)_dividend, (Int128)_divisor);
        }
    }

    /// <summary>Compares sum / count with the limit.</summary>
    /// <param name="sum">Units; at most 2^31 longs, so below 2^94 in size.</param>
    /// <param name="count">Positive.</param>
    /// <returns>Below, at or above 0, as the quotient is below, at or above the limit.</returns>
    internal int CompareTo(Int128 sum, int count) => _smallDivisor != 0
        ? (sum * _smallDivisor).CompareTo(_smallDividend * count)
        : ((BigInteger)sum * _divisor).CompareTo(_dividend * count);
}
