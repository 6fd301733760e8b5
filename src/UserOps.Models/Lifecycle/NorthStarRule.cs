using System.Collections.Immutable;
using UserOps.Models.GrowthModels;

namespace UserOps.Models.Lifecycle;

/// <summary>What a product of one life-cycle shape should steer by: where to look, and the one metric (北极星指标).</summary>
public sealed record NorthStarRule
{
    /// <summary>Gets the stable id, such as <c>north-star.l</c>; unique in its catalog.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the shape the rule is for; one rule a shape.</summary>
    public required LifecycleShape Shape { get; init; }

    /// <summary>Gets the goals to work for, most important first; at least one, none twice.</summary>
    public required ImmutableArray<OperationGoal> Goals { get; init; }

    /// <summary>Gets what to look at.</summary>
    public required LocalizedText Focus { get; init; }

    /// <summary>Gets the metric, in words.</summary>
    public required LocalizedText Metric { get; init; }

    /// <summary>Gets the id of the metric where this library computes it, see <see cref="GrowthMetrics"/> and <see cref="LifecycleMetrics"/>; null where it is text alone.</summary>
    public string? MetricId { get; init; }

    /// <summary>Gets a value indicating whether the library shipped the rule; false for the caller's own.</summary>
    public bool IsDefault { get; init; }

    /// <inheritdoc/>
    public bool Equals(NorthStarRule? other) => other is not null
        && Id == other.Id
        && Shape == other.Shape
        && ListEquality.Equal(Goals, other.Goals)
        && Focus == other.Focus
        && Metric == other.Metric
        && MetricId == other.MetricId
        && IsDefault == other.IsDefault;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Shape, ListEquality.Hash(Goals), Focus, Metric, MetricId, IsDefault);
}
