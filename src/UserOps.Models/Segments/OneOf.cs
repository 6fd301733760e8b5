namespace UserOps.Models;

/// <summary><c>in</c>: the field equals one of the values; with none of them false. Not for sets.</summary>
public sealed record OneOf : MembershipRule;
