namespace UserOps.Models.Lifecycle;

/// <summary>Users who were in one place at an instant of a history and in another, or the same, at the next: one band of a Sankey diagram.</summary>
public sealed record LifecycleFlow
{
    /// <summary>Gets the position of the later instant in the history; at least 1.</summary>
    public required int Point { get; init; }

    /// <summary>Gets the later instant.</summary>
    public required DateTimeOffset Instant { get; init; }

    /// <summary>Gets where they were; <see cref="LifecycleState.Absent"/> for new users.</summary>
    public required LifecycleState From { get; init; }

    /// <summary>Gets where they are; <see cref="LifecycleState.Absent"/> for users who are no longer there.</summary>
    public required LifecycleState To { get; init; }

    /// <summary>Gets how many; at least 1.</summary>
    public required long Users { get; init; }
}
