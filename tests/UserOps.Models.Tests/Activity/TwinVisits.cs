using UserOps.Models.Activity;

namespace UserOps.Models.Tests.Activity;

/// <summary>Sessions by their definition, event against event: slow, and without any state that is carried along.</summary>
internal sealed class TwinVisits
{
    private readonly SessionDefinition _definition;
    private readonly ReportingCalendar _calendar;
    private readonly VisitRow[] _events;
    private readonly VisitRow[] _separators;
    private readonly VisitRow[] _closes;

    /// <param name="asked">The question.</param>
    /// <param name="user">Whose rows.</param>
    internal TwinVisits(RandomVisits asked, string user)
    {
        _definition = asked.Visits;
        _calendar = ReportingCalendar.Of(asked.Context);
        VisitRow[] seen = [.. asked.Rows.Where(row => row.User == user && row.At <= asked.Context.AsOf).OrderBy(row => row.At)];
        _separators = [.. seen.Where(row => Passes(_definition.Separators, row))];
        _closes = [.. seen.Where(row => !Passes(_definition.Separators, row) && Passes(_definition.Closes, row))];
        _events = [.. seen.Where(row => !Passes(_definition.Separators, row) && !Passes(_definition.Closes, row) && Passes(_definition.Events, row))];
    }

    /// <summary>Gets the events, in order of time.</summary>
    internal IReadOnlyList<VisitRow> Events => _events;

    /// <summary>Gets the index of an event's session; 0 for none.</summary>
    internal int IndexOf(int place) => IsOutside(place)
        ? 0
        : _separators.Count(row => row.At <= _events[place].At) + Enumerable.Range(0, place + 1).Count(i => BeginsWithoutSeparator(i));

    /// <summary>Gets the sessions: the places of their events, and their end.</summary>
    internal IEnumerable<(int Index, VisitRow[] Events, DateTimeOffset End)> Sessions() => Enumerable.Range(0, _events.Length)
        .Where(i => IndexOf(i) > 0).GroupBy(IndexOf).Select(same =>
        {
            VisitRow[] own = [.. same.Select(i => _events[i])];
            VisitRow[] closed = [.. _closes.Where(close => close.At >= own[^1].At && Ends(close, own[^1])).OrderBy(close => close.At).Take(1)];
            return (same.Key, own, closed.Length > 0 ? closed[0].At : own[^1].At);
        });

    /// <summary>Says whether an event at an instant after all that were seen would belong to the last session.</summary>
    internal bool WouldGoOn(DateTimeOffset at) => _events.Length > 0 && !IsOutside(_events.Length - 1)
        && !_separators.Any(row => row.At > _events[^1].At)
        && !_closes.Any(close => close.At >= _events[^1].At && Ends(close, _events[^1]))
        && IsNear(_events[^1], at);

    private static bool Passes(EventFilter? filter, VisitRow row) => filter is not null
        && (filter.Names.IsEmpty || filter.Names.Contains(row.Name))
        && (filter.Where is null || row.Source is not (null or "paid")); // the only test there is: source is known and not paid

    private bool IsOutside(int place) => _definition.Separators is not null && !_separators.Any(row => row.At <= _events[place].At);

    private bool BeginsWithoutSeparator(int place)
    {
        if (IsOutside(place))
        {
            return false;
        }

        if (place == 0 || IsOutside(place - 1))
        {
            return _definition.Separators is null;
        }

        (VisitRow before, VisitRow row) = (_events[place - 1], _events[place]);
        return !_separators.Any(separator => separator.At > before.At && separator.At <= row.At)
            && (!IsNear(before, row.At) || _closes.Any(close => close.At >= before.At && close.At < row.At && Ends(close, before)));
    }

    private bool Ends(VisitRow close, VisitRow last)
        => IsNear(last, close.At)
        && !_separators.Any(row => row.At > last.At && row.At <= close.At)
        && !_events.Any(row => row.At > last.At && row.At <= close.At);

    private bool IsNear(VisitRow before, DateTimeOffset at)
        => (_definition.InactivityLimit is not { } limit || at - before.At <= limit)
        && (_definition.Midnight == SessionMidnight.Continues || _calendar.DayOf(before.At) == _calendar.DayOf(at));
}
