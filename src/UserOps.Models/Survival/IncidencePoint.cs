using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>The incidence of one cause at one time.</summary>
/// <param name="Time">The time.</param>
/// <param name="Incidence">The share that has ended for the cause by then; 0 before its first end.</param>
/// <param name="StandardError">Of the incidence, by the delta method.</param>
/// <param name="Interval">The limits of the incidence; both 0 before its first end, both 1 at 1.</param>
[method: JsonConstructor]
public readonly record struct IncidencePoint(double Time, double Incidence, double StandardError, Interval Interval);
