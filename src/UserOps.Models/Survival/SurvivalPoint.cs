using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>A survival curve at one time.</summary>
/// <param name="Time">The time.</param>
/// <param name="AtRisk">How many are at risk there: rows, or the sum of their weights.</param>
/// <param name="Events">How many ended there.</param>
/// <param name="Survival">The share that lasts longer than the time.</param>
/// <param name="StandardError">Of the survival (Greenwood); without a value once the survival is 0.</param>
/// <param name="Interval">The limits of the survival; without a value once the survival is 0, both 1 while it is 1.</param>
[method: JsonConstructor]
public readonly record struct SurvivalPoint(
    double Time, double AtRisk, double Events, double Survival, Measure<double> StandardError, Measure<Interval> Interval);
