namespace UserOps.Models.Value;

/// <summary>Everything a shifted beta-geometric model knows: what is saved as JSON.</summary>
/// <remarks>Plain data, JSON round-trip. <see cref="ShiftedBetaGeometricModel"/> checks everything at once, the version first.</remarks>
public sealed record ShiftedBetaGeometricParameters
{
    /// <summary>Gets the form of these data. Only 1 is known; a later one is refused rather than misread.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the first parameter of the beta distribution of the chance to leave at a renewal; above 0.</summary>
    public required double Alpha { get; init; }

    /// <summary>Gets the second parameter; above 0. The mean chance to leave at the first renewal is alpha / (alpha + beta).</summary>
    public required double Beta { get; init; }

    /// <summary>Gets what the fit left behind; null for parameters that no fit gave.</summary>
    public FitEvidence? Evidence { get; init; }
}
