namespace UserOps.Models.Activity;

/// <summary>A session definition in one context: the span door, for a caller who already has one user's events in memory.</summary>
/// <remarks>Immutable, shared freely between threads; made once, it allocates nothing per user.</remarks>
public sealed class SessionSplitter
{
    private readonly ReportingCalendar _calendar;
    private readonly SessionLimits _limits;

    internal SessionSplitter(SessionDefinition definition, EvaluationContext context)
    {
        Definition = definition;
        Context = context;
        _calendar = ReportingCalendar.Of(context);
        _limits = SessionLimits.Of(definition);
    }

    /// <summary>Gets what a session is.</summary>
    public SessionDefinition Definition { get; }

    /// <summary>Gets what "now" and "a day" mean.</summary>
    public EvaluationContext Context { get; }

    /// <summary>Gets what an event of some name is.</summary>
    /// <param name="eventName">Ordinal.</param>
    /// <returns>Its role. A test over properties is the caller's to make: where it fails, the next role that takes the name is meant.</returns>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    public SessionRole RoleOf(string eventName)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return Takes(Definition.Separators, eventName) ? SessionRole.Separator
            : Takes(Definition.Closes, eventName) ? SessionRole.Close
            : Takes(Definition.Events, eventName) ? SessionRole.Event
            : SessionRole.Ignored;
    }

    /// <summary>Gives each event of one user the index of its session.</summary>
    /// <param name="utcTicks">Shape [events]; the user's whole history, ascending, equal instants allowed in any order.</param>
    /// <param name="roles">Shape [events]; what each event is, see <see cref="RoleOf"/>.</param>
    /// <param name="sessionIndices">
    /// Shape [events]; receives 1 and up, and 0 for no session: separators, ignored events, events before the first separator, close events that
    /// end nothing, and events after 'as of'.
    /// </param>
    /// <returns>The highest index used up, by a separator without events too; 0 for none.</returns>
    /// <exception cref="ArgumentException">The spans differ in length, or a role is none of the named ones.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An instant lies before year 1 or after year 9999.</exception>
    /// <exception cref="EventsNotSortedException">An instant is earlier than the one before it.</exception>
    /// <remarks>One pass, O(events); allocates nothing.</remarks>
    public int Split(ReadOnlySpan<long> utcTicks, ReadOnlySpan<SessionRole> roles, Span<int> sessionIndices)
    {
        RequireRoles(utcTicks, roles);
        if (sessionIndices.Length != utcTicks.Length)
        {
            throw new ArgumentException($"There are {utcTicks.Length} instants but room for {sessionIndices.Length} indices.", nameof(sessionIndices));
        }

        RequireAscending(utcTicks);
        int end = EventTableKernels.SeenEnd(utcTicks, rows: [], 0, utcTicks.Length, Context.AsOf.UtcTicks);
        var walk = new SessionWalk(_limits, _calendar);
        SessionKernels.Number(new SessionRolesGiven(roles), utcTicks, 0, end, ref walk, sessionIndices);
        sessionIndices[end..].Clear();
        return walk.HighestIndex;
    }

    private static bool Takes(EventFilter? filter, string name)
        => filter is not null && (filter.Names.IsEmpty || filter.Names.Contains(name, StringComparer.Ordinal));

    private static void RequireRoles(ReadOnlySpan<long> utcTicks, ReadOnlySpan<SessionRole> roles)
    {
        if (utcTicks.Length != roles.Length)
        {
            throw new ArgumentException($"There are {utcTicks.Length} instants but {roles.Length} roles.", nameof(roles));
        }

        for (int i = 0; i < roles.Length; i++)
        {
            if (roles[i] is < SessionRole.Ignored or > SessionRole.Close)
            {
                throw new ArgumentException($"Event {i} has the role {(int)roles[i]}, which is none.", nameof(roles));
            }
        }
    }

    private static void RequireAscending(ReadOnlySpan<long> utcTicks)
    {
        for (int i = 1; i < utcTicks.Length; i++)
        {
            if (utcTicks[i] < utcTicks[i - 1])
            {
                throw new EventsNotSortedException(i, nameof(utcTicks));
            }
        }

        // Ascending, so the ends speak for all.
        if (!utcTicks.IsEmpty)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(utcTicks[0], nameof(utcTicks));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(utcTicks[^1], DateTime.MaxValue.Ticks, nameof(utcTicks));
        }
    }
}
