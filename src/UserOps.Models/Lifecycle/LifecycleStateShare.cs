namespace UserOps.Models.Lifecycle;

/// <summary>The share of a place in the long run.</summary>
public sealed record LifecycleStateShare
{
    /// <summary>Gets the place.</summary>
    public required LifecycleState State { get; init; }

    /// <summary>Gets the share, 0 to 1; without a number where the shares do not settle.</summary>
    public required Measure<double> Share { get; init; }
}
