using System.Runtime.InteropServices;

namespace UserOps.Models.Retention;

/// <summary>The instants at which one user started and returned, gathered event by event in their order. For one thread; reused from user to user.</summary>
internal sealed class UserInstants(RetentionEvents events)
{
    private readonly List<long> _starts = [];
    private readonly List<long> _returns = [];
    private long? _firstNamed;

    /// <summary>Gets the instants of the start events that make cohorts.</summary>
    internal ReadOnlySpan<long> Starts => CollectionsMarshal.AsSpan(_starts);

    internal ReadOnlySpan<long> Returns => CollectionsMarshal.AsSpan(_returns);

    /// <summary>Gets a value indicating whether any event has a name of the start filter; without one no part of the events makes a cohort.</summary>
    internal bool HasStart { get; private set; }

    internal void Clear()
    {
        _starts.Clear();
        _returns.Clear();
        _firstNamed = null;
        HasStart = false;
    }

    internal void Add(int row)
    {
        long ticks = events.Table.UtcTicks[row];
        if (events.IsNamed(row))
        {
            HasStart = true;
            _firstNamed ??= ticks;
            if (IsWanted(ticks) && events.IsStart(row))
            {
                _starts.Add(ticks);
            }
        }

        if (events.IsReturn(row))
        {
            _returns.Add(ticks);
        }
    }

    // Events at the first instant all count as the first.
    private bool IsWanted(long ticks) => events.CohortType switch
    {
        RetentionCohortType.Recurring => true,
        RetentionCohortType.FirstTime => _starts.Count == 0,
        _ => ticks == _firstNamed && _starts.Count == 0,
    };
}
