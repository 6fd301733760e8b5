namespace UserOps.Models.Portraits;

/// <summary>One line of a table of indices as it may be shown.</summary>
/// <param name="Value">The value; null for users without one.</param>
/// <param name="Target">Users of the target who have it.</param>
/// <param name="Base">Users of the base who have it.</param>
/// <param name="Result">The index; null when a count or a total behind it is hidden.</param>
public sealed record DisclosedTargetGroupRow(string? Value, DisclosedCount Target, DisclosedCount Base, TargetGroupIndex? Result);
