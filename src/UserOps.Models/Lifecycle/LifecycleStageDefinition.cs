namespace UserOps.Models.Lifecycle;

/// <summary>One stage of a life cycle: who is in it, unless a stage before takes them.</summary>
public sealed record LifecycleStageDefinition
{
    /// <summary>Gets the stable id: short, ordinal, unique in its definition.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets who is in the stage, asked of users at the instant of the evaluation.</summary>
    public required SegmentRule Rule { get; init; }

    /// <summary>
    /// Gets which of the five it is, so that the shape, the wake-up rate and the catalogs know it; null for none of them. Several stages of a
    /// definition may be of one kind.
    /// </summary>
    public LifecycleStage? Kind { get; init; }
}
