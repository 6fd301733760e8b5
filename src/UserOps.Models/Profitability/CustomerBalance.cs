namespace UserOps.Models.Profitability;

/// <summary>What one account of a customer earns the bank by its transfer price.</summary>
public sealed record CustomerBalance
{
    /// <summary>Gets the product; accounts of one product and side share a line of the statement.</summary>
    public required string Product { get; init; }

    /// <summary>Gets whether the bank or the customer owes it.</summary>
    public required BalanceSide Side { get; init; }

    /// <summary>Gets the mean balance over the period.</summary>
    public required decimal AverageBalance { get; init; }

    /// <summary>Gets what the customer is paid, or pays, as a fraction per year.</summary>
    public required decimal CustomerRate { get; init; }

    /// <summary>Gets the internal price of the money (内部资金转移价格), as a fraction per year.</summary>
    public required decimal TransferRate { get; init; }
}
