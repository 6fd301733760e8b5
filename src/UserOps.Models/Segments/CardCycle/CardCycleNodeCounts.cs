namespace UserOps.Models;

/// <summary>One node in counts of users.</summary>
public sealed record CardCycleNodeCounts
{
    /// <summary>Gets the node.</summary>
    public required CardCycleNode Node { get; init; }

    /// <summary>Gets how many users it holds for, whatever else does.</summary>
    public required long Holding { get; init; }

    /// <summary>Gets how many of these it began for on this very day.</summary>
    public required long Entered { get; init; }

    /// <summary>Gets for how many users its dates are not known.</summary>
    public required long Unknown { get; init; }

    /// <summary>Gets how many users it is the current node of.</summary>
    public required long Current { get; init; }
}
