namespace UserOps.Models.Tags;

/// <summary>Two values of ordered rules whose rules are both true for some users: there, the order alone decides.</summary>
/// <param name="First">The value that wins: the first of its rules comes earlier.</param>
/// <param name="Second">The value that loses.</param>
/// <param name="Users">For whom both are true.</param>
public sealed record TagOverlap(string First, string Second, UserSet Users);
