using System.Diagnostics;

namespace UserOps.Models.Lifecycle;

/// <summary>The arithmetic of a churn warning: spans and numbers in, numbers out, nothing allocated.</summary>
internal static class ChurnKernels
{
    // A decimal holds whole numbers below 2^96, and shifting a negative number may round it away from zero.
    private const int DecimalBits = 95;

    private const decimal LargestTrend = 1e28m;

    /// <summary>Turns the marks of a user's activity into the gaps of the rhythm.</summary>
    /// <param name="marks">Shape [distinct marks]; strictly ascending, at least one: day numbers, or ticks. Overwritten: its beginning holds the gaps.</param>
    /// <param name="reach">How far before the last mark the rhythm begins, in units of the marks; that far is included.</param>
    /// <param name="unitTicks">The ticks of one unit.</param>
    /// <returns>How many gaps there are, each in ticks and at least one unit.</returns>
    internal static int GapsOf(Span<long> marks, long reach, long unitTicks)
    {
        Debug.Assert(marks.Length > 0, "a user with activity");

        int first = FirstAtLeast(marks, marks[^1] - reach);
        long before = marks[first];
        for (int i = first + 1; i < marks.Length; i++)
        {
            long mark = marks[i];
            marks[i - first - 1] = (mark - before) * unitTicks;
            before = mark;
        }

        return marks.Length - first - 1;
    }

    /// <summary>Gets the median gap, in ticks.</summary>
    /// <param name="gaps">Shape [gaps]; any order, at least one. Sorted.</param>
    /// <param name="definition">How to read between two gaps.</param>
    internal static long UsualGap(Span<long> gaps, QuantileDefinition definition)
    {
        gaps.Sort();
        return Quantiles.OfSorted(gaps, 0.5, definition);
    }

    /// <summary>Gets (recent - base) / base, the base taken per the length of the recent period.</summary>
    /// <returns>
    /// The quotient of two whole numbers, rounded once, to the digits of a decimal; <see cref="UndefinedReason.ZeroBase"/> over a base of zero and
    /// <see cref="UndefinedReason.NoSolution"/> over a negative one.
    /// </returns>
    internal static Measure<decimal> Trend(Int128 recentUnits, int recentDays, Int128 baseUnits, int baseDays)
    {
        if (baseUnits <= 0)
        {
            return baseUnits == 0 ? UndefinedReason.ZeroBase : UndefinedReason.NoSolution;
        }

        Int128 expected = baseUnits * recentDays;
        return Quotient(recentUnits * baseDays - expected, expected);
    }

    /// <summary>Turns how far a sign has come to its limit into a score: 0 at nothing, 0.5 at the limit, toward 1 beyond it.</summary>
    /// <param name="partOfLimit">0 or more; 1 at the limit.</param>
    /// <param name="passes">Whether the limit is reached, decided exactly; rounding must not put the score on the other side.</param>
    internal static double Score(double partOfLimit, bool passes)
    {
        double score = partOfLimit / (1 + partOfLimit);
        return passes ? Math.Max(score, ChurnDefaults.ScoreAtLimit) : Math.Min(score, Math.BitDecrement(ChurnDefaults.ScoreAtLimit));
    }

    // Totals that no decimal holds lose their last bits here, far behind its 28 digits; a trend that none holds stays at the largest.
    private static decimal Quotient(Int128 part, Int128 whole)
    {
        int excess = 128 - DecimalBits - (int)Int128.Min(Int128.LeadingZeroCount(Int128.Abs(part)), Int128.LeadingZeroCount(whole));
        if (excess <= 0)
        {
            return (decimal)part / (decimal)whole;
        }

        whole >>= excess;
        return whole == 0 ? LargestTrend * Int128.Sign(part) : (decimal)(part >> excess) / (decimal)whole;
    }

    private static int FirstAtLeast(ReadOnlySpan<long> marks, long least)
    {
        int place = marks.BinarySearch(least);
        return place >= 0 ? place : ~place;
    }
}
