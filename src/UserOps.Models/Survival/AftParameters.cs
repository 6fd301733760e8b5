using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>Everything an accelerated failure time regression learned: what is saved as JSON.</summary>
/// <remarks>Plain data, JSON round-trip. <see cref="AftModel"/> checks everything at once, the version first.</remarks>
public sealed record AftParameters
{
    /// <summary>Gets the form of these data. Only 1 is known; a later one is refused rather than misread.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the options of the fit.</summary>
    public required AftOptions Options { get; init; }

    /// <summary>Gets how the fit ended.</summary>
    public required SurvivalFitStatus Status { get; init; }

    /// <summary>Gets the expected ln T less scale times the mean of W where every covariate is 0; null where the data do not decide on it.</summary>
    public double? Intercept { get; init; }

    /// <summary>Gets the covariates, in the order in which values are given; none for a distribution alone.</summary>
    public required ImmutableArray<AftCovariate> Covariates { get; init; }

    /// <summary>Gets the scale; 1 for an exponential, null where the data do not decide on it.</summary>
    public double? Scale { get; init; }

    /// <summary>
    /// Gets the inverse information of intercept, coefficients and, but for an exponential, ln of the scale, row by row; what belongs to a parameter without a
    /// value means nothing.
    /// </summary>
    public required ImmutableArray<double> Covariance { get; init; }

    /// <summary>Gets the logarithm of the likelihood of T at the end; where the maximum lies at infinity, the value that was come near to.</summary>
    public required double LogLikelihood { get; init; }

    /// <inheritdoc/>
    public bool Equals(AftParameters? other) => other is not null
        && (Version, Status, Intercept, Scale) == (other.Version, other.Status, other.Intercept, other.Scale)
        && Equals(Options, other.Options)
        && ListEquality.Equal(Covariates, other.Covariates)
        && ListEquality.Equal(Covariance, other.Covariance)
        && LogLikelihood.Equals(other.LogLikelihood);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Version, Status, Intercept, ListEquality.Hash(Covariates), Scale, LogLikelihood);
}
