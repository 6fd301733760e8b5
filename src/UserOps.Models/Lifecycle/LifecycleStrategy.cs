using System.Collections.Immutable;
using UserOps.Models.GrowthModels;

namespace UserOps.Models.Lifecycle;

/// <summary>One thing to do for the users of a stage: why, how, and how to see that it worked.</summary>
public sealed record LifecycleStrategy
{
    /// <summary>Gets the stable id, such as <c>dormant.remind</c>; unique in its catalog.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the stage it is for.</summary>
    public required LifecycleStage Stage { get; init; }

    /// <summary>Gets the goal it works for.</summary>
    public required OperationGoal Goal { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets what to do; at least one.</summary>
    public required ImmutableArray<LocalizedText> Actions { get; init; }

    /// <summary>Gets whom of the stage it is for; null for everybody in it. Shipped rules speak of the sample bank's events: to be edited.</summary>
    public SegmentRule? Audience { get; init; }

    /// <summary>Gets the id of the metric that shows whether it worked, see <see cref="LifecycleMetrics"/> and <see cref="GrowthMetrics"/>; null where it is text alone.</summary>
    public string? MetricId { get; init; }

    /// <summary>Gets a value indicating whether the library shipped the strategy; false for the caller's own.</summary>
    public bool IsDefault { get; init; }

    /// <inheritdoc/>
    public bool Equals(LifecycleStrategy? other) => other is not null
        && Id == other.Id
        && Stage == other.Stage
        && Goal == other.Goal
        && Name == other.Name
        && ListEquality.Equal(Actions, other.Actions)
        && Audience == other.Audience
        && MetricId == other.MetricId
        && IsDefault == other.IsDefault;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Stage, Goal, Name, ListEquality.Hash(Actions), Audience, MetricId, IsDefault);
}
