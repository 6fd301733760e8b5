namespace UserOps.Models;

/// <summary><c>containsNone</c>: the set holds none of the texts; with no texts true.</summary>
public sealed record ContainsNone : MembershipRule;
