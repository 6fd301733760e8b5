namespace UserOps.Models.Lifecycle;

/// <summary>One stage in counts of users.</summary>
public sealed record LifecycleStageCount
{
    /// <summary>Gets the id of the stage.</summary>
    public required string Stage { get; init; }

    /// <summary>Gets which of the five it is; null for none of them.</summary>
    public LifecycleStage? Kind { get; init; }

    /// <summary>Gets the users in it.</summary>
    public required long Users { get; init; }

    /// <summary>Gets how many of these may belong to an earlier stage, because a rule of it is unknown.</summary>
    public required long Uncertain { get; init; }
}
