using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>Everything a Cox regression learned: what is saved as JSON.</summary>
/// <remarks>Plain data, JSON round-trip. <see cref="CoxModel"/> checks everything at once, the version first.</remarks>
public sealed record CoxParameters
{
    /// <summary>Gets the form of these data. Only 1 is known; a later one is refused rather than misread.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the options of the fit.</summary>
    public required CoxOptions Options { get; init; }

    /// <summary>Gets how the fit ended.</summary>
    public required SurvivalFitStatus Status { get; init; }

    /// <summary>Gets the covariates, in the order in which values are given; at least one.</summary>
    public required ImmutableArray<CoxCovariate> Covariates { get; init; }

    /// <summary>Gets the inverse information, row by row, shape [covariates, covariates]; what belongs to a covariate without a coefficient means nothing.</summary>
    public required ImmutableArray<double> Covariance { get; init; }

    /// <summary>Gets the logarithm of the partial likelihood with all coefficients 0.</summary>
    public required double LogLikelihoodNull { get; init; }

    /// <summary>Gets the logarithm of the partial likelihood at the end, by the same rule for ties and without the penalty; where the maximum lies at infinity, the value that was come near to.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Gets twice the rise of the log-likelihood; null with a penalty or when no covariate says anything.</summary>
    public CoxTest? LikelihoodRatio { get; init; }

    /// <summary>Gets the score test at all coefficients 0; null with a penalty or when no covariate says anything.</summary>
    public CoxTest? Score { get; init; }

    /// <summary>Gets Wald's test of all coefficients; null with a penalty or unless the fit converged.</summary>
    public CoxTest? Wald { get; init; }

    /// <summary>Gets how well the scores at the end order the times; where the fit did not converge, scores by the coefficients that were come near to.</summary>
    public required CoxConcordance Concordance { get; init; }

    /// <summary>Gets the cumulative hazard of each stratum that has events, in the order of their labels; none unless the fit converged.</summary>
    public ImmutableArray<CoxBaseline> Baselines
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <inheritdoc/>
    public bool Equals(CoxParameters? other) => other is not null
        && (Version, Status, LikelihoodRatio, Score, Wald, Concordance) == (other.Version, other.Status, other.LikelihoodRatio, other.Score, other.Wald, other.Concordance)
        && Equals(Options, other.Options)
        && ListEquality.Equal(Covariates, other.Covariates)
        && ListEquality.Equal(Covariance, other.Covariance)
        && LogLikelihoodNull.Equals(other.LogLikelihoodNull)
        && LogLikelihood.Equals(other.LogLikelihood)
        && ListEquality.Equal(Baselines, other.Baselines);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Version, Status, ListEquality.Hash(Covariates), LogLikelihood, ListEquality.Hash(Baselines));
}
