namespace UserOps.Models.Funnels;

/// <summary>Every default and limit of the room, each named once.</summary>
internal static class FunnelDefaults
{
    /// <summary>The most steps a funnel can have: a step is a bit of a <see cref="ulong"/>.</summary>
    internal const int MaximumSteps = 64;

    /// <summary>A window that never closes: no two instants of the calendar are further apart.</summary>
    internal const long NoLimit = 3_155_378_975_999_999_999; // DateTime.MaxValue.Ticks

    /// <summary>The most bins of an automatic histogram.</summary>
    internal const int MaximumAutomaticBins = 60;

    /// <summary>The most bins a histogram can be asked for.</summary>
    internal const int MaximumBins = 100_000;

    /// <summary>The most exclusions of a funnel: an exclusion is a bit of a <see cref="ulong"/>.</summary>
    internal const int MaximumExclusions = 64;

    /// <summary>How many events of one unit pass between two looks at the cancellation token: some tens of milliseconds at most.</summary>
    internal const int EventsBetweenLooks = 1 << 20;
}
