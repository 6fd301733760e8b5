namespace UserOps.Models.Value;

/// <content>How sure predictions are, by how well the parameters are known; not how far one cohort may be from them.</content>
public sealed partial class ShiftedBetaGeometricModel
{
    /// <summary>Gets where <see cref="SurvivalAt"/> lies with a given confidence (delta method on ln of the odds).</summary>
    /// <param name="renewals">0 or more.</param>
    /// <param name="level">Above 0 and below 1.</param>
    /// <returns>Null for parameters that carry no evidence of a fit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or the level is not between 0 and 1.</exception>
    public Interval? SurvivalIntervalAt(long renewals, double level = ValueDefaults.ConfidenceLevel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        return PredictionInterval.OfProbability(Logs(), Parameters.Evidence, logs => ShiftedBetaGeometricKernels.Survival(Math.Exp(logs[0]), Math.Exp(logs[1]), renewals), level);
    }

    /// <summary>Gets where <see cref="DiscountedExpectedLifetime"/> lies with a given confidence (delta method on its ln).</summary>
    /// <param name="discountRate">By how much a period later is worth less; 0 or more.</param>
    /// <param name="level">Above 0 and below 1.</param>
    /// <returns>Null for parameters that carry no evidence of a fit, and where the lifetime, or one beside it, is infinite.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The discount is negative or no finite number, or the level is not between 0 and 1.</exception>
    public Interval? DiscountedExpectedLifetimeInterval(double discountRate, double level = ValueDefaults.ConfidenceLevel)
    {
        LifetimeValue.RequireDiscount(discountRate, nameof(discountRate));
        return PredictionInterval.OfPositive(
            Logs(), Parameters.Evidence, logs => ShiftedBetaGeometricKernels.DiscountedLifetime(Math.Exp(logs[0]), Math.Exp(logs[1]), discountRate), level);
    }

    /// <summary>Gets where <see cref="DiscountedExpectedResidualLifetime"/> lies with a given confidence (delta method on its ln).</summary>
    /// <param name="nextRenewal">The renewal ahead, 1 for a customer in the first period.</param>
    /// <param name="discountRate">By how much a period later is worth less; 0 or more.</param>
    /// <param name="level">Above 0 and below 1.</param>
    /// <returns>Null for parameters that carry no evidence of a fit, and where the lifetime, or one beside it, is infinite.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The renewal is below 1, the discount is negative or no finite number, or the level is not between 0 and 1.</exception>
    public Interval? DiscountedExpectedResidualLifetimeInterval(long nextRenewal, double discountRate, double level = ValueDefaults.ConfidenceLevel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nextRenewal, 1);
        LifetimeValue.RequireDiscount(discountRate, nameof(discountRate));
        return PredictionInterval.OfPositive(
            Logs(),
            Parameters.Evidence,
            logs => ShiftedBetaGeometricKernels.DiscountedResidualLifetime(Math.Exp(logs[0]), Math.Exp(logs[1]), nextRenewal, discountRate),
            level);
    }

    private double[] Logs() => [Math.Log(Parameters.Alpha), Math.Log(Parameters.Beta)];
}
