namespace UserOps.Models;

/// <summary>Counts the local dates of events.</summary>
internal sealed class DistinctDaysJudge(CountedEvents events, EventAggregate rule, ReportingCalendar calendar) : EventJudge
{
    private LocalDayCursor _days = new(calendar);

    internal override bool? Judge(SeenRows rows) => Holds(rule.Comparison, events.DistinctDays(rows, ref _days), rule.Value);

    internal override ActualValue MadeOf(SeenRows rows) => new() { Number = events.DistinctDays(rows, ref _days) };
}
