namespace UserOps.Models.Activity;

/// <summary>Walks through the events of one user after the other and says in which session each of them is.</summary>
/// <remarks>For one thread: a mutable struct, held in a local variable and passed by reference, because it keeps the days it has met.</remarks>
internal struct SessionWalk
{
    private readonly SessionLimits _limits;
    private LocalDayCursor _days;
    private Phase _phase;
    private int _index;
    private long _last;
    private int _day;

    internal SessionWalk(SessionLimits limits, ReportingCalendar calendar)
    {
        _limits = limits;
        _days = new(calendar);
    }

    private enum Phase
    {
        /// <summary>Before the first separator: events are in no session.</summary>
        Waiting,

        /// <summary>A separator has used up an index, and no event has come yet.</summary>
        Prepared,

        /// <summary>A session has events and may get more.</summary>
        Open,

        /// <summary>The next event begins a session of a new index.</summary>
        Ended,
    }

    /// <summary>Gets the highest index used up so far by the user.</summary>
    internal readonly int HighestIndex => _index;

    /// <summary>Begins with the events of the next user.</summary>
    internal void Begin()
    {
        _phase = _limits.HasSeparators ? Phase.Waiting : Phase.Ended;
        _index = 0;
    }

    /// <summary>Takes a separator.</summary>
    internal void Separate()
    {
        _index++;
        _phase = Phase.Prepared;
    }

    /// <summary>Takes an event.</summary>
    /// <returns>The index of its session; 0 for none.</returns>
    internal int Take(long utcTicks)
    {
        if (_phase == Phase.Waiting)
        {
            return 0;
        }

        // A separator has used up the index of the session it begins.
        if (_phase == Phase.Ended || (_phase == Phase.Open && !GoesOnTo(utcTicks)))
        {
            _index++;
        }

        _phase = Phase.Open;
        _last = utcTicks;
        _day = _limits.CutsAtMidnight ? _days.DayNumberOf(utcTicks) : 0;
        return _index;
    }

    /// <summary>Takes a close event.</summary>
    /// <returns>The index of the session it ends; 0 where it ends none.</returns>
    internal int Close(long utcTicks)
    {
        if (!MayGoOnTo(utcTicks))
        {
            return 0;
        }

        _phase = Phase.Ended;
        return _index;
    }

    /// <summary>Says whether an event just after 'as of', which is not before any event taken, would still be in the last session.</summary>
    internal bool IsOpenAfter(long asOfTicks) => asOfTicks < DateTime.MaxValue.Ticks && MayGoOnTo(asOfTicks + 1);

    private bool MayGoOnTo(long utcTicks) => _phase == Phase.Open && GoesOnTo(utcTicks);

    private bool GoesOnTo(long utcTicks)
        => utcTicks - _last <= _limits.InactivityTicks && (!_limits.CutsAtMidnight || _days.DayNumberOf(utcTicks) == _day);
}
