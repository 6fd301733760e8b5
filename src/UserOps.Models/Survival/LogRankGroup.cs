using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>One group of a log-rank test.</summary>
/// <param name="Label">The group.</param>
/// <param name="Observed">How many ended, weighted by S(t-)^rho.</param>
/// <param name="Expected">How many would have ended had all groups ended alike, weighted likewise.</param>
[method: JsonConstructor]
public readonly record struct LogRankGroup(string Label, double Observed, double Expected);
