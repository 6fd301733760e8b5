namespace UserOps.Models.Value;

/// <summary>Everything a beta-geometric model learned: what is saved as JSON. The parameters have the names of the paper.</summary>
/// <remarks>Plain data, JSON round-trip. <see cref="BetaGeometricModel"/> checks everything at once, the version first.</remarks>
public sealed record BetaGeometricParameters
{
    /// <summary>Gets the form of these data. Only 1 is known; a later one is refused rather than misread.</summary>
    public required int Version { get; init; }

    /// <summary>Gets when a customer may leave.</summary>
    public required BetaGeometricVariant Variant { get; init; }

    /// <summary>Gets k, the shape of the times between purchases; 1 where customers buy at random.</summary>
    public required int Regularity { get; init; }

    /// <summary>Gets r, the shape of the gamma distribution of rates; above 0. Small: customers differ much.</summary>
    public required double R { get; init; }

    /// <summary>Gets alpha, the rate of the gamma distribution of rates, a time; above 0. The mean rate is r / alpha (of k-th parts of a purchase).</summary>
    public required double Alpha { get; init; }

    /// <summary>Gets a, the first parameter of the beta distribution of the probability to leave at a purchase; above 0.</summary>
    public required double A { get; init; }

    /// <summary>Gets b, the second parameter of that distribution, whose mean is a / (a + b); above 0.</summary>
    public required double B { get; init; }

    /// <summary>Gets what a time of 1 means; null where the caller never said.</summary>
    public PurchaseTimeUnit? Unit { get; init; }

    /// <summary>Gets what the fit left behind, with a covariance in the order r, alpha, a, b; null for parameters taken from elsewhere.</summary>
    public FitEvidence? Evidence { get; init; }
}
