using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>How to activate users, by period. Plain data, JSON round-trip, editable; no model reads it.</summary>
public sealed record ActivationWayCatalog
{
    /// <summary>Gets the shipped ways for the app of a bank.</summary>
    public static ActivationWayCatalog Default { get; } = BankingPeriods.Ways();

    /// <summary>Gets the stable id; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version, 1 or more; an edited catalog gets a new one.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the ways, in the order in which they are shown.</summary>
    public required ImmutableArray<ActivationWay> Ways { get; init; }

    /// <summary>Lists the ways of a period, in the order of the catalog.</summary>
    /// <param name="period">The period.</param>
    public ImmutableArray<ActivationWay> For(UserPeriod period) => Ways.IsDefault ? [] : [.. Ways.Where(way => way?.Period == period)];

    /// <summary>Lists every fault of the catalog.</summary>
    /// <returns>Faults in document order; empty for a sound catalog.</returns>
    public ImmutableArray<DefinitionIssue> Validate() => LifecycleCatalogRules.Check(this);

    /// <inheritdoc/>
    public bool Equals(ActivationWayCatalog? other) => other is not null && Id == other.Id && Version == other.Version && ListEquality.Equal(Ways, other.Ways);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Version, ListEquality.Hash(Ways));
}
