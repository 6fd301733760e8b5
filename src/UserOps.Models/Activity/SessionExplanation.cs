using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>The sessions of one user, and why each of them began.</summary>
public sealed record SessionExplanation
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets the sessions in order of time; empty for a user without one.</summary>
    public required ImmutableArray<UserSession> Sessions { get; init; }

    /// <summary>Gets how many events that sessions are made of are in none, because no separator came before them.</summary>
    public required int EventsWithoutSession { get; init; }

    /// <summary>Gives the explanation as text, without regard to culture: the user, and a line for each session.</summary>
    public override string ToString() => string.Join('\n', [$"{User}: {Sessions.Length} session(s)", .. Sessions.Select(session => $"  {session}")]);

    /// <inheritdoc/>
    public bool Equals(SessionExplanation? other) => other is not null
        && User == other.User && ListEquality.Equal(Sessions, other.Sessions) && EventsWithoutSession == other.EventsWithoutSession;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(User, ListEquality.Hash(Sessions), EventsWithoutSession);
}
