namespace UserOps.Models.Value;

/// <summary>The numbers of a beta-geometric model, as kernels take them.</summary>
/// <param name="R">Above 0.</param>
/// <param name="Alpha">Above 0.</param>
/// <param name="A">Above 0.</param>
/// <param name="B">Above 0.</param>
/// <param name="Extra">1 where a customer may leave after the first purchase (MBG), else 0.</param>
/// <param name="Regularity">k; at least 1.</param>
internal readonly record struct BetaGeometricLaw(double R, double Alpha, double A, double B, int Extra, int Regularity);
