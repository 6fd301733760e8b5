namespace UserOps.Models.Value;

/// <summary>A beta-geometric model of one regularity among several that were fitted.</summary>
/// <param name="Regularity">k.</param>
/// <param name="Fit">How the fit ended.</param>
public sealed record BetaGeometricCandidate(int Regularity, ValueFit<BetaGeometricModel> Fit);
