namespace UserOps.Models;

/// <summary><c>lt</c>: the field is less than the operand; unknown where either is missing.</summary>
public sealed record LessThan : ComparisonRule;
