using System.Collections.Immutable;

namespace UserOps.Models.Tests.Segments;

/// <summary>One user as the contract sees one.</summary>
/// <param name="Attribute">string, decimal, double, bool, DateTimeOffset, DateOnly, string[]; null for missing.</param>
/// <param name="Events">In the order of instants, and of arrival where these are equal.</param>
internal sealed record TwinUser(Func<string, object?> Attribute, ImmutableArray<TwinUserEvent> Events);

/// <summary>One thing a user did.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="At">When it was.</param>
/// <param name="Property">Kinds as of attributes; null for missing.</param>
internal sealed record TwinUserEvent(string Name, DateTimeOffset At, Func<string, object?> Property);
