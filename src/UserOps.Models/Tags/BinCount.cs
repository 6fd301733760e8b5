using System.Text.Json.Serialization;

namespace UserOps.Models.Tags;

/// <summary>How many users a bin holds.</summary>
/// <param name="Label">The label of the bin.</param>
/// <param name="Count">Users in it; 0 or more.</param>
[method: JsonConstructor]
public readonly record struct BinCount(string Label, long Count);
