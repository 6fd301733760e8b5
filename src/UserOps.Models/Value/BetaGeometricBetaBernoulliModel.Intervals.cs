namespace UserOps.Models.Value;

/// <content>How sure predictions are.</content>
public sealed partial class BetaGeometricBetaBernoulliModel
{
    /// <summary>Gets where <see cref="ProbabilityAlive"/> lies with a given confidence, by how well the parameters are known (delta method on ln of the odds).</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="after">Opportunities after the last one observed, a whole number.</param>
    /// <param name="level">Above 0 and below 1.</param>
    /// <returns>Null for parameters that carry no evidence of a fit, or where a prediction beside it is not finite. It is about the probability, not about what becomes of the customer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The model cannot take the customer or the time, or the level is not between 0 and 1.</exception>
    public Interval? ProbabilityAliveInterval(PurchaseRecord customer, double after = 0, double level = ValueDefaults.ConfidenceLevel)
    {
        PurchaseArguments.RequireOpportunities(after);
        Require(customer);
        return PredictionInterval.OfProbability(
            Logs(), Parameters.Evidence, logs => AliveAt(logs, customer) * OpportunityKernels.Staying(OpportunityShape.OfLogs(logs), customer.Age, after), level);
    }

    /// <summary>Gets where <see cref="ExpectedPurchases(PurchaseRecord, double)"/> lies with a given confidence, by how well the parameters are known (delta method on its ln).</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="horizon">How many opportunities; a whole number.</param>
    /// <param name="level">Above 0 and below 1.</param>
    /// <returns>Null for parameters that carry no evidence of a fit, or where a prediction beside it is not finite. It is about the expectation, not about how often the customer will buy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The model cannot take the customer or the time, or the level is not between 0 and 1.</exception>
    public Interval? ExpectedPurchasesInterval(PurchaseRecord customer, double horizon, double level = ValueDefaults.ConfidenceLevel)
    {
        PurchaseArguments.RequireOpportunities(horizon);
        Require(customer);
        return PredictionInterval.OfPositive(
            Logs(), Parameters.Evidence, logs => Expected(OpportunityShape.OfLogs(logs), customer, AliveAt(logs, customer), horizon), level);
    }

    private static double AliveAt(double[] logs, PurchaseRecord customer)
        => OpportunityKernels.History(OpportunityShape.OfLogs(logs), customer.RepeatPurchases, (int)customer.AgeAtLastPurchase, (int)customer.Age).Alive;

    private double[] Logs() => [Math.Log(_shape.Alpha), Math.Log(_shape.Beta), Math.Log(_shape.Gamma), Math.Log(_shape.Delta)];
}
