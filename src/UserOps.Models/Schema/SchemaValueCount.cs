using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>A value that deviates from a schema, and how often it occurs.</summary>
/// <param name="Value">The text met.</param>
/// <param name="Count">Rows that hold it; at least 1.</param>
[method: JsonConstructor] // without it a struct is read with the missing members at null and 0
public readonly record struct SchemaValueCount(string Value, long Count);
