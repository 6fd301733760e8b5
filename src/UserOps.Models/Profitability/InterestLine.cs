using System.Text.Json.Serialization;

namespace UserOps.Models.Profitability;

/// <summary>What the balances of one product earned by their transfer price; a line of a statement, of one customer or of many.</summary>
public sealed record InterestLine
{
    /// <summary>Gets the product.</summary>
    public required string Product { get; init; }

    /// <summary>Gets whether the bank or the customers owe it.</summary>
    public required BalanceSide Side { get; init; }

    /// <summary>Gets the mean balance of the period, all accounts of all customers together.</summary>
    public required decimal AverageBalance { get; init; }

    /// <summary>Gets what customers were paid, or paid.</summary>
    public required decimal CustomerInterest { get; init; }

    /// <summary>Gets the balance at the internal price of money: what the deposit was worth to the bank, or what the loan cost it.</summary>
    public required decimal TransferInterest { get; init; }

    /// <summary>Gets what is left: of a deposit transfer less customer interest, of a loan the reverse.</summary>
    [JsonIgnore]
    public decimal NetInterestIncome => DecimalDigits.Shortest(Side == BalanceSide.Liability ? TransferInterest - CustomerInterest : CustomerInterest - TransferInterest);
}
