namespace UserOps.Models.Value;

/// <summary>Everything a Pareto/NBD learned: what is saved as JSON. The letters are those of the paper.</summary>
/// <remarks>Plain data, JSON round-trip. <see cref="ParetoNbdModel"/> checks everything at once, the version first.</remarks>
public sealed record ParetoNbdParameters
{
    /// <summary>Gets the form of these data. Only 1 is known; a later one is refused rather than misread.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the shape of the gamma distribution of purchase rates; above 0, small where customers differ much.</summary>
    public required double R { get; init; }

    /// <summary>Gets its rate, a time: the mean purchase rate is <see cref="R"/> / <see cref="Alpha"/>; above 0.</summary>
    public required double Alpha { get; init; }

    /// <summary>Gets the shape of the gamma distribution of rates of leaving; above 0.</summary>
    public required double S { get; init; }

    /// <summary>Gets its rate, a time: the mean rate of leaving is <see cref="S"/> / <see cref="Beta"/>; above 0.</summary>
    public required double Beta { get; init; }

    /// <summary>Gets what a time of 1 means; null where the caller never said.</summary>
    public PurchaseTimeUnit? Unit { get; init; }

    /// <summary>Gets what the fit left behind, its covariance over ln of r, alpha, s, beta; null for parameters from elsewhere.</summary>
    public FitEvidence? Evidence { get; init; }
}
