namespace UserOps.Models.Activity;

/// <summary>Sums of durations as exact decimal seconds: ticks of ten million users and ten years do not fit into 64 bits.</summary>
internal static class SessionSeconds
{
    internal static decimal Of(Int128 ticks) => (decimal)ticks / TimeSpan.TicksPerSecond;

    /// <summary>Adds two sums; written with as few digits as if it had been summed at once.</summary>
    internal static decimal Sum(decimal a, decimal b) => Of((Int128)((a + b) * TimeSpan.TicksPerSecond));

    /// <summary>Gets the mean duration, rounded down to whole ticks.</summary>
    internal static Measure<TimeSpan> Mean(decimal seconds, long count)
        => count == 0 ? UndefinedReason.EmptyPopulation : TimeSpan.FromTicks((long)((Int128)(seconds * TimeSpan.TicksPerSecond) / count));
}
