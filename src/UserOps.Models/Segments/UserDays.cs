namespace UserOps.Models;

/// <summary>The local days on which each user did something: a tenth of the events, and all that most questions about activity need.</summary>
internal static class UserDays
{
    /// <summary>Gets the days of all users; worked out on first use, kept by filter and zone.</summary>
    /// <inheritdoc cref="UserPeriods.Of"/>
    /// <returns>Numbers are those of <see cref="DateOnly.DayNumber"/>.</returns>
    internal static UserPeriods Of(
        UserOpsDataset data, EventFilter filter, EvaluationContext context, string path, RunOptions? run, CancellationToken cancellationToken)
    {
        EventMatches matches = EventMatches.Of(filter, data, context.Zone, path, run, cancellationToken);
        return Until(context, data.Events, matches, OfAllTime(data, filter, context.Zone, matches, run, cancellationToken), run, cancellationToken);
    }

    /// <summary>Gets the days of all users whenever they were, also after 'as of'.</summary>
    internal static UserPeriods OfAllTime(
        UserOpsDataset data, EventFilter filter, TimeZoneInfo zone, EventMatches matches, RunOptions? run, CancellationToken cancellationToken)
        => data.Events.SideStructures.GetOrAdd(KeyOf(filter, zone, data), _ =>
            UserPeriodBuilder.Read(data.Events, matches, new DayReading(data.Events, new ReportingCalendar(zone)), run, cancellationToken));

    /// <summary>Gets what the days are kept by.</summary>
    internal static object KeyOf(EventFilter filter, TimeZoneInfo zone, UserOpsDataset data) => new Key(filter, zone, filter.Where is null ? null : data.Contents);

    // What comes later is cut off; the day of 'as of' is counted anew, up to that instant.
    private static UserPeriods Until(
        EvaluationContext context, EventTable events, EventMatches matches, UserPeriods days, RunOptions? run, CancellationToken cancellationToken)
    {
        if (events.LastTicks <= context.AsOf.UtcTicks)
        {
            return days;
        }

        ReportingCalendar calendar = ReportingCalendar.Of(context);
        CalendarPeriod lastDay = calendar.PeriodOf(CalendarUnit.Day, context.AsOf);
        return UserPeriodBuilder.Cut(days, lastDay, context.AsOf.UtcTicks, events, matches, run, cancellationToken);
    }

    /// <summary>What the days depend on beside the events: tables of contents are compared by reference.</summary>
    private sealed record Key(EventFilter Filter, TimeZoneInfo Zone, ContentTable? Contents);
}
