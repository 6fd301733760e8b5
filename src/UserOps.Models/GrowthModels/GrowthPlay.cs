using System.Collections.Immutable;

namespace UserOps.Models.GrowthModels;

/// <summary>One way to move one stage: what to aim for, what to pull, how to see that it worked.</summary>
public sealed record GrowthPlay
{
    /// <summary>Gets the stable id, such as <c>finance.activation.account-opening</c>; unique in its playbook.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the stage it moves.</summary>
    public required GrowthStage Stage { get; init; }

    /// <summary>Gets what it aims for.</summary>
    public required LocalizedText Goal { get; init; }

    /// <summary>Gets what to pull; at least one.</summary>
    public required ImmutableArray<LocalizedText> Levers { get; init; }

    /// <summary>Gets the metric that shows whether it worked, in words.</summary>
    public required LocalizedText Metric { get; init; }

    /// <summary>Gets the id of the metric where this library computes it, see <see cref="GrowthMetrics"/>; null where it is text alone.</summary>
    public string? MetricId { get; init; }

    /// <summary>Gets what somebody reached; null for nothing known.</summary>
    public GrowthBenchmark? Benchmark { get; init; }

    /// <summary>Gets a value indicating whether the library shipped the play; false for the caller's own.</summary>
    public bool IsDefault { get; init; }

    /// <inheritdoc/>
    public bool Equals(GrowthPlay? other) => other is not null
        && Id == other.Id
        && Stage == other.Stage
        && Goal == other.Goal
        && ListEquality.Equal(Levers, other.Levers)
        && Metric == other.Metric
        && MetricId == other.MetricId
        && Benchmark == other.Benchmark
        && IsDefault == other.IsDefault;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Stage, Goal, ListEquality.Hash(Levers), Metric, MetricId, Benchmark, IsDefault);
}
