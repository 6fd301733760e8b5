using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>Cox's proportional hazards: which covariates make an end come sooner, whatever the shape of the hazard over time (Cox比例风险模型).</summary>
/// <remarks>
/// The hazard of a row at time t is h(t) exp(x b), with h common to a stratum. Newton's method over centered and scaled covariates, so that offsets and
/// units cost no digits. A fit that cannot decide says so in <see cref="Status"/>; it never throws for it and never answers NaN. Immutable, shared freely
/// between threads. D. R. Cox, Journal of the Royal Statistical Society B 34, 1972, 187-220; T. Therneau, P. Grambsch, <i>Modeling Survival Data</i>, 2000.
/// </remarks>
public sealed partial class CoxModel
{
    private readonly double[] _centers;
    private readonly double[] _coefficients; // empty unless the fit converged

    /// <summary>Takes what was learned before.</summary>
    /// <param name="parameters">Saved by <see cref="Parameters"/>.</param>
    /// <exception cref="ArgumentNullException">The parameters are null.</exception>
    /// <exception cref="InvalidDefinitionException">The parameters cannot be, or are of a version this library does not know; every fault is in <c>Issues</c>.</exception>
    public CoxModel(CoxParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        InvalidDefinitionException.ThrowIfAny(CoxRules.Check(parameters));
        Parameters = parameters;
        _centers = [.. parameters.Covariates.Select(covariate => covariate.Center)];
        _coefficients = parameters.Status == SurvivalFitStatus.Converged ? [.. parameters.Covariates.Select(covariate => covariate.Coefficient.GetValueOrDefault())] : [];
    }

    /// <summary>Gets everything the model knows; as JSON it is the saved model.</summary>
    public CoxParameters Parameters { get; }

    /// <summary>Gets how the fit ended.</summary>
    public SurvivalFitStatus Status => Parameters.Status;

    /// <summary>Gets the coefficients, in the order of the covariates.</summary>
    public ImmutableArray<CoxCoefficient> Coefficients => [.. Parameters.Covariates.Select(CoefficientAt)];

    /// <summary>Gets the likelihood-ratio test of all coefficients; null with a penalty or when no covariate says anything.</summary>
    public CoxTest? LikelihoodRatio => Parameters.LikelihoodRatio;

    /// <summary>Gets the score test of all coefficients, the log-rank test if there is one covariate of two values; null with a penalty or when no covariate says anything.</summary>
    public CoxTest? Score => Parameters.Score;

    /// <summary>Gets Wald's test of all coefficients; null with a penalty or unless the fit converged.</summary>
    public CoxTest? Wald => Parameters.Wald;

    /// <summary>Gets how well the scores order the times.</summary>
    public CoxConcordance Concordance => Parameters.Concordance;

    /// <summary>Fits a model.</summary>
    /// <param name="table">The rows; its strata have baselines of their own and share the coefficients.</param>
    /// <param name="options">Covariates, ties, penalty; null for the defaults.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    /// <returns>A model, whose <see cref="Status"/> says whether the data decide on every coefficient.</returns>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    /// <exception cref="InvalidDefinitionException">The options cannot be, by themselves or for the table; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static CoxModel Fit(SurvivalTable table, CoxOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        options ??= new();
        InvalidDefinitionException.ThrowIfAny(CoxRules.Check(options, table));
        return new(CoxFit.Run(table, options, cancellationToken));
    }

    private CoxCoefficient CoefficientAt(CoxCovariate covariate, int index)
    {
        if (covariate.Coefficient is not { } estimate)
        {
            return new(covariate.Name, UndefinedReason.NoSolution, UndefinedReason.NoSolution);
        }

        return new(covariate.Name, estimate, Math.Sqrt(Parameters.Covariance[index * (Parameters.Covariates.Length + 1)]));
    }
}
