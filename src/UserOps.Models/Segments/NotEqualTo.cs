namespace UserOps.Models;

/// <summary><c>ne</c>: the field differs from the operand; unknown where either is missing.</summary>
public sealed record NotEqualTo : ComparisonRule;
