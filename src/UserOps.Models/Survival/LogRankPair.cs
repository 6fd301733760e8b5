using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>Two groups compared by themselves.</summary>
/// <param name="First">The group that comes first in the order of labels.</param>
/// <param name="Second">The other.</param>
/// <param name="Statistic">Chi-square with one degree of freedom; without a value where the two were never at risk together at an event.</param>
/// <param name="PValue">The upper tail, by itself.</param>
/// <param name="AdjustedPValue">Raised for the number of pairs that could be compared.</param>
[method: JsonConstructor]
public readonly record struct LogRankPair(
    string First, string Second, Measure<double> Statistic, Measure<double> PValue, Measure<double> AdjustedPValue);
