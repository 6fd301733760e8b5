using System.Text.Json.Serialization;

namespace UserOps.Models.Stratification;

/// <summary>One point of a Lorenz curve.</summary>
/// <param name="Users">So many users with the lowest values.</param>
/// <param name="ValueShare">The share of the total they hold, 0 to 1.</param>
[method: JsonConstructor] // without it a struct is read with missing members at zero
public readonly record struct LorenzPoint(long Users, double ValueShare);
