namespace UserOps.Models.Survival;

/// <summary>One parameter of an accelerated failure time regression.</summary>
/// <param name="Name">The covariate, or <c>(Intercept)</c>.</param>
/// <param name="Estimate">By how much ln T rises with one unit; <see cref="UndefinedReason.NoSolution"/> where the data do not decide on it.</param>
/// <param name="StandardError">From the inverse information; no number where there is no estimate.</param>
public sealed record AftCoefficient(string Name, Measure<double> Estimate, Measure<double> StandardError)
{
    /// <summary>Gets a value indicating whether the data decide on the coefficient.</summary>
    public bool IsIdentified => Estimate.Value is not null;

    /// <summary>Gets how many times as long a lifetime is with one unit more: exp of the estimate; no number where no double holds it.</summary>
    public Measure<double> TimeRatio => LogEstimate.Ratio(Estimate);

    /// <summary>Gets the two-sided p-value of no influence: the estimate in standard errors, by the normal distribution.</summary>
    public Measure<double> PValue => LogEstimate.PValue(Estimate, StandardError);

    /// <summary>Gets where the time ratio lies with a given confidence: exp of the estimate plus and minus so many standard errors.</summary>
    /// <param name="level">Above 0 and below 1.</param>
    /// <returns>Null where there is no estimate. A limit no double holds is <see cref="double.MaxValue"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public Interval? TimeRatioInterval(double level = SurvivalDefaults.ConfidenceLevel) => LogEstimate.RatioInterval(Estimate, StandardError, level);
}
