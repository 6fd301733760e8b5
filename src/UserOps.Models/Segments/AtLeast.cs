namespace UserOps.Models;

/// <summary><c>ge</c>: the field is at least the operand; unknown where either is missing.</summary>
public sealed record AtLeast : ComparisonRule;
