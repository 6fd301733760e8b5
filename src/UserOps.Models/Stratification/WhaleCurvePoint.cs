using System.Text.Json.Serialization;

namespace UserOps.Models.Stratification;

/// <summary>One point of a whale curve.</summary>
/// <param name="Users">So many users with the highest profits.</param>
/// <param name="ProfitShare">Their profit over that of all: above 1 where others make losses.</param>
[method: JsonConstructor] // without it a struct is read with missing members at zero
public readonly record struct WhaleCurvePoint(long Users, double ProfitShare);
