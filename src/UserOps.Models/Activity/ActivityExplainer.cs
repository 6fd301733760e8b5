using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>Looks at one user again, event by event and without any side structure, to say what they are in each period.</summary>
internal static class ActivityExplainer
{
    internal static ActivityExplanation Explain(DecompositionPlan plan, UserId user)
    {
        int ordinal = plan.Log.OrdinalOf(user);
        ReportingCalendar calendar = ReportingCalendar.Of(plan.Log.Context);
        SortedDictionary<long, long> events = EventsByPeriod(plan, ordinal, calendar);
        long[] active = [.. events.Where(period => period.Value >= plan.Log.Activity.MinimumEvents).Select(period => period.Key)];
        DateTimeOffset? newAt = plan.IsByCreation ? CreationOf(plan, ordinal, calendar)
            : active.Length > 0 ? calendar.InstantOf(active[0]) : null;
        ImmutableArray<ActivityPeriod> periods = ActivityTables.Describe(plan.Table, plan.Log.Context);
        return new()
        {
            User = user,
            NewAt = newAt,
            Periods = [.. Enumerable.Range(plan.Start, plan.Count).Select(place => Explain(place, periods, events, active, newAt, calendar))],
        };
    }

    private static ActivityPeriodExplanation Explain(
        int place, ImmutableArray<ActivityPeriod> periods, SortedDictionary<long, long> events, long[] active, DateTimeOffset? newAt, ReportingCalendar calendar)
    {
        ActivityPeriod period = periods[place];
        bool isActive = IsActive(period, active);
        bool wasActive = place > 0 && IsActive(periods[place - 1], active);
        bool isNew = newAt is { } creation && creation >= period.Start && creation < period.End;
        int at = Array.BinarySearch(active, period.Start.UtcTicks);
        int before = (at < 0 ? ~at : at) - 1;
        ActivityClass kind = isActive ? isNew ? ActivityClass.New : wasActive ? ActivityClass.Returning : ActivityClass.Resurrected
            : wasActive ? ActivityClass.WentDormant
            : ActivityClass.Absent;
        return new(
            period,
            kind,
            EventsOf(period, events),
            place > 0 ? EventsOf(periods[place - 1], events) : 0,
            before >= 0 ? calendar.InstantOf(active[before]) : null);
    }

    // A date that the zone skipped begins where the next one does; only the one with a length holds events.
    private static bool IsActive(ActivityPeriod period, long[] active) => period.End > period.Start && Array.BinarySearch(active, period.Start.UtcTicks) >= 0;

    private static long EventsOf(ActivityPeriod period, SortedDictionary<long, long> events)
        => period.End > period.Start ? events.GetValueOrDefault(period.Start.UtcTicks) : 0;

    /// <summary>Counts the user's events by the start of the period they lie in.</summary>
    private static SortedDictionary<long, long> EventsByPeriod(DecompositionPlan plan, int ordinal, ReportingCalendar calendar)
    {
        EventTable log = plan.Log.Data.Events;
        EventMatches matches = EventMatches.Of(plan.Log.Activity.Events, plan.Log.Data, plan.Log.Context.Zone, ActivityRules.EventsPath, plan.Log.Quiet);
        int from = log.Offsets[ordinal];
        int to = log.SeenEnd(from, log.Offsets[ordinal + 1], plan.Log.Context.AsOf.UtcTicks);
        var events = new SortedDictionary<long, long>();
        for (int i = from; i < to; i++)
        {
            if (matches.Contains(log.CodeAt(i), i))
            {
                long start = calendar.PeriodOf(plan.Definition.Interval, calendar.InstantOf(log.UtcTicks[i])).StartTicks;
                events[start] = events.GetValueOrDefault(start) + 1;
            }
        }

        return events;
    }

    private static DateTimeOffset? CreationOf(DecompositionPlan plan, int ordinal, ReportingCalendar calendar)
    {
        Column column = ActivityDecompositionRules.CreationColumn(plan.Definition, plan.Log.Data)!;
        return column.IsMissing(ordinal) ? null
            : column is InstantColumn instants ? calendar.InstantOf(instants.UtcTicks[ordinal])
            : calendar.StartOf(DateOnly.FromDayNumber(((DateColumn)column).DayNumbers[ordinal]));
    }
}
