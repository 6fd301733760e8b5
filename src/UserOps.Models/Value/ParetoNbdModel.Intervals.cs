namespace UserOps.Models.Value;

/// <content>How sure predictions are.</content>
public sealed partial class ParetoNbdModel
{
    /// <summary>Gets where <see cref="ProbabilityAlive"/> lies with a given confidence, by how well the parameters are known (delta method on ln of the odds).</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="after">Time from the end of observation; 0 or more.</param>
    /// <param name="level">Above 0 and below 1.</param>
    /// <returns>Null for parameters that carry no evidence of a fit, or where a prediction beside it is not finite. It is about the probability, not about what becomes of the customer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite, or the level is not between 0 and 1.</exception>
    public Interval? ProbabilityAliveInterval(PurchaseRecord customer, double after = 0, double level = ValueDefaults.ConfidenceLevel)
    {
        PurchaseArguments.RequireTime(after);
        return PredictionInterval.OfProbability(
            Logs(), Parameters.Evidence, logs => ParetoNbdKernels.ProbabilityAlive(ParetoNbdShape.OfLogs(logs), customer, after), level);
    }

    /// <summary>Gets where <see cref="ExpectedPurchases(PurchaseRecord, double)"/> lies with a given confidence, by how well the parameters are known (delta method on its ln).</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="horizon">From the end of observation; 0 or more.</param>
    /// <param name="level">Above 0 and below 1.</param>
    /// <returns>Null for parameters that carry no evidence of a fit, or where a prediction beside it is not finite. It is about the expectation, not about how often the customer will buy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite, or the level is not between 0 and 1.</exception>
    public Interval? ExpectedPurchasesInterval(PurchaseRecord customer, double horizon, double level = ValueDefaults.ConfidenceLevel)
    {
        PurchaseArguments.RequireTime(horizon);
        return PredictionInterval.OfPositive(Logs(), Parameters.Evidence, logs => Expected(logs, customer, horizon), level);
    }

    private static double Expected(double[] logs, PurchaseRecord customer, double horizon)
    {
        ParetoNbdShape shape = ParetoNbdShape.OfLogs(logs);
        double alive = ParetoNbdKernels.ProbabilityAlive(shape, customer, 0);
        return ParetoNbdKernels.ExpectedPurchases(shape, customer.RepeatPurchases, customer.Age, alive, horizon);
    }

    private double[] Logs() => [Math.Log(_shape.R), Math.Log(_shape.Alpha), Math.Log(_shape.S), Math.Log(_shape.Beta)];
}
