using System.Globalization;

namespace UserOps.Models.Activity;

/// <summary>Why a user has the role they have.</summary>
public sealed record UserRoleExplanation
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets the role; null where it is not known, and for a user who was not there yet.</summary>
    public UserRole? Role { get; init; }

    /// <summary>Gets whether the user was there at 'as of': with a row in the user table, or an event.</summary>
    public required bool IsSeen { get; init; }

    /// <summary>Gets what the rule of customers says. Where it is true the role is customer, where it is unknown the role is unknown.</summary>
    public required SegmentExplanation Customer { get; init; }

    /// <summary>Gets what the rule of members says; it decides where the rule of customers is false.</summary>
    public required SegmentExplanation Member { get; init; }

    /// <summary>Gives the role and the answers of both rules as text, without regard to culture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{User}: {Role?.ToString() ?? (IsSeen ? "unknown role" : "not yet seen")} (customer {Customer.Answer}, member {Member.Answer})");
}
