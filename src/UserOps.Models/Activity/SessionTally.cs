namespace UserOps.Models.Activity;

/// <summary>What the sessions of users add up to.</summary>
internal sealed class SessionTally
{
    private long _users;
    private long _sessions;
    private long _events;
    private long _eventsWithoutSession;
    private Int128 _ticks;

    internal long EventsAfterAsOf { get; set; }

    internal long OpenSessions { get; set; }

    /// <summary>Counts the sessions of one user.</summary>
    /// <returns>How many sessions with events the user has.</returns>
    internal int AddUser(SessionPlan plan, int from, ReadOnlySpan<int> indices)
    {
        int sessions = 0;
        for (int at = 0; SessionKernels.TryRead(plan, from, indices, ref at, out SessionSpan session);)
        {
            sessions++;
            _events += session.Events;
            _ticks += session.Ticks;
        }

        for (int i = 0; i < indices.Length; i++)
        {
            _eventsWithoutSession += indices[i] == 0 && plan.RoleAt(from + i) == SessionRole.Event ? 1 : 0;
        }

        _users += sessions > 0 ? 1 : 0;
        _sessions += sessions;
        return sessions;
    }

    internal void Add(SessionTally other)
    {
        _users += other._users;
        _sessions += other._sessions;
        _events += other._events;
        _eventsWithoutSession += other._eventsWithoutSession;
        _ticks += other._ticks;
        EventsAfterAsOf += other.EventsAfterAsOf;
        OpenSessions += other.OpenSessions;
    }

    internal SessionSummary ToSummary(SessionPlan plan, EvaluationContext context) => new()
    {
        Definition = plan.Definition,
        Context = context,
        Users = _users,
        Sessions = _sessions,
        Events = _events,
        EventsWithoutSession = _eventsWithoutSession,
        Seconds = SessionSeconds.Of(_ticks),
        OpenSessions = OpenSessions,
        EventsAfterAsOf = EventsAfterAsOf,
        UnknownEvents = plan.UnknownEvents,
    };
}
