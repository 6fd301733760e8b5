using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>Accelerated failure time: covariates stretch lifetimes of a known shape (加速失效时间模型); without covariates, the distribution itself.</summary>
/// <remarks>
/// ln T = intercept + x b + scale W, by maximum likelihood under right censoring and late entry. Unlike Cox's model it says how long a row lasts beyond the
/// last time seen, at the price of a shape that must be right. A fit that cannot decide says so in <see cref="Status"/>; it never throws for it and never
/// answers NaN. Immutable, shared freely between threads. J. Kalbfleisch, R. Prentice, <i>The Statistical Analysis of Failure Time Data</i>, 2002, chapter 3.
/// </remarks>
public sealed class AftModel
{
    private readonly double[] _coefficients;

    /// <summary>Takes what was learned before.</summary>
    /// <param name="parameters">Saved by <see cref="Parameters"/>.</param>
    /// <exception cref="ArgumentNullException">The parameters are null.</exception>
    /// <exception cref="InvalidDefinitionException">The parameters cannot be, or are of a version this library does not know; every fault is in <c>Issues</c>.</exception>
    public AftModel(AftParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        InvalidDefinitionException.ThrowIfAny(AftRules.Check(parameters));
        Parameters = parameters;
        _coefficients = [.. parameters.Covariates.Select(covariate => covariate.Coefficient.GetValueOrDefault())];
    }

    /// <summary>Gets everything the model knows; as JSON it is the saved model.</summary>
    public AftParameters Parameters { get; }

    /// <summary>Gets how the fit ended.</summary>
    public SurvivalFitStatus Status => Parameters.Status;

    /// <summary>Gets the intercept, then the coefficients in the order of the covariates.</summary>
    public ImmutableArray<AftCoefficient> Coefficients =>
    [
        CoefficientOf("(Intercept)", Parameters.Intercept, 0),
        .. Parameters.Covariates.Select((covariate, k) => CoefficientOf(covariate.Name, covariate.Coefficient, k + 1)),
    ];

    /// <summary>Gets the scale; 1 for an exponential, <see cref="UndefinedReason.NoSolution"/> where the data do not decide on it.</summary>
    public Measure<double> Scale => Parameters.Scale is { } scale ? scale : UndefinedReason.NoSolution;

    /// <summary>Gets the standard error of ln of the scale; no number for an exponential, whose scale is not estimated, or without a scale.</summary>
    public Measure<double> LogScaleStandardError => Parameters is { Scale: not null, Options.Family: not LifetimeFamily.Exponential }
        ? Math.Sqrt(Parameters.Covariance[^1])
        : UndefinedReason.NoSolution;

    /// <summary>Fits a model.</summary>
    /// <param name="table">The rows, every time above 0, without strata.</param>
    /// <param name="options">Shape, covariates; null for the defaults.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    /// <returns>A model, whose <see cref="Status"/> says whether the data decide on every parameter.</returns>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    /// <exception cref="ArgumentException">A time is 0, which has no logarithm.</exception>
    /// <exception cref="InvalidDefinitionException">The options cannot be, by themselves or for the table; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static AftModel Fit(SurvivalTable table, AftOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        options ??= new();
        InvalidDefinitionException.ThrowIfAny(AftRules.Check(options, table));
        return AftRules.FirstWithoutLogarithm(table) is >= 0 and var row
            ? throw new ArgumentException($"The time of row {row} is 0, which has no logarithm; leave such rows out, or add what was lost by rounding.", nameof(table))
            : new(AftFit.Run(table, options, cancellationToken));
    }

    /// <summary>Gets how long a row lasts.</summary>
    /// <param name="covariates">In the order of the covariates; finite. None for a fit without covariates.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than covariates, one is not finite, or they lead beyond all times.</exception>
    /// <exception cref="InvalidOperationException">The fit did not converge.</exception>
    public LifetimeDistribution At(params ReadOnlySpan<double> covariates)
    {
        if (Status != SurvivalFitStatus.Converged)
        {
            throw new InvalidOperationException($"The fit ended with {Status}: there is no distribution.");
        }

        if (covariates.Length != _coefficients.Length)
        {
            throw new ArgumentException($"There are {covariates.Length} values for {_coefficients.Length} covariates.", nameof(covariates));
        }

        double location = Parameters.Intercept.GetValueOrDefault() + SymmetricKernels.Dot(covariates, _coefficients);
        return double.IsFinite(location)
            ? new(Parameters.Options.Family, location, Parameters.Scale.GetValueOrDefault())
            : throw new ArgumentException(FormattableString.Invariant($"The covariates lead to the location {location}; values are finite and not beyond all times."), nameof(covariates));
    }

    private AftCoefficient CoefficientOf(string name, double? estimate, int index)
    {
        int parameters = 1 + Parameters.Covariates.Length + (Parameters.Options.Family == LifetimeFamily.Exponential ? 0 : 1);
        return estimate is { } value
            ? new(name, value, Math.Sqrt(Parameters.Covariance[index * (parameters + 1)]))
            : new(name, UndefinedReason.NoSolution, UndefinedReason.NoSolution);
    }
}
