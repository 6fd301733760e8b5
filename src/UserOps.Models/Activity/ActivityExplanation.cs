using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Activity;

/// <summary>What one user is in each period of a decomposition, and why. Plain data, JSON round-trip.</summary>
public sealed record ActivityExplanation
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>
    /// Gets when the user is new: the start of the first active period of the history or, where the definition goes by creation, the instant of it (of
    /// a date its start). Null for a user who was never active, or whose creation is missing.
    /// </summary>
    public DateTimeOffset? NewAt { get; init; }

    /// <summary>Gets the periods of the answer, first one first.</summary>
    public required ImmutableArray<ActivityPeriodExplanation> Periods { get; init; }

    /// <summary>
    /// Gives the explanation as text, without regard to culture: the user, and a line for each period such as
    /// <c>  2026-03-02 to 2026-03-08: Returning, 3 events, 1 the period before</c>.
    /// </summary>
    public override string ToString() => string.Join('\n', [
        string.Create(CultureInfo.InvariantCulture, $"{User}: {(NewAt is { } at ? $"new at {at:yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz}" : "never new")}"),
        .. Periods.Select(period => $"  {period}")]);

    /// <inheritdoc/>
    public bool Equals(ActivityExplanation? other)
        => other is not null && User == other.User && NewAt == other.NewAt && ListEquality.Equal(Periods, other.Periods);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(User, NewAt, ListEquality.Hash(Periods));
}
