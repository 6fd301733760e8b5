namespace UserOps.Models;

/// <summary><c>containsAll</c>: the set holds every one of the texts; with no texts true.</summary>
public sealed record ContainsAll : MembershipRule;
