using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>What to watch in one stage of the life cycle.</summary>
public sealed record LifecycleMetricSet
{
    /// <summary>Gets the stage; one set a stage.</summary>
    public required LifecycleStage Stage { get; init; }

    /// <summary>Gets the metrics, most important first; at least one.</summary>
    public required ImmutableArray<LifecycleMetric> Metrics { get; init; }

    /// <summary>Gets a value indicating whether the library shipped the set; false for the caller's own.</summary>
    public bool IsDefault { get; init; }

    /// <inheritdoc/>
    public bool Equals(LifecycleMetricSet? other) => other is not null && Stage == other.Stage && ListEquality.Equal(Metrics, other.Metrics) && IsDefault == other.IsDefault;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Stage, ListEquality.Hash(Metrics), IsDefault);
}
