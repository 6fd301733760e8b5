namespace UserOps.Models.Value;

/// <summary>Everything a Gamma-Gamma model knows: what is saved as JSON. Plain data, JSON round-trip.</summary>
/// <remarks><see cref="GammaGammaModel"/> checks everything at once, the version first.</remarks>
public sealed record GammaGammaParameters
{
    /// <summary>Gets the form of these data. Only 1 is known; a later one is refused rather than misread.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the shape of the spends of one customer; above 0.</summary>
    public required double P { get; init; }

    /// <summary>Gets the shape by which customers differ; above 0. The mean of all spends exists above 1 only.</summary>
    public required double Q { get; init; }

    /// <summary>Gets the scale by which customers differ, in money; above 0.</summary>
    public required double V { get; init; }

    /// <summary>Gets the ISO 4217 code of the currency of <see cref="V"/>; null where it was never said.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets what the fit leaves behind for standard errors and intervals; null for parameters that were given.</summary>
    public FitEvidence? Evidence { get; init; }
}
