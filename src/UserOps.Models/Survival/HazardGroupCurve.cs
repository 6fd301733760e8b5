namespace UserOps.Models.Survival;

/// <summary>The cumulative hazard of one group.</summary>
/// <param name="Label">The group.</param>
/// <param name="Curve">Its curve.</param>
public sealed record HazardGroupCurve(string Label, HazardCurve Curve);
