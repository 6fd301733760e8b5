using System.Text.Json.Serialization;

namespace UserOps.Models.Portraits;

/// <summary>How many users of an audience have a value.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">The users; 1 or more.</param>
[method: JsonConstructor]
public readonly record struct PortraitCount(string Value, long Count);
