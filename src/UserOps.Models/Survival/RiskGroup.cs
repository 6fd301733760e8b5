namespace UserOps.Models.Survival;

/// <summary>The risk table of one group. Value equality.</summary>
/// <param name="Label">The group.</param>
/// <param name="Risk">Its rows, summed by time.</param>
public sealed record RiskGroup(string Label, RiskTable Risk);
