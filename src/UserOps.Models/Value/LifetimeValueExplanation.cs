using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>Where a user is counted in lifetime value by cohort, and what the user brought.</summary>
public sealed record LifetimeValueExplanation
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets the instant of the first acquisition event seen; null without one.</summary>
    public DateTimeOffset? AcquiredAt { get; init; }

    /// <summary>Gets the name of that event; null without one.</summary>
    public string? AcquiredBy { get; init; }

    /// <summary>Gets the cohort, an index into those of the summary; null for a user who is in none of them.</summary>
    public int? Cohort { get; init; }

    /// <summary>Gets what the user brought at each age alone; null while the age's period is not over. Empty for a user in no cohort.</summary>
    public required ImmutableArray<decimal?> Margin { get; init; }

    /// <summary>Gets the revenue and refund events that are in no cell: from before the user was won, or after the last age.</summary>
    public required long EventsOutside { get; init; }

    /// <inheritdoc/>
    public bool Equals(LifetimeValueExplanation? other) => other is not null
        && User == other.User
        && AcquiredAt == other.AcquiredAt
        && AcquiredBy == other.AcquiredBy
        && Cohort == other.Cohort
        && ListEquality.Equal(Margin, other.Margin)
        && EventsOutside == other.EventsOutside;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(User, AcquiredAt, AcquiredBy, Cohort, ListEquality.Hash(Margin), EventsOutside);
}
