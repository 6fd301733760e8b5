namespace UserOps.Models.Tags;

/// <summary>Counts the local dates of events; a user's events ascend, so their dates do.</summary>
internal sealed class DistinctDaysFold(EventTable events, EventMatches matches, ReportingCalendar calendar, long[] counts) : EventFold(events, matches)
{
    private readonly EventTable _events = events;
    private LocalDayCursor _days = new(calendar);
    private long _count;
    private int _last;

    private protected override void Begin() => (_count, _last) = (0, -1);

    private protected override void Take(int row)
    {
        int day = _days.DayNumberOf(_events.UtcTicks[row]);
        _count += day == _last ? 0 : 1;
        _last = day;
    }

    private protected override void End(int user) => counts[user] = _count;
}
