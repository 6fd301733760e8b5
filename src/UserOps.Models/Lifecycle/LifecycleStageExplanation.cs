namespace UserOps.Models.Lifecycle;

/// <summary>What the rule of one stage says of one user.</summary>
public sealed record LifecycleStageExplanation
{
    /// <summary>Gets the id of the stage.</summary>
    public required string Stage { get; init; }

    /// <summary>Gets the rule, every node with its own answer; pointers begin at the rule.</summary>
    public required SegmentExplanation Rule { get; init; }
}
