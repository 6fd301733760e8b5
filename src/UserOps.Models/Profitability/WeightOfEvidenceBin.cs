namespace UserOps.Models.Profitability;

/// <summary>One bin of a characteristic: how much it speaks for a good customer.</summary>
public sealed record WeightOfEvidenceBin
{
    /// <summary>Gets what the bin is; null where only counts were given.</summary>
    public string? Label { get; init; }

    /// <summary>Gets the good customers in the bin, as counted.</summary>
    public required long Good { get; init; }

    /// <summary>Gets the bad customers in the bin, as counted.</summary>
    public required long Bad { get; init; }

    /// <summary>
    /// Gets the weight of evidence (证据权重) = ln((good / all good) / (bad / all bad)): above 0 for a bin better than all together. Without a
    /// number where all bins together have no good or no bad customer.
    /// </summary>
    public required Measure<double> Weight { get; init; }

    /// <summary>Gets the bin's part of the information value: (share of the good - share of the bad) x weight; never negative.</summary>
    public required Measure<double> InformationValue { get; init; }
}
