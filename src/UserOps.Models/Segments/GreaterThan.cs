namespace UserOps.Models;

/// <summary><c>gt</c>: the field is greater than the operand; unknown where either is missing.</summary>
public sealed record GreaterThan : ComparisonRule;
