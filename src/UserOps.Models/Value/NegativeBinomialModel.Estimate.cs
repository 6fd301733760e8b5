namespace UserOps.Models.Value;

/// <content>How sure predictions are.</content>
public sealed partial class NegativeBinomialModel : IPurchaseEstimate
{
    double[] IPurchaseEstimate.Logs => Logs();

    FitEvidence? IPurchaseEstimate.Evidence => Parameters.Evidence;

    IPurchaseModel IPurchaseEstimate.At(ReadOnlySpan<double> logs) => new NegativeBinomialModel(
        Parameters with { R = Math.Exp(logs[0]), Alpha = Math.Exp(logs[1]), Evidence = null });

    /// <summary>Gets where <see cref="ExpectedPurchases(PurchaseRecord, double)"/> lies with a given confidence, by how well the parameters are known (delta method on its ln).</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="horizon">From the end of observation; 0 or more.</param>
    /// <param name="level">Above 0 and below 1.</param>
    /// <returns>Null for parameters that carry no evidence of a fit, or where a prediction beside it is not finite. It is about the expectation, not about how often the customer will buy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite, or the level is not between 0 and 1.</exception>
    public Interval? ExpectedPurchasesInterval(PurchaseRecord customer, double horizon, double level = ValueDefaults.ConfidenceLevel)
    {
        PurchaseArguments.RequireTime(horizon);
        return PredictionInterval.OfPositive(Logs(), Parameters.Evidence, logs => Expected(Math.Exp(logs[0]), Math.Exp(logs[1]), customer, horizon), level);
    }

    private double[] Logs() => [Math.Log(_r), Math.Log(_alpha)];
}
