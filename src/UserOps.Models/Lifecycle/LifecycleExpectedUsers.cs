namespace UserOps.Models.Lifecycle;

/// <summary>How many users a forecast expects in a place.</summary>
public sealed record LifecycleExpectedUsers
{
    /// <summary>Gets the place.</summary>
    public required LifecycleState State { get; init; }

    /// <summary>Gets the expected number; without one where users would have to go on from a place of unknown rates.</summary>
    public required Measure<double> Users { get; init; }
}
