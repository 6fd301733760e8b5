namespace UserOps.Models.Profitability;

/// <summary>On which side of the bank's balance sheet a customer's balance stands.</summary>
public enum BalanceSide
{
    /// <summary>The bank owes it: a deposit. It earns the transfer rate, less what the customer is paid.</summary>
    Liability,

    /// <summary>The customer owes it: a loan. It earns what the customer pays, less the transfer rate.</summary>
    Asset,
}
