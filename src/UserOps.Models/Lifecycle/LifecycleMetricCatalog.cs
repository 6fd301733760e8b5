using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>The key metrics of each stage (各阶段关键指标). Plain data, JSON round-trip, editable; no model reads it.</summary>
public sealed record LifecycleMetricCatalog
{
    /// <summary>Gets the shipped sets for the app of a bank.</summary>
    public static LifecycleMetricCatalog Default { get; } = BankingStages.Metrics();

    /// <summary>Gets the stable id; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version, 1 or more; an edited catalog gets a new one.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the sets; at most one a stage.</summary>
    public required ImmutableArray<LifecycleMetricSet> Sets { get; init; }

    /// <summary>Gets the set of a stage; null where the catalog has none.</summary>
    /// <param name="stage">The stage.</param>
    public LifecycleMetricSet? For(LifecycleStage stage) => Sets.IsDefault ? null : Sets.FirstOrDefault(set => set?.Stage == stage);

    /// <summary>Lists every fault of the catalog, unresolved metric ids among them.</summary>
    /// <returns>Faults in document order; empty for a sound catalog.</returns>
    public ImmutableArray<DefinitionIssue> Validate() => LifecycleCatalogRules.Check(this);

    /// <inheritdoc/>
    public bool Equals(LifecycleMetricCatalog? other) => other is not null && Id == other.Id && Version == other.Version && ListEquality.Equal(Sets, other.Sets);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Version, ListEquality.Hash(Sets));
}
