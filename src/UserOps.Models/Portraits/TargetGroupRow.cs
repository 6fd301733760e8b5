namespace UserOps.Models.Portraits;

/// <summary>One line of a table of indices.</summary>
/// <param name="Value">The value; null for users without one.</param>
/// <param name="Result">The index of the value, over users whose value is known; of the row without value, over all users.</param>
public sealed record TargetGroupRow(string? Value, TargetGroupIndex Result);
