namespace UserOps.Models.Profitability;

/// <summary>What is expected to be lost on one product; a line of a statement, of one customer or of many.</summary>
public sealed record ExpectedLossLine
{
    /// <summary>Gets the product.</summary>
    public required string Product { get; init; }

    /// <summary>Gets the exposure at default.</summary>
    public required decimal ExposureAtDefault { get; init; }

    /// <summary>Gets PD x LGD x EAD, for the period.</summary>
    public required decimal Amount { get; init; }
}
