using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>What to do in each stage (各阶段运营策略). Plain data, JSON round-trip, editable; no model reads it.</summary>
public sealed record LifecycleStrategyCatalog
{
    /// <summary>Gets the shipped strategies for the app of a bank.</summary>
    public static LifecycleStrategyCatalog Default { get; } = BankingStages.Strategies();

    /// <summary>Gets the stable id; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version, 1 or more; an edited catalog gets a new one.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the strategies, in the order in which they are shown.</summary>
    public required ImmutableArray<LifecycleStrategy> Strategies { get; init; }

    /// <summary>Lists the strategies of a stage, in the order of the catalog.</summary>
    /// <param name="stage">The stage.</param>
    public ImmutableArray<LifecycleStrategy> For(LifecycleStage stage) => Strategies.IsDefault ? [] : [.. Strategies.Where(strategy => strategy?.Stage == stage)];

    /// <summary>Lists every fault of the catalog, unresolved metric ids among them.</summary>
    /// <returns>Faults in document order; empty for a sound catalog.</returns>
    public ImmutableArray<DefinitionIssue> Validate() => LifecycleCatalogRules.Check(this);

    /// <inheritdoc/>
    public bool Equals(LifecycleStrategyCatalog? other) => other is not null && Id == other.Id && Version == other.Version && ListEquality.Equal(Strategies, other.Strategies);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Version, ListEquality.Hash(Strategies));
}
