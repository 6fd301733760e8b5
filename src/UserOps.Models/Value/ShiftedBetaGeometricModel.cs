namespace UserOps.Models.Value;

/// <summary>The shifted beta-geometric (sBG) model of a subscription: each customer has a chance of their own to leave at every renewal, beta distributed over customers.</summary>
/// <remarks>
/// Retention rises with age because those likely to leave are gone, not because anybody changes. P. Fader, B. Hardie, How to Project Customer Retention, Journal
/// of Interactive Marketing 21(1), 2007, 76–90; expected lifetimes: Marketing Science 29(1), 2010, 85–93. Immutable, shared freely between threads.
/// </remarks>
public sealed partial class ShiftedBetaGeometricModel
{
    /// <summary>Takes parameters that were saved, or are known.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <exception cref="ArgumentNullException">They are null.</exception>
    /// <exception cref="InvalidDefinitionException">The version is not known, or a parameter is not above 0; every fault is in <c>Issues</c>.</exception>
    public ShiftedBetaGeometricModel(ShiftedBetaGeometricParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        InvalidDefinitionException.ThrowIfAny(PurchaseFitRules.CheckSaved(
            parameters.Version, parameters.Evidence, ("/alpha", parameters.Alpha), ("/beta", parameters.Beta)));
        Parameters = parameters;
    }

    /// <summary>Takes parameters that are known.</summary>
    /// <param name="alpha">Above 0.</param>
    /// <param name="beta">Above 0.</param>
    /// <exception cref="InvalidDefinitionException">A parameter is not above 0, or not finite.</exception>
    public ShiftedBetaGeometricModel(double alpha, double beta)
        : this(new() { Version = ValueDefaults.ParametersVersion, Alpha = alpha, Beta = beta })
    {
    }

    /// <summary>Gets the parameters, to be saved.</summary>
    public ShiftedBetaGeometricParameters Parameters { get; }

    /// <summary>Gets the share of a cohort that is still there after so many renewals.</summary>
    /// <param name="renewals">0 or more, beyond what was seen too; the cost does not grow with it.</param>
    /// <returns>0 to 1, and 1 after none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public double SurvivalAt(long renewals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        return ShiftedBetaGeometricKernels.Survival(Parameters.Alpha, Parameters.Beta, renewals);
    }

    /// <summary>Gets the share of those who are asked at a renewal who stay: S(t) / S(t-1).</summary>
    /// <param name="renewal">1 for the first renewal.</param>
    /// <returns><see cref="UndefinedReason.ZeroBase"/> at 0, where nobody was asked yet.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Measure<double> RetentionRateAt(long renewal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(renewal);
        return renewal == 0 ? UndefinedReason.ZeroBase : ShiftedBetaGeometricKernels.Retention(Parameters.Alpha, Parameters.Beta, renewal);
    }

    /// <summary>Gets the discounted expected lifetime (DEL) of a new customer, in periods: the sum of S(t) / (1+d)^t over t = 0, 1, and so on for ever.</summary>
    /// <param name="discountRate">By how much a period later is worth less; 0 or more.</param>
    /// <returns>At least 1; times the margin of a period it is the lifetime value with the first margin now. Infinite without a discount where alpha is at most 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The discount is negative, or no finite number.</exception>
    public double DiscountedExpectedLifetime(double discountRate)
    {
        LifetimeValue.RequireDiscount(discountRate, nameof(discountRate));
        return ShiftedBetaGeometricKernels.DiscountedLifetime(Parameters.Alpha, Parameters.Beta, discountRate);
    }

    /// <summary>Gets the discounted expected residual lifetime (DERL) of a customer just before a renewal, who may leave at it: the sum of S(n+t) / S(n-1) / (1+d)^t over t = 0, 1, and so on for ever.</summary>
    /// <param name="nextRenewal">The renewal ahead, 1 for a customer in the first period: one less was made.</param>
    /// <param name="discountRate">By how much a period later is worth less; 0 or more.</param>
    /// <returns>Above 0, and greater for customers who have stayed longer. Infinite without a discount where alpha is at most 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The renewal is below 1, or the discount is negative or no finite number.</exception>
    public double DiscountedExpectedResidualLifetime(long nextRenewal, double discountRate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nextRenewal, 1);
        LifetimeValue.RequireDiscount(discountRate, nameof(discountRate));
        return ShiftedBetaGeometricKernels.DiscountedResidualLifetime(Parameters.Alpha, Parameters.Beta, nextRenewal, discountRate);
    }

    /// <summary>Draws a cohort.</summary>
    /// <param name="customers">How many; 0 or more.</param>
    /// <param name="renewals">How many renewals are followed; 0 or more.</param>
    /// <param name="seed">Equal seeds give equal cohorts, for ever.</param>
    /// <returns>Shape [renewals + 1]; how many are left after each, all of them first: what <see cref="Fit(ReadOnlySpan{long})"/> takes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public long[] Simulate(int customers, int renewals, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(customers);
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        var random = new Xoshiro256(seed);
        var survivors = new long[renewals + 1];
        for (int customer = 0; customer < customers; customer++)
        {
            double churn = random.NextBeta(Parameters.Alpha, Parameters.Beta);
            double made = Math.Floor(Math.Log(1 - random.NextDouble()) / NearZero.LogOnePlus(-churn)); // renewals before the one at which the customer leaves
            survivors[(int)Math.Min(double.IsNaN(made) ? renewals : made, renewals)]++;
        }

        for (int renewal = renewals; renewal > 0; renewal--)
        {
            survivors[renewal - 1] += survivors[renewal];
        }

        return survivors;
    }
}
