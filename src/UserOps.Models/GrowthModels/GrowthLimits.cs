namespace UserOps.Models.GrowthModels;

/// <summary>The cohort's days as UTC ticks, and how far from acquisition each stage may be.</summary>
/// <param name="dayStarts">
/// Shape [cohort days + last retention day + 2]: the first tick of each local date from the cohort's first one on.
/// </param>
/// <param name="cohortDays">Local dates of the cohort; at least 1.</param>
/// <param name="retentionFromDay">First local day after the acquisition day, included.</param>
/// <param name="retentionToDay">Last such day, included.</param>
/// <param name="windowTicks">Ticks allowed from acquisition to activation, revenue and referral, inclusive.</param>
internal readonly ref struct GrowthLimits(
    ReadOnlySpan<long> dayStarts, int cohortDays, int retentionFromDay, int retentionToDay, long windowTicks)
{
    private readonly ReadOnlySpan<long> _dayStarts = dayStarts;

    internal bool IsInCohort(long acquired) => acquired >= _dayStarts[0] && acquired < _dayStarts[cohortDays];

    /// <summary>Gets where a user acquired at some instant must come back: from a tick, included, to a tick, excluded.</summary>
    internal (long From, long To) RetentionTicks(long acquired)
    {
        int day = DayOf(acquired);
        return (Math.Max(acquired, _dayStarts[day + retentionFromDay]), _dayStarts[day + retentionToDay + 1]);
    }

    /// <summary>Gets the last tick at which activation, revenue and referral count.</summary>
    internal long WindowEnd(long acquired) => windowTicks > long.MaxValue - acquired ? long.MaxValue : acquired + windowTicks;

    // Of a date that the zone skipped and the date that begins at the same instant, the later one holds the instant.
    private int DayOf(long acquired)
    {
        int low = 0;
        int high = cohortDays;
        while (high - low > 1)
        {
            int middle = (low + high) >>> 1;
            (low, high) = _dayStarts[middle] <= acquired ? (middle, high) : (low, middle);
        }

        return low;
    }
}
