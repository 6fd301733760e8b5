namespace UserOps.Models.Profitability;

/// <summary>A line of expected loss: PD x LGD x EAD.</summary>
public sealed record ExposureSource
{
    /// <summary>Gets the product, unique among the exposures.</summary>
    public required string Product { get; init; }

    /// <summary>Gets PD, the probability of default within a year, 0 to 1.</summary>
    public required RateSource DefaultProbability { get; init; }

    /// <summary>Gets LGD, the share that is lost in default, 0 to 1.</summary>
    public required RateSource LossGivenDefault { get; init; }

    /// <summary>Gets EAD, what is owed at default; zero or more.</summary>
    public required AmountSource ExposureAtDefault { get; init; }
}
