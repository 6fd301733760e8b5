using System.Collections.Immutable;

namespace UserOps.Models.Funnels;

/// <summary>The distribution of the time between two steps, over the chosen chains that hold both.</summary>
/// <param name="Bins">One bin more than asked for, so that the longest time has a place; empty over nobody.</param>
/// <param name="Average">The mean; without a value over nobody.</param>
public sealed record FunnelHistogramResult(ImmutableArray<FunnelHistogramBin> Bins, Measure<TimeSpan> Average)
{
    private const long TicksWithoutSpread = 60 * TimeSpan.TicksPerSecond;

    /// <summary>Makes the distribution.</summary>
    /// <param name="ticks">Ascending.</param>
    /// <param name="bins">How many; null for the cube root of the sample size, rounded up.</param>
    internal static FunnelHistogramResult Of(ReadOnlySpan<long> ticks, int? bins)
    {
        if (ticks.IsEmpty)
        {
            return new([], UndefinedReason.EmptyPopulation);
        }

        int count = bins ?? AutomaticBins(ticks.Length);
        long width = Width(ticks[^1] - ticks[0], count);
        var counts = new long[count + 1];
        foreach (long time in ticks)
        {
            counts[(time - ticks[0]) / width]++;
        }

        var result = ImmutableArray.CreateBuilder<FunnelHistogramBin>(counts.Length);
        for (int bin = 0; bin < counts.Length; bin++)
        {
            result.Add(new FunnelHistogramBin(LowerBound(ticks[0], bin, width), counts[bin]));
        }

        return new(result.MoveToImmutable(), FunnelStepTimes.Average(ticks));
    }

    // Whole numbers: the cube root of 27 must not become 3.0000000000000004 and then 4.
    internal static int AutomaticBins(long sample)
    {
        int bins = 1;
        while (bins < FunnelDefaults.MaximumAutomaticBins && (long)bins * bins * bins < sample)
        {
            bins++;
        }

        return bins;
    }

    private static long Width(long spread, int bins)
    {
        if (spread == 0)
        {
            return TicksWithoutSpread;
        }

        long second = bins * TimeSpan.TicksPerSecond;
        return ((spread / second) + (spread % second == 0 ? 0 : 1)) * TimeSpan.TicksPerSecond;
    }

    // Whole seconds round up, so many bins over a short spread can end beyond what a time can be.
    private static TimeSpan LowerBound(long first, int bin, long width)
        => TimeSpan.FromTicks((long)Int128.Min(long.MaxValue, first + ((Int128)bin * width)));

    /// <inheritdoc/>
    public bool Equals(FunnelHistogramResult? other)
        => other is not null && ListEquality.Equal(Bins, other.Bins) && Average == other.Average;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ListEquality.Hash(Bins), Average);
}
