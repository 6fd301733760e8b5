namespace UserOps.Models.Value;

/// <content>What the model says of customers it has not seen, or has seen till now.</content>
public sealed partial class BetaGeometricModel
{
    /// <inheritdoc/>
    /// <remarks>Now, it is exactly 1 without repeats, unless customers may leave after the first purchase too. O(1) for random buying (k = 1).</remarks>
    public double ProbabilityAlive(PurchaseRecord customer, double after = 0)
    {
        RequireTime(after, nameof(after), customer);
        return AliveAfter(_law, _forecast, customer, after);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Exact for any regularity: a sum of positive terms, nothing special at a = 1. O(1) for random buying (k = 1); else the cost grows with the horizon, and one
    /// that holds more than a million hidden events is refused.
    /// </remarks>
    public double ExpectedPurchases(PurchaseRecord customer, double horizon)
    {
        RequireTime(horizon, nameof(horizon), customer);
        return PurchasesWithin(_law, _forecast, customer, horizon);
    }

    /// <inheritdoc/>
    /// <remarks>Where customers may leave after the first purchase (MBG), those who do so are counted, with no repeat purchase.</remarks>
    public double ExpectedPurchases(double age)
    {
        RequireTime(age, nameof(age), default);
        return PurchasesWithin(_law, _forecast, default, age);
    }

    /// <inheritdoc/>
    /// <remarks>Takes time in proportion to the number of purchases asked about.</remarks>
    public double ProbabilityOf(int repeatPurchases, double age)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(repeatPurchases);
        RequireTime(age, nameof(age), new PurchaseRecord(repeatPurchases, 0, 0));
        return BetaGeometricKernels.ProbabilityOf(_law, repeatPurchases, age);
    }

    /// <inheritdoc/>
    /// <remarks>Without the factor t^(x-1) / G(x), which depends on no parameter, as the papers have it.</remarks>
    /// <exception cref="InvalidOperationException">Buying is regular (k above 1) and there are repeats: then it takes the gaps too.</exception>
    public double LogLikelihood(PurchaseRecord customer)
        => _law.Regularity == 1 || customer.RepeatPurchases == 0
            ? LogLikelihood(customer, 0)
            : throw new InvalidOperationException($"The likelihood of regular buying (k = {_law.Regularity}) depends on the times between purchases; give the sum of their logarithms.");

    /// <summary>Gets the natural logarithm of the likelihood of what one customer did.</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="logGaps">The sum of the natural logarithms of the times between purchases; looked at for regular buying (k above 1) only.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sum is not finite, or there are more repeats than can be counted.</exception>
    public double LogLikelihood(PurchaseRecord customer, double logGaps)
    {
        RequireCountable(customer);
        return double.IsFinite(logGaps)
            ? BetaGeometricKernels.LogLikelihood(_law, customer.RepeatPurchases, customer.AgeAtLastPurchase, customer.Age)
                + (_law.Regularity == 1 ? 0 : GapTerms.Of(customer.RepeatPurchases, logGaps, _law.Regularity))
            : throw new ArgumentOutOfRangeException(nameof(logGaps), logGaps, "A sum of logarithms is finite.");
    }

    /// <summary>Gets where the expected purchases of a customer lie, given how well the parameters are known.</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="horizon">From the end of observation; 0 or more.</param>
    /// <param name="level">Above 0 and below 1.</param>
    /// <returns>Null without the evidence of a fit, or where an expectation beside it is not finite. It says how uncertain the expectation is, not how far one customer may be from it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time or the level cannot be.</exception>
    public Interval? ExpectedPurchasesInterval(PurchaseRecord customer, double horizon, double level = ValueDefaults.ConfidenceLevel)
    {
        RequireTime(horizon, nameof(horizon), customer);
        return PredictionInterval.OfPositive(
            Logs, Parameters.Evidence, at => LawAt(at) is var law ? PurchasesWithin(law, new(law), customer, horizon) : 0, level);
    }

    /// <summary>Gets where the probability that a customer has not left lies, given how well the parameters are known.</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="after">Time from the end of observation; 0 or more.</param>
    /// <param name="level">Above 0 and below 1.</param>
    /// <returns>Null without the evidence of a fit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time or the level cannot be.</exception>
    public Interval? ProbabilityAliveInterval(PurchaseRecord customer, double after = 0, double level = ValueDefaults.ConfidenceLevel)
    {
        RequireTime(after, nameof(after), customer);
        return PredictionInterval.OfProbability(
            Logs, Parameters.Evidence, at => LawAt(at) is var law ? AliveAfter(law, new(law), customer, after) : 0, level);
    }

    /// <inheritdoc/>
    public PurchaseHistory Simulate(ReadOnlySpan<double> ages, int seed) => BetaGeometricSimulation.Run(_law, ages, seed, Unit);

    private double[] Logs => [Math.Log(_law.R), Math.Log(_law.Alpha), Math.Log(_law.A), Math.Log(_law.B)];

    private BetaGeometricLaw LawAt(double[] logs) => _law with { R = Math.Exp(logs[0]), Alpha = Math.Exp(logs[1]), A = Math.Exp(logs[2]), B = Math.Exp(logs[3]) };

    private static double AliveAfter(in BetaGeometricLaw law, BetaGeometricForecast forecast, PurchaseRecord customer, double after)
    {
        double now = BetaGeometricKernels.ProbabilityAlive(law, customer.RepeatPurchases, customer.AgeAtLastPurchase, customer.Age);
        return after == 0 || now == 0 ? now : now * forecast.Staying(customer, after);
    }

    private static double PurchasesWithin(in BetaGeometricLaw law, BetaGeometricForecast forecast, PurchaseRecord customer, double horizon)
    {
        double now = BetaGeometricKernels.ProbabilityAlive(law, customer.RepeatPurchases, customer.AgeAtLastPurchase, customer.Age);
        return horizon == 0 || now == 0 ? 0 : now * forecast.Purchases(customer, horizon);
    }

    private void RequireTime(double time, string name, PurchaseRecord customer)
    {
        PurchaseArguments.RequireTime(time, name);
        RequireCountable(customer);
        if (_forecast.IsTooLong(customer, time))
        {
            throw new ArgumentOutOfRangeException(name, time, "The time holds more than a million hidden events; regular buying (k above 1) is not added up that far.");
        }
    }

    private void RequireCountable(PurchaseRecord customer)
    {
        if ((long)customer.RepeatPurchases * _law.Regularity >= int.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(customer), customer.RepeatPurchases, $"So many repeat purchases of {_law.Regularity} events each are more than can be counted.");
        }
    }
}
