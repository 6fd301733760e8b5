using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>How many users were active in one period.</summary>
/// <param name="Period">When, and whether it is over.</param>
/// <param name="Active">Distinct active users.</param>
[method: JsonConstructor] // without it a struct is read with missing members at zero
public readonly record struct ActiveUsersPeriod(ActivityPeriod Period, long Active);
