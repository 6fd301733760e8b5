namespace UserOps.Models.Lifecycle;

/// <summary>A time for which one user was seen in one place at every instant of a history.</summary>
public sealed record LifecycleSpell
{
    /// <summary>Gets the place: a stage, unassigned, or absent.</summary>
    public required LifecycleState State { get; init; }

    /// <summary>Gets the last instant at which the user was still elsewhere; null where the spell begins with the history, so that its beginning is not known.</summary>
    public DateTimeOffset? NotYetAt { get; init; }

    /// <summary>Gets the first instant at which the user was seen there.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>Gets the last instant at which the user was seen there; the same as the first for one that was seen once.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>Gets the first instant at which the user was elsewhere again; null where the history ends before, so that the end is not known.</summary>
    public DateTimeOffset? LeftBy { get; init; }

    /// <summary>Gets the shortest time the spell can have taken: from first to last seen.</summary>
    public TimeSpan AtLeast => LastSeen - FirstSeen;

    /// <summary>Gets the longest time, which the spell stays below; null where its beginning or its end is not known.</summary>
    public TimeSpan? AtMost => LeftBy - NotYetAt;
}
