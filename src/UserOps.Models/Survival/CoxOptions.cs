using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>How a Cox regression is to be fitted.</summary>
/// <remarks>Plain data, JSON round-trip. <see cref="CoxModel.Fit"/> checks everything at once.</remarks>
public sealed record CoxOptions
{
    /// <summary>Initializes a new instance of the <see cref="CoxOptions"/> class: Efron's ties, no penalty.</summary>
    public CoxOptions()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal CoxOptions(double tolerance = CoxDefaults.Tolerance, int maximumIterations = CoxDefaults.MaximumIterations)
    {
        Tolerance = tolerance;
        MaximumIterations = maximumIterations;
    }

    /// <summary>Gets the names of the covariates to use, each once, at least one. Null, the default: all of the table, in their order.</summary>
    public ImmutableArray<string>? Covariates { get; init; }

    /// <summary>Gets what is made of events at one time. Default: <see cref="CoxTies.Efron"/>.</summary>
    public CoxTies Ties { get; init; }

    /// <summary>
    /// Gets the strength of the L2 penalty: the log-likelihood loses half of it times the sum of squares of the coefficients per deviation (over rows) of
    /// their covariates, so that units do not matter. Zero or more. Default: 0. With it, covariates that separate or repeat each other are no fault, and
    /// there are no tests.
    /// </summary>
    public double Penalty { get; init; }

    /// <summary>Gets by how much a coefficient, per deviation of its covariate, may still move at the end, relative to 1 plus its size; above 0. Default: 1e-9.</summary>
    public double Tolerance { get; init; } = CoxDefaults.Tolerance;

    /// <summary>Gets the steps at most; at least 1. Default: 100; a maximum is found in 3 to 8, one at infinity in 20 to 40.</summary>
    public int MaximumIterations { get; init; } = CoxDefaults.MaximumIterations;

    /// <inheritdoc/>
    public bool Equals(CoxOptions? other) => other is not null
        && RegressionRules.AreSame(Covariates, other.Covariates)
        && Ties == other.Ties
        && Penalty.Equals(other.Penalty)
        && Tolerance.Equals(other.Tolerance)
        && MaximumIterations == other.MaximumIterations;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ListEquality.Hash(Covariates ?? []), Ties, Penalty, Tolerance, MaximumIterations);
}
