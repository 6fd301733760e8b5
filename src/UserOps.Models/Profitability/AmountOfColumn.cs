namespace UserOps.Models.Profitability;

/// <summary><c>column</c>: an amount of the user table.</summary>
public sealed record AmountOfColumn : AmountSource
{
    /// <summary>Gets the column, in the currency of the question.</summary>
    public required AmountField Field { get; init; }

    /// <summary>Gets what is assumed where the amount is missing, such as 0 for who has no such account; null, the default, to leave the user out and say so.</summary>
    public decimal? Assume { get; init; }
}
