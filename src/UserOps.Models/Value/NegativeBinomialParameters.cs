namespace UserOps.Models.Value;

/// <summary>Everything a negative binomial model learned: what is saved as JSON.</summary>
/// <remarks>Plain data, JSON round-trip. <see cref="NegativeBinomialModel"/> checks everything at once, the version first.</remarks>
public sealed record NegativeBinomialParameters
{
    /// <summary>Gets the form of these data. Only 1 is known; a later one is refused rather than misread.</summary>
    public required int Version { get; init; }

    /// <summary>Gets r, the shape of the gamma distribution of rates; above 0. Small: customers differ much.</summary>
    public required double R { get; init; }

    /// <summary>Gets alpha, the rate of that distribution, a time; above 0. The mean rate of buying is r / alpha.</summary>
    public required double Alpha { get; init; }

    /// <summary>Gets what a time of 1 means; null where the caller never said.</summary>
    public PurchaseTimeUnit? Unit { get; init; }

    /// <summary>Gets what the fit left behind, with a covariance in the order r, alpha; null for parameters taken from elsewhere.</summary>
    public FitEvidence? Evidence { get; init; }
}
