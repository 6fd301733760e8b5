using System.Text.Json.Serialization;

namespace UserOps.Models.Portraits;

/// <summary>A mean as it may be shown.</summary>
/// <typeparam name="T">The kind of number: <see cref="double"/> or <see cref="decimal"/>.</typeparam>
/// <param name="Field">The column.</param>
/// <param name="Known">Users whose value is known.</param>
/// <param name="Mean">The mean; null when it is hidden because too few users have a value, or when nobody has.</param>
[method: JsonConstructor]
public readonly record struct DisclosedMean<T>(string Field, DisclosedCount Known, T? Mean)
    where T : struct;
