namespace UserOps.Models.Activity;

/// <summary>Counts of one period, one source or the whole report, while they are added up.</summary>
internal struct TrafficCell
{
    internal long Visitors;
    internal long Views;
    internal long Visits;
    internal long VisitViews;
    internal Int128 VisitTicks;
    internal long Bounces;
    internal long OpenVisits;

    internal void AddVisit(in SessionSpan visit, bool isOpen)
    {
        Visits++;
        VisitViews += visit.Events;
        VisitTicks += visit.Ticks;
        Bounces += visit.Events == 1 ? 1 : 0;
        OpenVisits += isOpen ? 1 : 0;
    }

    internal void Add(in TrafficCell other)
    {
        Visitors += other.Visitors;
        Views += other.Views;
        Visits += other.Visits;
        VisitViews += other.VisitViews;
        VisitTicks += other.VisitTicks;
        Bounces += other.Bounces;
        OpenVisits += other.OpenVisits;
    }

    internal readonly TrafficCounts ToCounts() => new()
    {
        UniqueVisitors = Visitors,
        PageViews = Views,
        Visits = Visits,
        VisitViews = VisitViews,
        VisitSeconds = SessionSeconds.Of(VisitTicks),
        Bounces = Bounces,
        OpenVisits = OpenVisits,
    };
}
