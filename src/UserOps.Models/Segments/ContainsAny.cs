namespace UserOps.Models;

/// <summary><c>containsAny</c>: the set holds one of the texts; with no texts false.</summary>
public sealed record ContainsAny : MembershipRule;
