using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>How many users have which role. JSON round-trip, mergeable.</summary>
public sealed record UserRoleSummary
{
    /// <summary>Gets who is a member and who is a customer.</summary>
    public required UserRoleDefinition Definition { get; init; }

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets how many users are visitors.</summary>
    public required long Visitors { get; init; }

    /// <summary>Gets how many users are members, customers not counted.</summary>
    public required long Members { get; init; }

    /// <summary>Gets how many users are customers.</summary>
    public required long Customers { get; init; }

    /// <summary>Gets how many seen users are of unknown role.</summary>
    public required long Uncertain { get; init; }

    /// <summary>Gets how many users of the dataset were not there yet: no row in the user table, and all events after 'as of'.</summary>
    public required long NotYetSeen { get; init; }

    /// <summary>Gets the event names of the rules that the data never held, ordinal: a misspelling, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Gets how many users were seen: the three roles and the uncertain ones.</summary>
    [JsonIgnore]
    public long Seen => Visitors + Members + Customers + Uncertain;

    /// <summary>Gets the users of a role, of all seen users. Uncertain users are below the line and never above it.</summary>
    /// <param name="role">One of the three.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the three.</exception>
    public Ratio Share(UserRole role) => role switch
    {
        UserRole.Visitor => new(Visitors, Seen),
        UserRole.Member => new(Members, Seen),
        UserRole.Customer => new(Customers, Seen),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "This is not one of the three roles."),
    };

    /// <summary>Joins the summaries of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static UserRoleSummary Merge(UserRoleSummary a, UserRoleSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, a.Context, b.Definition, b.Context, nameof(b));
        return new()
        {
            Definition = a.Definition,
            Context = a.Context,
            Visitors = a.Visitors + b.Visitors,
            Members = a.Members + b.Members,
            Customers = a.Customers + b.Customers,
            Uncertain = a.Uncertain + b.Uncertain,
            NotYetSeen = a.NotYetSeen + b.NotYetSeen,
            UnknownEvents = SummaryQuestion.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    internal static UserRoleSummary Of(UserRoleDefinition definition, EvaluationContext context, UserRoleUsers users, Audience member, Audience customer) => new()
    {
        Definition = definition,
        Context = context,
        Visitors = users.Of(UserRole.Visitor).Count,
        Members = users.Of(UserRole.Member).Count,
        Customers = users.Of(UserRole.Customer).Count,
        Uncertain = users.Uncertain.Count,
        NotYetSeen = users.Seen.Complement().Count,
        UnknownEvents = [.. member.UnknownEvents.Union(customer.UnknownEvents, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };

    /// <inheritdoc/>
    public bool Equals(UserRoleSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && Visitors == other.Visitors
        && Members == other.Members
        && Customers == other.Customers
        && Uncertain == other.Uncertain
        && NotYetSeen == other.NotYetSeen
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Context, Visitors, Members, Customers, Uncertain, NotYetSeen, ListEquality.Hash(UnknownEvents));
}
