namespace UserOps.Models.Profitability;

/// <summary><c>events</c>: the sum of an amount over events of the period; 0 for a user without any.</summary>
public sealed record AmountOfEvents : AmountSource
{
    /// <summary>Gets which events count.</summary>
    public required EventFilter Events { get; init; }

    /// <summary>Gets the column of the amounts, in the currency of the question.</summary>
    public required AmountField Field { get; init; }

    /// <summary>Gets what is assumed for an event whose amount is missing; null, the default, to leave its user out and say so.</summary>
    public decimal? Assume { get; init; }
}
