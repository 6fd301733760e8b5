using System.Text.Json.Serialization;

namespace UserOps.Models.Tags;

/// <summary>How well a tag finds one of its values.</summary>
/// <param name="Value">The value.</param>
/// <param name="Precision">Users who have the value, of those the tag gives it to; 0 of 0 when it gives it to nobody.</param>
/// <param name="Recall">Users the tag gives the value to, of those who have it, those without an answer included; 0 of 0 when nobody has it.</param>
[method: JsonConstructor]
public readonly record struct TagValueAccuracy(string Value, Ratio Precision, Ratio Recall);
