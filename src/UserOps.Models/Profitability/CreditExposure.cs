namespace UserOps.Models.Profitability;

/// <summary>What a customer may fail to pay back.</summary>
public sealed record CreditExposure
{
    /// <summary>Gets the product; exposures of one product share a line of the statement.</summary>
    public required string Product { get; init; }

    /// <summary>Gets PD, the probability of default within a year, 0 to 1; a shorter period takes its share of it.</summary>
    public required decimal DefaultProbability { get; init; }

    /// <summary>Gets LGD, the share of the exposure that is lost in default, 0 to 1.</summary>
    public required decimal LossGivenDefault { get; init; }

    /// <summary>Gets EAD, what is owed at default; zero or more.</summary>
    public required decimal ExposureAtDefault { get; init; }
}
