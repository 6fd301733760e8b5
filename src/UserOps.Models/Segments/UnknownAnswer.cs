namespace UserOps.Models;

/// <summary><c>unknown</c>: unknown of everyone. Stands where the data for an answer do not exist; what the rules around it make of that is Kleene logic.</summary>
public sealed record UnknownAnswer : SegmentRule;
