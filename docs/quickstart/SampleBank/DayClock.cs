namespace UserOps.Samples;

/// <summary>Times of the local day, drawn as users live.</summary>
internal static class DayClock
{
    internal const long MillisecondsPerHour = 3_600_000;

    /// <summary>Gives milliseconds since midnight.</summary>
    internal static long Draw(ref SampleRandom random)
        => Market.HourWeights.Draw(ref random) * MillisecondsPerHour + random.Below((int)MillisecondsPerHour);
}
