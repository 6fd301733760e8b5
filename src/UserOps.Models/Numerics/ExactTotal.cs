using System.Numerics;

namespace UserOps.Models;

/// <summary>Adds decimals without rounding; their own sum rounds silently where it has more digits than a decimal holds, and then depends on the order.</summary>
internal struct ExactTotal
{
    private const int MaximumScale = 28;
    private static readonly BigInteger[] PowersOfTen = [.. Enumerable.Range(0, MaximumScale + 1).Select(power => BigInteger.Pow(10, power))];
    private static readonly BigInteger MostUnits = (BigInteger)decimal.MaxValue;

    private BigInteger _units; // of 10^-28

    /// <summary>Adds up two.</summary>
    /// <exception cref="OverflowException">The sum has more digits than a decimal holds.</exception>
    internal static decimal Of(decimal a, decimal b)
    {
        var total = default(ExactTotal);
        total.Add(a);
        total.Add(b);
        return total.ToDecimal();
    }

    internal void Add(decimal value) => _units += DecimalDigits.Of(value) * PowersOfTen[MaximumScale - value.Scale];

    /// <summary>Gives the sum with no more digits after the point than it needs.</summary>
    /// <exception cref="OverflowException">The sum has more digits than a decimal holds.</exception>
    internal readonly decimal ToDecimal()
    {
        (BigInteger units, byte scale) = (_units, MaximumScale);
        while (scale > 0 && units % 10 == 0)
        {
            units /= 10;
            scale--;
        }

        if (BigInteger.Abs(units) > MostUnits)
        {
            throw new OverflowException("The sum has more digits than a decimal holds.");
        }

        Span<int> bits = stackalloc int[4];
        decimal.GetBits((decimal)BigInteger.Abs(units), bits);
        return new decimal(bits[0], bits[1], bits[2], units.Sign < 0, scale);
    }
}
