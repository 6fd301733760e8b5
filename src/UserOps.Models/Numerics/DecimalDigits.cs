using System.Numerics;

namespace UserOps.Models;

/// <summary>The digits of decimals.</summary>
internal static class DecimalDigits
{
    /// <summary>Gets the same number with no more digits after the point than it needs: 1.5 + 0.5 is 2.0, and a text tells that from 2.</summary>
    /// <remarks>Dividing drops the zeros that multiplying and adding keep.</remarks>
    internal static decimal Shortest(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>Gets the number without its point: so many units of 10^-scale.</summary>
    internal static BigInteger Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return (BigInteger)new decimal(bits[0], bits[1], bits[2], decimal.IsNegative(value), 0);
    }
}
