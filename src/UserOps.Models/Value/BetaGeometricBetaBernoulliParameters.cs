namespace UserOps.Models.Value;

/// <summary>Everything a BG/BB learned: what is saved as JSON. The letters are those of the paper.</summary>
/// <remarks>Plain data, JSON round-trip. <see cref="BetaGeometricBetaBernoulliModel"/> checks everything at once, the version first.</remarks>
public sealed record BetaGeometricBetaBernoulliParameters
{
    /// <summary>Gets the form of these data. Only 1 is known; a later one is refused rather than misread.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the first parameter of the beta distribution of the probability to buy at an opportunity; above 0.</summary>
    public required double Alpha { get; init; }

    /// <summary>Gets the second: the mean probability is <see cref="Alpha"/> / (<see cref="Alpha"/> + <see cref="Beta"/>); above 0.</summary>
    public required double Beta { get; init; }

    /// <summary>Gets the first parameter of the beta distribution of the probability to leave before an opportunity; above 0.</summary>
    public required double Gamma { get; init; }

    /// <summary>Gets the second: the mean probability is <see cref="Gamma"/> / (<see cref="Gamma"/> + <see cref="Delta"/>); above 0.</summary>
    public required double Delta { get; init; }

    /// <summary>Gets what lies between two opportunities; null where the caller never said.</summary>
    public PurchaseTimeUnit? Unit { get; init; }

    /// <summary>Gets what the fit left behind, its covariance over ln of alpha, beta, gamma, delta; null for parameters from elsewhere.</summary>
    public FitEvidence? Evidence { get; init; }
}
