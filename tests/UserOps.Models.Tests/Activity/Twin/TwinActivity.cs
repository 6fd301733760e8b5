using UserOps.Models.Activity;
using UserOps.Models.Tests.Segments;

namespace UserOps.Models.Tests.Activity.Twin;

/// <summary>The contract read a second time, as plainly as it stands: lists of events, sets of names, no side structure.</summary>
internal sealed class TwinActivity
{
    private readonly TwinClock _clock;
    private readonly EvaluationContext _context;
    private readonly int _minimumEvents;
    private readonly ActivityWorld.Event[] _events;
    private readonly Dictionary<(CalendarUnit, int, int), HashSet<string>> _active = [];
    private readonly Dictionary<(string, CalendarUnit), int?> _firstActive = [];

    internal TwinActivity(ActivityWorld world, Func<ActivityWorld.Event, bool> passes, int minimumEvents, EvaluationContext context)
    {
        _clock = new TwinClock(context.Zone, context.WeekStart, world.Around);
        _context = context;
        _minimumEvents = minimumEvents;
        _events = [.. world.Rows.Where(row => row.At <= context.AsOf && passes(row))];
    }

    internal TwinClock Clock => _clock;

    internal IEnumerable<string> EverActive => _events.Select(row => row.User).Distinct();

    internal int PeriodOf(CalendarUnit unit, DateOrInstant moment)
        => _clock.PeriodOf(unit, moment.Instant ?? _clock.StartOf(moment.Date!.Value));

    /// <summary>Gets the users with enough events in neighboring periods taken together.</summary>
    internal HashSet<string> Active(CalendarUnit unit, int first, int last)
    {
        if (!_active.TryGetValue((unit, first, last), out HashSet<string>? users))
        {
            users = _active[(unit, first, last)] =
            [
                .. _events.Where(row => _clock.PeriodOf(unit, row.At) is int period && period >= first && period <= last)
                    .GroupBy(row => row.User).Where(user => user.Count() >= _minimumEvents).Select(user => user.Key),
            ];
        }

        return users;
    }

    internal HashSet<string> Active(CalendarUnit unit, int period) => Active(unit, period, period);

    /// <summary>Gets the class of a user in a period, by what the user did in each period there is.</summary>
    internal ActivityClass ClassOf(string user, CalendarUnit unit, int period, Func<string, DateTimeOffset?>? createdAt)
    {
        bool isActive = Active(unit, period).Contains(user);
        bool wasActive = Active(unit, period - 1).Contains(user);
        if (!isActive)
        {
            return wasActive ? ActivityClass.WentDormant : ActivityClass.Absent;
        }

        int? basis = createdAt is null ? FirstActive(user, unit) : createdAt(user) is { } created ? _clock.PeriodOf(unit, created) : null;
        return basis == period ? ActivityClass.New : wasActive ? ActivityClass.Returning : ActivityClass.Resurrected;
    }

    /// <summary>Gets the users of exactly 1, 2, ... blocks.</summary>
    internal long[] Stickiness(StickinessDefinition asked)
    {
        int first = PeriodOf(asked.Interval, asked.From);
        int last = PeriodOf(asked.Interval, asked.To);
        var users = new long[(last - first) / asked.IntervalCount + 1];
        foreach (IGrouping<string, ActivityWorld.Event> user in _events.GroupBy(row => row.User))
        {
            int blocks = user.Select(row => _clock.PeriodOf(asked.Interval, row.At)).Where(period => period >= first && period <= last)
                .GroupBy(period => (period - first) / asked.IntervalCount).Count(block => block.Count() >= _minimumEvents && Meets(asked.Criteria, block.Count()));
            if (blocks > 0)
            {
                users[blocks - 1]++;
            }
        }

        return users;
    }

    /// <summary>Gets on how many of the last days a user was active.</summary>
    internal int ActiveDays(string user, int days)
    {
        int today = _clock.PeriodOf(CalendarUnit.Day, _context.AsOf);
        return Enumerable.Range(today - days + 1, days).Count(day => Active(CalendarUnit.Day, day).Contains(user));
    }

    private int? FirstActive(string user, CalendarUnit unit)
    {
        if (!_firstActive.TryGetValue((user, unit), out int? first))
        {
            first = _firstActive[(user, unit)] = _events.Where(row => row.User == user)
                .GroupBy(row => _clock.PeriodOf(unit, row.At)).Where(period => period.Count() >= _minimumEvents)
                .Select(period => (int?)period.Key).Min();
        }

        return first;
    }

    private static bool Meets(StickinessCriteria criteria, int events) => criteria.Operator switch
    {
        StickinessOperator.AtLeast => events >= criteria.Value,
        StickinessOperator.AtMost => events <= criteria.Value,
        _ => events == criteria.Value,
    };
}
