namespace UserOps.Models.Value;

/// <summary>What a model of repeat buying says of every customer of a history.</summary>
public sealed class CustomerPredictions
{
    private readonly double[] _alive;
    private readonly double[] _purchases;

    internal CustomerPredictions(double horizon, PurchaseTimeUnit? unit, double[] alive, double[] purchases)
    {
        Horizon = horizon;
        Unit = unit;
        _alive = alive;
        _purchases = purchases;
    }

    /// <summary>Gets the number of rows, which is that of the history.</summary>
    public int Count => _alive.Length;

    /// <summary>Gets the time from the end of observation that was asked about.</summary>
    public double Horizon { get; }

    /// <summary>Gets what a time of 1 means; null where neither the model nor the history says.</summary>
    public PurchaseTimeUnit? Unit { get; }

    /// <summary>Gets the probability that a customer has not left at the end of observation; shape [Count], in the order of the history.</summary>
    public ReadOnlySpan<double> ProbabilitiesAlive => _alive;

    /// <summary>Gets the expected purchases from the end of observation to the horizon; shape [Count], in the order of the history.</summary>
    public ReadOnlySpan<double> ExpectedPurchases => _purchases;
}
