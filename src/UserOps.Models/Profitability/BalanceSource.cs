namespace UserOps.Models.Profitability;

/// <summary>A line of interest: which balance, at which rates.</summary>
public sealed record BalanceSource
{
    /// <summary>Gets the product, with its side unique among the balances.</summary>
    public required string Product { get; init; }

    /// <summary>Gets whether the bank or the customer owes the balance.</summary>
    public required BalanceSide Side { get; init; }

    /// <summary>Gets the mean balance over the period.</summary>
    public required AmountSource AverageBalance { get; init; }

    /// <summary>Gets what the customer is paid, or pays, per year.</summary>
    public required RateSource CustomerRate { get; init; }

    /// <summary>Gets the internal price of the money, per year.</summary>
    public required RateSource TransferRate { get; init; }
}
