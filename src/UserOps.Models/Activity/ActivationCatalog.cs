using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>Ways to raise the activity of users (提升用户活跃度的手段). Plain data, JSON round-trip, editable.</summary>
/// <remarks>No model reads the catalog: it is advice, and nothing depends on it.</remarks>
public sealed record ActivationCatalog
{
    /// <summary>Gets the six tactics that are shipped: an example to edit, for retail finance.</summary>
    public static ActivationCatalog Default { get; } = DefaultTactics.Catalog();

    /// <summary>Gets the stable id; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version, 1 or more; an edited catalog gets a new one.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText DisplayName { get; init; }

    /// <summary>Gets the tactics, in the order in which they are shown.</summary>
    public required ImmutableArray<ActivationTactic> Tactics { get; init; }

    /// <summary>Lists the tactics that are judged by a metric, in the order of the catalog.</summary>
    /// <param name="metricId">One of <see cref="ActivityMetrics.Ids"/>.</param>
    public ImmutableArray<ActivationTactic> For(string metricId) => Tactics.IsDefault ? [] : [.. Tactics.Where(tactic => tactic?.MetricId == metricId)];

    /// <summary>Lists every fault of the catalog, unresolved metric ids among them.</summary>
    /// <returns>Faults in document order; empty for a sound catalog.</returns>
    public ImmutableArray<DefinitionIssue> Validate() => ActivityCatalogRules.Check(this);

    /// <inheritdoc/>
    public bool Equals(ActivationCatalog? other) => other is not null
        && Id == other.Id
        && Version == other.Version
        && DisplayName == other.DisplayName
        && ListEquality.Equal(Tactics, other.Tactics);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Version, DisplayName, ListEquality.Hash(Tactics));
}
