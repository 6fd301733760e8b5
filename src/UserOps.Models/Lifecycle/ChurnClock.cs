namespace UserOps.Models.Lifecycle;

/// <summary>Where the periods of a definition lie in one context, and how its gaps are measured there.</summary>
internal sealed class ChurnClock
{
    internal ChurnClock(ChurnWarningDefinition definition, EvaluationContext context)
    {
        Calendar = ReportingCalendar.Of(context);
        AsOf = context.AsOf.UtcTicks;
        HasDays = definition.GapUnit == ChurnGapUnit.LocalDays;
        UnitTicks = HasDays ? TimeSpan.TicksPerDay : 1;
        Now = HasDays ? Calendar.DayNumberOf(AsOf) : AsOf;
        Reach = definition.RhythmDays is not { } days ? long.MaxValue : HasDays ? days : days * TimeSpan.TicksPerDay;
        RecentFrom = AsOf - (definition.Amounts?.RecentDays ?? 0) * TimeSpan.TicksPerDay;
        BaseFrom = RecentFrom - (definition.Amounts?.BaseDays ?? 0) * TimeSpan.TicksPerDay;
    }

    internal ReportingCalendar Calendar { get; }

    internal long AsOf { get; }

    internal bool HasDays { get; }

    /// <summary>Gets the ticks of one mark: a day, or a tick.</summary>
    internal long UnitTicks { get; }

    /// <summary>Gets the mark of 'as of'.</summary>
    internal long Now { get; }

    /// <summary>Gets how many marks the rhythm goes back from the last one.</summary>
    internal long Reach { get; }

    /// <summary>Gets the tick after which the recent period begins; 'as of' is its last.</summary>
    internal long RecentFrom { get; }

    /// <summary>Gets the tick after which the base period begins.</summary>
    internal long BaseFrom { get; }

    /// <summary>Gets the first instant at which the gap since the last activity is so long; null where time ends before.</summary>
    /// <param name="lastTicks">The last activity.</param>
    /// <param name="gapTicks">The gap, positive.</param>
    internal DateTimeOffset? InstantOfGap(long lastTicks, decimal gapTicks)
    {
        if (!HasDays)
        {
            decimal at = lastTicks + decimal.Ceiling(gapTicks);
            return at < OffsetTimeline.EndOfTime ? Calendar.InstantOf((long)at) : null;
        }

        // A quotient is rounded, a product of whole days is not.
        decimal days = decimal.Truncate(gapTicks / TimeSpan.TicksPerDay);
        days += days * TimeSpan.TicksPerDay < gapTicks ? 1 : 0;
        decimal day = Calendar.DayNumberOf(lastTicks) + days;
        return day <= DateOnly.MaxValue.DayNumber ? Calendar.InstantOf(Calendar.DayStartTicks((int)day)) : null;
    }
}
