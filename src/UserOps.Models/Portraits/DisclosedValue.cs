using System.Text.Json.Serialization;

namespace UserOps.Models.Portraits;

/// <summary>A value of a column, and how many users have it as far as that may be shown.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">The users, or that they are hidden.</param>
[method: JsonConstructor]
public readonly record struct DisclosedValue(string Value, DisclosedCount Count);
