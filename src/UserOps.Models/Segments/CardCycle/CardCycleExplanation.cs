using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Why the card model places a user where it does. JSON round-trip.</summary>
public sealed record CardCycleExplanation
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets the local date of the evaluation.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Gets the first node that is known to hold; null for none. The current one only where <see cref="IsCurrentKnown"/>.</summary>
    public CardCycleNode? Current { get; init; }

    /// <summary>Gets a value indicating whether no node that is not known comes before <see cref="Current"/>.</summary>
    public required bool IsCurrentKnown { get; init; }

    /// <summary>Gets the known node that begins next; at equal days the first in the definition. Null for none.</summary>
    public CardCycleNext? Next { get; init; }

    /// <summary>Gets a value indicating whether all nodes are known, so that none can begin before <see cref="Next"/>.</summary>
    public required bool IsNextKnown { get; init; }

    /// <summary>Gets all nodes, in the order of the definition.</summary>
    public required ImmutableArray<CardCycleNodeExplanation> Nodes { get; init; }

    /// <inheritdoc/>
    public bool Equals(CardCycleExplanation? other) => other is not null
        && User == other.User
        && Today == other.Today
        && Current == other.Current
        && IsCurrentKnown == other.IsCurrentKnown
        && Next == other.Next
        && IsNextKnown == other.IsNextKnown
        && ListEquality.Equal(Nodes, other.Nodes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(User, Today, Current, IsCurrentKnown, Next, IsNextKnown, ListEquality.Hash(Nodes));
}
