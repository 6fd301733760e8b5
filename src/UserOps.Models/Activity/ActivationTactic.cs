using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>One way to raise the activity of users (促活手段): what to do, and how to see that it worked.</summary>
public sealed record ActivationTactic
{
    /// <summary>Gets the stable id, such as <c>activation.reminder</c>; unique in its catalog.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets what to do; at least one.</summary>
    public required ImmutableArray<LocalizedText> Levers { get; init; }

    /// <summary>Gets the metric that shows whether it worked, in words.</summary>
    public required LocalizedText Metric { get; init; }

    /// <summary>Gets the id of the metric where this library computes it, see <see cref="ActivityMetrics"/>; null where it is text alone.</summary>
    public string? MetricId { get; init; }

    /// <summary>Gets a value indicating whether the library shipped the tactic; false for the caller's own.</summary>
    public bool IsDefault { get; init; }

    /// <inheritdoc/>
    public bool Equals(ActivationTactic? other) => other is not null
        && Id == other.Id
        && Name == other.Name
        && ListEquality.Equal(Levers, other.Levers)
        && Metric == other.Metric
        && MetricId == other.MetricId
        && IsDefault == other.IsDefault;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Name, ListEquality.Hash(Levers), Metric, MetricId, IsDefault);
}
