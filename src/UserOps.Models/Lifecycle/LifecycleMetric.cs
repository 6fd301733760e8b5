namespace UserOps.Models.Lifecycle;

/// <summary>One key metric of a stage: computed by this library, a rule whose share in the stage is the metric, or words alone.</summary>
public sealed record LifecycleMetric
{
    /// <summary>Gets the stable id, such as <c>growth.card-bound</c>; unique in its catalog.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the id of the metric where this library computes it, see <see cref="LifecycleMetrics"/> and <see cref="GrowthModels.GrowthMetrics"/>; null else.</summary>
    public string? MetricId { get; init; }

    /// <summary>Gets the rule whose members, of the users of the stage, are the metric; null for none. Shipped rules speak of the sample bank's events: to be edited.</summary>
    public SegmentRule? Rule { get; init; }
}
