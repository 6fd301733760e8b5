namespace UserOps.Models.Lifecycle;

/// <summary>How long users stay in a place, as far as a history shows it.</summary>
/// <remarks>
/// A history knows the instants it looked at. A spell seen from one instant to another lasted at least the time between them, and less than the time
/// between the instant before and the instant after; what happened between two instants at which a user was in the same place is not seen, and counts as
/// having stayed. Spells that begin with the history or end with it are not complete: their length is not known, and means over complete spells favor
/// the short ones. For a fair estimate take the spells as durations with censoring to a survival model.
/// </remarks>
public sealed record LifecycleStageTime
{
    /// <summary>Gets the place.</summary>
    public required LifecycleState State { get; init; }

    /// <summary>Gets the spells seen.</summary>
    public required long Spells { get; init; }

    /// <summary>Gets those of which both the beginning and the end lie within the history.</summary>
    public required long Complete { get; init; }

    /// <summary>Gets the mean of the shortest time each complete spell can have taken; without a number where there is none.</summary>
    public required Measure<TimeSpan> MeanAtLeast { get; init; }

    /// <summary>Gets the mean of the longest time each complete spell can have taken, which none reaches; without a number where there is none.</summary>
    public required Measure<TimeSpan> MeanAtMost { get; init; }
}
