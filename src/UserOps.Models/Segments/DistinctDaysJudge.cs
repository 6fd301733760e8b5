namespace UserOps.Models;

/// <summary>Counts the local dates of events; a user's events ascend, so their dates do.</summary>
internal sealed class DistinctDaysJudge(EventTable events, EventMatches matches, EventAggregate rule, ReportingCalendar calendar) : EventJudge
{
    private LocalDayCursor _days = new(calendar);

    internal override bool? Judge(SeenRows rows) => Holds(rule.Comparison, Count(rows), rule.Value);

    internal override ActualValue MadeOf(SeenRows rows) => new() { Number = Count(rows) };

    private decimal Count(SeenRows rows)
    {
        decimal days = 0;
        int last = -1;
        for (int row = rows.From; row < rows.To; row++)
        {
            if (matches.Contains(events.CodeAt(row), row) && _days.DayNumberOf(events.UtcTicks[row]) is var day && day != last)
            {
                days++;
                last = day;
            }
        }

        return days;
    }
}
