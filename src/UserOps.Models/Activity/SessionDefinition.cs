namespace UserOps.Models.Activity;

/// <summary>What a session is: which events it is made of, and what ends one and begins the next.</summary>
/// <remarks>
/// Plain data, JSON round-trip; nothing is checked here, <see cref="SessionModel"/> checks everything at once. Events that pass none of the
/// filters are in no session and end none. An event that passes several is the first of: separator, close event, event.
/// </remarks>
public sealed record SessionDefinition
{
    /// <summary>Gets the events that sessions are made of; <see cref="EventFilter.Any"/> for all.</summary>
    public required EventFilter Events { get; init; }

    /// <summary>
    /// Gets the longest time without an event inside one session, included: a gap <em>longer</em> than this begins a new one. Elapsed time, so
    /// changes of the clock have no effect. Null for no limit.
    /// </summary>
    public TimeSpan? InactivityLimit { get; init; }

    /// <summary>
    /// Gets the events that begin a session and belong to none, such as the start of an app; at equal times they come first. Each of them
    /// uses up an index, also where no event follows, and events before a user's first one are in no session. Null for none.
    /// </summary>
    public EventFilter? Separators { get; init; }

    /// <summary>
    /// Gets the events that end a session, such as the closing of the browser: whatever follows is in a new one. At equal times they come
    /// last. One that comes later than the inactivity limit allows, or when no session is open, ends nothing. Null for none.
    /// </summary>
    public EventFilter? Closes { get; init; }

    /// <summary>Gets what midnight does to a session. Default: <see cref="SessionMidnight.Continues"/>.</summary>
    public SessionMidnight Midnight { get; init; }

    /// <summary>Makes the definition of a visit (访问, K03): views with gaps of at most 30 minutes, ended earlier by the closing of the browser.</summary>
    /// <param name="views">The events that are page views.</param>
    /// <param name="closes">The events that say that the browser was closed; null where nobody records them.</param>
    public static SessionDefinition Visits(EventFilter views, EventFilter? closes = null)
        => new() { Events = views, InactivityLimit = VisitDefaults.InactivityLimit, Closes = closes };
}
