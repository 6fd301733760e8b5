namespace UserOps.Models.Retention;

/// <summary>A retention curve: a shape with its values, to smooth what was seen and to look beyond it.</summary>
/// <remarks>
/// Immutable, shared freely between threads. Looking beyond the data is a claim about the shape: hold periods out
/// (<see cref="Holdout"/>) and compare shapes by it before believing any.
/// </remarks>
public sealed partial class RetentionCurveModel
{
    /// <summary>Takes a curve that was saved, or whose values are known.</summary>
    /// <param name="parameters">The shape and its values.</param>
    /// <exception cref="ArgumentNullException">They are null.</exception>
    /// <exception cref="InvalidDefinitionException">The version is not known, or the values are none of the shape; every fault is in <c>Issues</c>.</exception>
    public RetentionCurveModel(RetentionCurveParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        InvalidDefinitionException.ThrowIfAny(RetentionCurveRules.Check(parameters));
        Family = parameters.Family;
        Status = RetentionCurveStatus.Converged;
        Parameters = parameters;
    }

    private RetentionCurveModel(RetentionCurveFamily family, RetentionCurveParameters? parameters, RetentionHoldout? holdout)
    {
        Family = family;
        Status = parameters is null ? RetentionCurveStatus.NotIdentified : RetentionCurveStatus.Converged;
        Parameters = parameters;
        Holdout = holdout;
    }

    /// <summary>Gets the shape.</summary>
    public RetentionCurveFamily Family { get; }

    /// <summary>Gets how the fit ended.</summary>
    public RetentionCurveStatus Status { get; }

    /// <summary>Gets the shape and its values, to be saved; null where the data do not determine them.</summary>
    public RetentionCurveParameters? Parameters { get; }

    /// <summary>Gets the logarithm of the likelihood at the maximum, over the fitted periods.</summary>
    /// <value><see cref="UndefinedReason.NoSolution"/> where the data do not determine the curve; <see cref="UndefinedReason.EmptyPopulation"/> for values that no fit gave.</value>
    public Measure<double> LogLikelihood => Parameters is null ? UndefinedReason.NoSolution
        : Parameters.LogLikelihood is { } fitted ? fitted
        : UndefinedReason.EmptyPopulation;

    /// <summary>Gets the error over the periods held out; null without any, and where the data do not determine the curve.</summary>
    public RetentionHoldout? Holdout { get; }

    /// <summary>Gets the share of the cohort that the curve expects in a period, also one that nobody has seen yet.</summary>
    /// <param name="period">0 or later; the cost of the shifted beta-geometric grows with it.</param>
    /// <returns>0 to 1, and 1 in period 0; <see cref="UndefinedReason.NoSolution"/> where the data do not determine the curve.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period is negative.</exception>
    public Measure<double> RateAt(int period)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(period);
        return Parameters is null ? UndefinedReason.NoSolution : RetentionCurves.RateAt(Family, Parameters.Values.AsSpan(), period);
    }
}
