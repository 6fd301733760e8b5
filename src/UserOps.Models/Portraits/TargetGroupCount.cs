using System.Text.Json.Serialization;

namespace UserOps.Models.Portraits;

/// <summary>How many users of target and base have one value.</summary>
/// <param name="Value">The value.</param>
/// <param name="Target">Users of the target who have it.</param>
/// <param name="Base">Users of the base who have it, those of the target included.</param>
[method: JsonConstructor]
public readonly record struct TargetGroupCount(string Value, long Target, long Base);
