namespace UserOps.Models.Profitability;

/// <summary><c>column</c>: a rate of the user table, as a quantity, which is exact, or as a number, of which 15 digits count.</summary>
public sealed record RateOfColumn : RateSource
{
    /// <summary>Gets the name of the column.</summary>
    public required string Field { get; init; }

    /// <summary>Gets what is assumed where the rate is missing; null, the default, to leave the user out and say so.</summary>
    public decimal? Assume { get; init; }
}
