namespace UserOps.Models.Survival;

/// <summary>The survival curve of one group.</summary>
/// <param name="Label">The group.</param>
/// <param name="Curve">Its curve.</param>
public sealed record SurvivalGroupCurve(string Label, SurvivalCurve Curve);
