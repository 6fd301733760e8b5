namespace UserOps.Models;

/// <summary><c>didThenNot</c>: the user did one thing and for some time afterwards did not do another.</summary>
/// <remarks>
/// True where some first event is followed by no second one within the time, end included, and that time is over. Else unknown where some
/// first event still waits for one. Else false. A second event at the very instant of the first one does not follow it.
/// </remarks>
public sealed record DidThenNot : EventRule
{
    /// <summary>Gets the name of the first event, ordinal. Only this one must lie in the window.</summary>
    public required string First { get; init; }

    /// <summary>Gets the test over properties of the first event; null for none.</summary>
    public SegmentRule? FirstWhere { get; init; }

    /// <summary>Gets the name of the event that is missed, ordinal.</summary>
    public required string Then { get; init; }

    /// <summary>Gets the test over properties of the event that is missed; null for none.</summary>
    public SegmentRule? ThenWhere { get; init; }

    /// <summary>Gets for how long it is missed.</summary>
    public required ElapsedLimit Within { get; init; }
}
