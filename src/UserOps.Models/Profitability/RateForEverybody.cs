namespace UserOps.Models.Profitability;

/// <summary><c>constant</c>: one rate, the same for everybody.</summary>
public sealed record RateForEverybody : RateSource
{
    /// <summary>Gets the rate, a fraction.</summary>
    public required decimal Rate { get; init; }
}
