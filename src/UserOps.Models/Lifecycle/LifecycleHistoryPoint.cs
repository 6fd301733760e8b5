namespace UserOps.Models.Lifecycle;

/// <summary>How many users are where at one instant of a history.</summary>
public sealed record LifecycleHistoryPoint
{
    /// <summary>Gets the instant; an event at this very instant is seen.</summary>
    public required DateTimeOffset Instant { get; init; }

    /// <summary>Gets the counts.</summary>
    public required LifecycleCounts Counts { get; init; }
}
