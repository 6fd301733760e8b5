namespace UserOps.Models;

/// <summary><c>le</c>: the field is at most the operand; unknown where either is missing.</summary>
public sealed record AtMost : ComparisonRule;
