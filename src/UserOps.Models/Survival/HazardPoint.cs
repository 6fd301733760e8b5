using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>A cumulative hazard at one time.</summary>
/// <param name="Time">The time.</param>
/// <param name="AtRisk">How many are at risk there: rows, or the sum of their weights.</param>
/// <param name="Events">How many ended there.</param>
/// <param name="CumulativeHazard">The sum of d / n up to the time; 0 before the first event.</param>
/// <param name="StandardError">The root of the sum of d / n^2.</param>
/// <param name="Interval">The limits of the hazard; both 0 before the first event. A limit no double holds is <see cref="double.MaxValue"/>.</param>
[method: JsonConstructor]
public readonly record struct HazardPoint(
    double Time, double AtRisk, double Events, double CumulativeHazard, double StandardError, Interval Interval);
