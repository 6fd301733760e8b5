using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>The time by which a share has ended.</summary>
/// <param name="Share">The share p, above 0 and at most 1.</param>
/// <param name="Time">The first time with S at most 1 - p; without a value (not yet observable) where the curve ends above.</param>
/// <param name="Lower">The first time the lower limit of S is at most 1 - p, likewise.</param>
/// <param name="Upper">The first time the upper limit of S is at most 1 - p, likewise.</param>
[method: JsonConstructor]
public readonly record struct SurvivalQuantile(double Share, Measure<double> Time, Measure<double> Lower, Measure<double> Upper);
