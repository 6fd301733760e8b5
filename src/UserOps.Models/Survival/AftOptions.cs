using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>How an accelerated failure time regression, or without covariates a distribution, is to be fitted.</summary>
/// <remarks>Plain data, JSON round-trip. <see cref="AftModel.Fit"/> checks everything at once.</remarks>
public sealed record AftOptions
{
    /// <summary>Initializes a new instance of the <see cref="AftOptions"/> class: a Weibull over all covariates.</summary>
    public AftOptions()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal AftOptions(
        LifetimeFamily family = AftDefaults.Family, double tolerance = AftDefaults.Tolerance, int maximumIterations = AftDefaults.MaximumIterations)
    {
        Family = family;
        Tolerance = tolerance;
        MaximumIterations = maximumIterations;
    }

    /// <summary>Gets the shape of lifetimes. Default: <see cref="LifetimeFamily.Weibull"/>.</summary>
    public LifetimeFamily Family { get; init; } = AftDefaults.Family;

    /// <summary>Gets the names of the covariates to use, each once; empty for none. Null, the default: all of the table, in their order.</summary>
    public ImmutableArray<string>? Covariates { get; init; }

    /// <summary>Gets by how much a parameter, in units of the spread of its covariate, may still move at the end, relative to 1 plus its size; above 0. Default: 1e-9.</summary>
    public double Tolerance { get; init; } = AftDefaults.Tolerance;

    /// <summary>Gets the steps at most; at least 1. Default: 100.</summary>
    public int MaximumIterations { get; init; } = AftDefaults.MaximumIterations;

    /// <inheritdoc/>
    public bool Equals(AftOptions? other) => other is not null
        && Family == other.Family
        && RegressionRules.AreSame(Covariates, other.Covariates)
        && Tolerance.Equals(other.Tolerance)
        && MaximumIterations == other.MaximumIterations;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Family, ListEquality.Hash(Covariates ?? []), Tolerance, MaximumIterations);
}
