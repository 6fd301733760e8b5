using System.Text.Json.Serialization;

namespace UserOps.Models.Tags;

/// <summary>One value of a tag in two runs.</summary>
/// <param name="Value">The value; null for users without one.</param>
/// <param name="Before">Users who carried it in the earlier run.</param>
/// <param name="Now">Users who carry it in the later run.</param>
/// <param name="Contribution">What it adds to the index; without a number where one run has none of it and nothing is smoothed, or a run is empty.</param>
[method: JsonConstructor]
public readonly record struct TagStabilityRow(string? Value, long Before, long Now, Measure<double> Contribution);
