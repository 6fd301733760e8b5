namespace UserOps.Models.Value;

/// <summary>A model of customers who buy again and again until they leave for good, unnoticed.</summary>
/// <remarks>Immutable, shared freely between threads; all times are in <see cref="Unit"/>.</remarks>
public interface IPurchaseModel
{
    /// <summary>Gets what a time of 1 means; null where the caller never said.</summary>
    PurchaseTimeUnit? Unit { get; }

    /// <summary>Gets the probability that a customer has not left, at the end of observation or some time after it.</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="after">Time from the end of observation to the moment asked about; 0 or more.</param>
    /// <returns>0 to 1: the probability to be there then, whatever is bought until then. It is not that of somebody known to have bought nothing since.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite, or the model cannot take it.</exception>
    double ProbabilityAlive(PurchaseRecord customer, double after = 0);

    /// <summary>Gets how many purchases are expected of a customer within a time from the end of observation.</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="horizon">From the end of observation, which is left out, to this, which is included; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite, or the model cannot take it.</exception>
    double ExpectedPurchases(PurchaseRecord customer, double horizon);

    /// <summary>Gets how many repeat purchases are expected of somebody who just bought for the first time.</summary>
    /// <param name="age">Time from the first purchase; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite, or the model cannot take it.</exception>
    double ExpectedPurchases(double age);

    /// <summary>Gets the probability that somebody who just bought for the first time makes exactly so many repeat purchases.</summary>
    /// <param name="repeatPurchases">0 or more.</param>
    /// <param name="age">Time from the first purchase; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number or the time is negative or not finite, or the model cannot take it.</exception>
    double ProbabilityOf(int repeatPurchases, double age);

    /// <summary>Gets the natural logarithm of the likelihood of what one customer did.</summary>
    /// <param name="customer">What is known of the customer.</param>
    double LogLikelihood(PurchaseRecord customer);

    /// <summary>Draws customers as the model has them.</summary>
    /// <param name="ages">The age of each customer; shape [customers].</param>
    /// <param name="seed">The same seed gives the same customers.</param>
    /// <returns>One row a customer, in the order of the ages.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An age is negative or not finite, the model cannot take it, or somebody would buy more than ten million times within it.</exception>
    PurchaseHistory Simulate(ReadOnlySpan<double> ages, int seed);
}
