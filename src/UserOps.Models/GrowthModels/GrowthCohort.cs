namespace UserOps.Models.GrowthModels;

/// <summary>The cohort of a definition in one context: the span door, for a caller who already has one user's events in memory.</summary>
/// <remarks>Knows the local days of the context's zone. Immutable, shared freely between threads; made once, it allocates nothing per user.</remarks>
public sealed class GrowthCohort
{
    private readonly long[] _dayStarts;
    private readonly int _cohortDays;
    private readonly long _asOfTicks;

    internal GrowthCohort(GrowthStagesDefinition definition, EvaluationContext context)
    {
        Definition = definition;
        Context = context;
        Calendar = ReportingCalendar.Of(context);
        _cohortDays = definition.CohortTo.DayNumber - definition.CohortFrom.DayNumber;
        _asOfTicks = context.AsOf.UtcTicks;
        _dayStarts = new long[_cohortDays + definition.RetentionToDay + 2];
        for (int i = 0; i < _dayStarts.Length; i++)
        {
            // The end of the day before, because the day after 9999-12-31 has an end to its neighbor but no start of its own.
            int day = definition.CohortFrom.DayNumber + i;
            _dayStarts[i] = day == 0 ? Calendar.DayStartTicks(0) : Calendar.DayEndTicks(day - 1);
        }
    }

    /// <summary>Gets what is asked.</summary>
    public GrowthStagesDefinition Definition { get; }

    /// <summary>Gets what "now" and "a day" mean.</summary>
    public EvaluationContext Context { get; }

    internal ReportingCalendar Calendar { get; }

    internal GrowthLimits Limits => new(
        _dayStarts, _cohortDays, Definition.RetentionFromDay, Definition.RetentionToDay, Definition.Window?.Ticks ?? long.MaxValue);

    /// <summary>Gets a value indicating whether the last day of the cohort is over, so that nobody can join it any more.</summary>
    internal bool IsOver => _dayStarts[_cohortDays] - 1 <= _asOfTicks;

    internal long CohortFromTicks => _dayStarts[0];

    internal long CohortToTicks => _dayStarts[_cohortDays];

    /// <summary>Gets the stages an event of some name serves.</summary>
    /// <param name="eventName">Ordinal.</param>
    /// <returns>The stages that take the name. A test over properties is the caller's to make: where it fails, the stage is to be left out.</returns>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    public GrowthStages StagesServedBy(string eventName)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var served = GrowthStages.None;
        for (GrowthStage stage = GrowthStage.Acquisition; stage <= GrowthStage.Referral; stage++)
        {
            EventFilter filter = Definition.Stages[stage];
            served |= filter.Names.IsEmpty || filter.Names.Contains(eventName, StringComparer.Ordinal) ? GrowthStageSets.Only(stage) : 0;
        }

        return served;
    }

    /// <summary>Finds the stages one user reached.</summary>
    /// <param name="utcTicks">Shape [events]; the user's whole history, ascending, equal instants allowed. Events after 'as of' are not seen.</param>
    /// <param name="stagesServed">Shape [events]; the stages each event serves, see <see cref="StagesServedBy"/>.</param>
    /// <returns>The stages, <see cref="GrowthStages.Acquisition"/> among them; <see cref="GrowthStages.None"/> for a user outside the cohort, and without events.</returns>
    /// <exception cref="ArgumentException">The spans differ in length, or a bit is no stage.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An instant lies before year 1 or after year 9999.</exception>
    /// <exception cref="EventsNotSortedException">An instant is earlier than the one before it.</exception>
    /// <remarks>One pass, O(events); allocates nothing.</remarks>
    public GrowthStages StagesReached(ReadOnlySpan<long> utcTicks, ReadOnlySpan<GrowthStages> stagesServed)
    {
        RequireKnownStages(utcTicks, stagesServed);
        RequireAscending(utcTicks);
        int end = EventTableKernels.SeenEnd(utcTicks, rows: [], 0, utcTicks.Length, _asOfTicks);
        return (GrowthStages)GrowthKernels.StagesReached(new GivenStages(stagesServed), utcTicks, 0, end, Limits, out _);
    }

    private static void RequireKnownStages(ReadOnlySpan<long> utcTicks, ReadOnlySpan<GrowthStages> stagesServed)
    {
        if (utcTicks.Length != stagesServed.Length)
        {
            throw new ArgumentException($"There are {utcTicks.Length} instants but {stagesServed.Length} sets of stages.", nameof(stagesServed));
        }

        for (int i = 0; i < stagesServed.Length; i++)
        {
            if ((stagesServed[i] & ~GrowthStages.All) != 0)
            {
                throw new ArgumentException($"Event {i} serves {(int)stagesServed[i]}, which is no set of stages.", nameof(stagesServed));
            }
        }
    }

    private static void RequireAscending(ReadOnlySpan<long> utcTicks)
    {
        for (int i = 1; i < utcTicks.Length; i++)
        {
            if (utcTicks[i] < utcTicks[i - 1])
            {
                throw new EventsNotSortedException(i, nameof(utcTicks));
            }
        }

        // Ascending, so the ends speak for all.
        if (!utcTicks.IsEmpty)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(utcTicks[0], nameof(utcTicks));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(utcTicks[^1], DateTime.MaxValue.Ticks, nameof(utcTicks));
        }
    }
}
