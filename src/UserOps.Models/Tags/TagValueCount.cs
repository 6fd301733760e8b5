using System.Text.Json.Serialization;

namespace UserOps.Models.Tags;

/// <summary>How many users carry a value of a tag.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">Users who carry it; 0 or more.</param>
[method: JsonConstructor]
public readonly record struct TagValueCount(string Value, long Count);
