using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>Whether covariates move the hazard by the same factor at all times.</summary>
public sealed record ProportionalHazardsTest
{
    /// <summary>Gets of what function of time a coefficient might be.</summary>
    public required ProportionalHazardsTransform Transform { get; init; }

    /// <summary>Gets one test per covariate, in their order.</summary>
    public required ImmutableArray<ProportionalHazardsResult> Covariates { get; init; }

    /// <summary>Gets the test of all covariates together; null where the data cannot tell.</summary>
    public CoxTest? Global { get; init; }

    /// <inheritdoc/>
    public bool Equals(ProportionalHazardsTest? other) => other is not null
        && (Transform, Global) == (other.Transform, other.Global)
        && ListEquality.Equal(Covariates, other.Covariates);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Transform, Global, ListEquality.Hash(Covariates));
}
