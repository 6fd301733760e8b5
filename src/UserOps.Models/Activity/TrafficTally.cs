using System.Runtime.InteropServices;

namespace UserOps.Models.Activity;

/// <summary>What users add up to.</summary>
internal sealed class TrafficTally(int periods)
{
    private readonly TrafficCell[] _periods = new TrafficCell[periods];

    // Only values that hold a visit: a property may have more values than there are users.
    private readonly Dictionary<int, TrafficCell> _sources = [];

    // Sources that the current user has visited from.
    private readonly HashSet<int> _ownSources = [];
    private TrafficCell _total;

    internal long EventsAfterAsOf { get; set; }

    /// <summary>Counts the views of one user.</summary>
    internal void AddViews(TrafficPlan plan, int from, int to)
    {
        ReadOnlySpan<long> utcTicks = plan.Sessions.Data.Events.UtcTicks;
        long before = _total.Views;
        int last = -1;
        for (int i = from; i < to; i++)
        {
            if (plan.Sessions.RoleAt(i) == SessionRole.Event && plan.Calendar.IndexOf(utcTicks[i], last) is >= 0 and int period)
            {
                _total.Views++;
                _periods[period].Views++;
                _periods[period].Visitors += period != last ? 1 : 0;
                last = period;
            }
        }

        _total.Visitors += _total.Views > before ? 1 : 0;
    }

    /// <summary>Counts the visits of one user that began in a period of the report.</summary>
    /// <param name="plan">The question.</param>
    /// <param name="from">The user's first event.</param>
    /// <param name="indices">Shape [visible events of the user].</param>
    /// <param name="isOpen">Whether the last visit may go on after 'as of'.</param>
    internal void AddVisits(TrafficPlan plan, int from, ReadOnlySpan<int> indices, bool isOpen)
    {
        _ownSources.Clear();
        int last = -1;
        for (int at = 0; SessionKernels.TryRead(plan.Sessions, from, indices, ref at, out SessionSpan visit);)
        {
            int period = plan.Calendar.IndexOf(visit.Start, last);
            if (period >= 0)
            {
                bool mayGoOn = isOpen && at == indices.Length;
                _total.AddVisit(visit, mayGoOn);
                _periods[period].AddVisit(visit, mayGoOn);
                AddToSource(plan, visit, mayGoOn);
                last = period;
            }
        }
    }

    internal void Add(TrafficTally other)
    {
        _total.Add(other._total);
        EventsAfterAsOf += other.EventsAfterAsOf;
        for (int period = 0; period < _periods.Length; period++)
        {
            _periods[period].Add(other._periods[period]);
        }

        foreach ((int value, TrafficCell cell) in other._sources)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_sources, value, out _).Add(cell);
        }
    }

    internal TrafficSummary ToSummary(TrafficPlan plan) => new()
    {
        Definition = plan.Definition,
        Context = plan.Context,
        Total = _total.ToCounts(),
        Periods = [.. plan.Calendar.Periods.Select((period, i) => TrafficPeriod.Of(period, plan.Context, _periods[i].ToCounts()))],
        BySource = plan.Source is null ? [] : TrafficSourceRow.InOrder(_sources.Select(row => new TrafficSourceRow
        {
            Value = row.Key < 0 ? null : plan.Source.Values[row.Key],
            Visitors = row.Value.Visitors,
            Share = new(row.Value.Visits, _total.Visits),
            VisitViews = row.Value.VisitViews,
            VisitSeconds = SessionSeconds.Of(row.Value.VisitTicks),
            Bounces = row.Value.Bounces,
        })),
        EventsAfterAsOf = EventsAfterAsOf,
        UnknownEvents = plan.Sessions.UnknownEvents,
    };

    private void AddToSource(TrafficPlan plan, in SessionSpan visit, bool isOpen)
    {
        if (plan.Source is not null)
        {
            int source = plan.SourceOf(visit);
            ref TrafficCell cell = ref CollectionsMarshal.GetValueRefOrAddDefault(_sources, source, out _);
            cell.AddVisit(visit, isOpen);
            cell.Visitors += _ownSources.Add(source) ? 1 : 0;
        }
    }
}
