namespace UserOps.Models.Funnels;

/// <summary>How long one step takes.</summary>
public sealed class FunnelStepTimes
{
    private readonly long[] _ticks;

    /// <param name="ticks">Ascending.</param>
    internal FunnelStepTimes(long[] ticks) => _ticks = ticks;

    /// <summary>Gets the number of chains that hold the step and one before it.</summary>
    public int Count => _ticks.Length;

    /// <summary>Gets the mean, rounded to the nearest tick; without a value over nobody.</summary>
    public Measure<TimeSpan> Mean => Count == 0 ? UndefinedReason.EmptyPopulation : Average(_ticks);

    /// <summary>Gets the median: for an even number the mean of the middle two.</summary>
    public Measure<TimeSpan> Median => Quantile(0.5);

    /// <summary>Gets a quantile by the R-7 definition; without a value over nobody.</summary>
    /// <param name="probability">0 to 1, both included.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability lies outside 0 to 1.</exception>
    public Measure<TimeSpan> Quantile(double probability)
    {
        if (!(probability >= 0 && probability <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
        }

        return Count == 0 ? UndefinedReason.EmptyPopulation : TimeSpan.FromTicks(Quantiles.OfSorted(_ticks, probability));
    }

    /// <summary>Gets the mean, rounded to the nearest tick.</summary>
    internal static TimeSpan Average(ReadOnlySpan<long> ticks)
    {
        Int128 sum = 0;
        foreach (long time in ticks)
        {
            sum += time;
        }

        return TimeSpan.FromTicks((long)((sum + (ticks.Length / 2)) / ticks.Length)); // times are not negative
    }
}
