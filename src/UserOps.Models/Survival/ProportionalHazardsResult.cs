namespace UserOps.Models.Survival;

/// <summary>The test of proportional hazards of one covariate.</summary>
/// <param name="Name">The covariate.</param>
/// <param name="Test">The test; null where the data cannot tell, as with events at one time only.</param>
public sealed record ProportionalHazardsResult(string Name, CoxTest? Test);
