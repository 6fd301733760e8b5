namespace UserOps.Models;

/// <summary><c>notIn</c>: the field equals none of the values; exactly the negation of <see cref="OneOf"/>. Not for sets.</summary>
public sealed record NoneOf : MembershipRule;
