using System.Text.Json.Serialization;

namespace UserOps.Models.Portraits;

/// <summary>A quantile of a column over an audience.</summary>
/// <typeparam name="T">The kind of number: <see cref="double"/> or <see cref="decimal"/>.</typeparam>
/// <param name="Probability">0 to 1.</param>
/// <param name="Value">The quantile.</param>
[method: JsonConstructor]
public readonly record struct ProfileQuantile<T>(decimal Probability, T Value)
    where T : struct;
