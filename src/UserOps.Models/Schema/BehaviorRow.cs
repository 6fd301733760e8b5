using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What one user did of one event name, in numbers (行为统计).</summary>
public sealed record BehaviorRow
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets the event name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets how many events; at least 1.</summary>
    public required long Count { get; init; }

    /// <summary>Gets the first instant; null where the caller's aggregates do not tell.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>Gets the last instant; null where the caller's aggregates do not tell.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>Gets on how many local days; 1 to <see cref="Count"/>, null where the caller's aggregates do not tell.</summary>
    public int? DistinctDays { get; init; }

    /// <summary>Gets the sums; a summary gives them in the order of its options, and takes them in any order.</summary>
    public ImmutableArray<BehaviorTotal> Totals
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <inheritdoc/>
    public bool Equals(BehaviorRow? other) => other is not null
        && User == other.User
        && Name == other.Name
        && Count == other.Count
        && First == other.First
        && Last == other.Last
        && DistinctDays == other.DistinctDays
        && ListEquality.Equal(Totals, other.Totals);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(User, Name, Count, First, Last, DistinctDays, ListEquality.Hash(Totals));
}
