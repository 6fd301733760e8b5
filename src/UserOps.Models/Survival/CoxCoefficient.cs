namespace UserOps.Models.Survival;

/// <summary>How one covariate moves the hazard.</summary>
/// <param name="Name">The covariate.</param>
/// <param name="Estimate">By how much the logarithm of the hazard rises with one unit; <see cref="UndefinedReason.NoSolution"/> where the data do not decide on it.</param>
/// <param name="StandardError">From the inverse information; no number where there is no estimate.</param>
public sealed record CoxCoefficient(string Name, Measure<double> Estimate, Measure<double> StandardError)
{
    /// <summary>Gets a value indicating whether the data decide on the coefficient.</summary>
    public bool IsIdentified => Estimate.Value is not null;

    /// <summary>Gets how many times the hazard is with one unit more: exp of the estimate; no number where no double holds it.</summary>
    public Measure<double> HazardRatio => LogEstimate.Ratio(Estimate);

    /// <summary>Gets the two-sided p-value of no influence: the estimate in standard errors, by the normal distribution.</summary>
    public Measure<double> PValue => LogEstimate.PValue(Estimate, StandardError);

    /// <summary>Gets where the hazard ratio lies with a given confidence: exp of the estimate plus and minus so many standard errors.</summary>
    /// <param name="level">Above 0 and below 1.</param>
    /// <returns>Null where there is no estimate. A limit no double holds is <see cref="double.MaxValue"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public Interval? HazardRatioInterval(double level = SurvivalDefaults.ConfidenceLevel) => LogEstimate.RatioInterval(Estimate, StandardError, level);
}
