namespace UserOps.Models.Profitability;

/// <summary><c>constant</c>: one amount, the same for everybody.</summary>
public sealed record AmountForEverybody : AmountSource
{
    /// <summary>Gets the amount, in the currency of the question.</summary>
    public required decimal Amount { get; init; }
}
