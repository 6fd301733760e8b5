namespace UserOps.Models;

/// <summary>A place in a rule that names something.</summary>
/// <param name="Kind">What the name means.</param>
/// <param name="Name">Not empty.</param>
/// <param name="Path">RFC 6901 pointer of the place.</param>
internal readonly record struct RuleName(RuleNameKind Kind, string Name, string Path);
