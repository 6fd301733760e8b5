namespace UserOps.Models.Lifecycle;

/// <summary>How many users were seen in a place at every instant from one to another, and elsewhere at the instants before and after, if there are any.</summary>
public sealed record LifecycleSpellCount
{
    /// <summary>Gets the place: a stage, or unassigned.</summary>
    public required LifecycleState State { get; init; }

    /// <summary>Gets the position of the first instant at which they were seen there; 0 means that the beginning is not known.</summary>
    public required int First { get; init; }

    /// <summary>Gets the position of the last one, included; the last instant of the history means that the end is not known.</summary>
    public required int Last { get; init; }

    /// <summary>Gets how many; at least 1. A user who comes back counts in a spell of its own.</summary>
    public required long Users { get; init; }
}
