namespace UserOps.Models;

/// <summary><c>eq</c>: the field is equal to the operand; unknown where either is missing.</summary>
public sealed record EqualTo : ComparisonRule;
