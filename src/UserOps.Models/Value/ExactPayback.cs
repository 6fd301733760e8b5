using System.Numerics;

namespace UserOps.Models.Value;

/// <summary>When a cost is earned, without rounding: discounted sums are fractions, and are compared as such.</summary>
internal static class ExactPayback
{
    private const int DecimalDigits = 28;
    private const int FactorsOfMargin = 3; // margin, share and retention
    private static readonly BigInteger DecimalUnit = BigInteger.Pow(10, DecimalDigits);

    /// <summary>Finds the first period after which the cost is earned; null where none of them is the one.</summary>
    /// <remarks>
    /// With 1 + d = P/Q, the sum over i of M(i) (Q/P)^i reaches the cost C where the sum over i of M(i) Q^i P^(t-i) reaches C P^t: whole numbers that grow by
    /// the digits of the discount each period.
    /// </remarks>
    internal static int? PeriodOf(UnitEconomicsDefinition definition)
    {
        (BigInteger p, BigInteger q) = Reduced(DecimalUnit + Units(definition.DiscountRate), DecimalUnit);
        BigInteger earned = 0;
        BigInteger later = definition.Timing == MarginTiming.Now ? 1 : q; // Q^i, or Q^(i+1) where the first margin is a period away
        BigInteger cost = Units(definition.AcquisitionCost) * BigInteger.Pow(DecimalUnit, FactorsOfMargin - 1) * (definition.Timing == MarginTiming.Now ? 1 : p);
        for (int period = 0; period < definition.MarginPerPeriod.Length; period++)
        {
            BigInteger kept = definition.Retention.IsEmpty ? DecimalUnit : Units(definition.Retention[period]);
            earned += Units(definition.MarginPerPeriod[period]) * Units(definition.GrossMargin) * kept * later;
            if (earned >= cost)
            {
                return period;
            }

            earned *= p;
            cost *= p;
            later *= q;
        }

        return null;
    }

    private static (BigInteger P, BigInteger Q) Reduced(BigInteger p, BigInteger q)
    {
        BigInteger common = BigInteger.GreatestCommonDivisor(p, q);
        return (p / common, q / common);
    }

    /// <summary>Gets a decimal as a whole number of its last possible digit.</summary>
    private static BigInteger Units(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        BigInteger digits = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        return (bits[3] < 0 ? -digits : digits) * BigInteger.Pow(10, DecimalDigits - number.Scale);
    }
}
