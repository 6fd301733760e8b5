using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>One direction of a grid: a division and the users of each of its segments.</summary>
public sealed record SegmentationDimension
{
    /// <summary>Gets what the division is called.</summary>
    public required string Name { get; init; }

    /// <summary>Gets a value indicating whether no user is in two segments; else the segments do not add up to the users.</summary>
    public required bool IsDisjoint { get; init; }

    /// <summary>Gets the users of each segment, in the order in which they are shown.</summary>
    public required ImmutableArray<PortraitCount> Segments { get; init; }

    /// <summary>Gets the users in no segment.</summary>
    public required long Unassigned { get; init; }

    /// <inheritdoc/>
    public bool Equals(SegmentationDimension? other) => other is not null
        && Name == other.Name
        && IsDisjoint == other.IsDisjoint
        && ListEquality.Equal(Segments, other.Segments)
        && Unassigned == other.Unassigned;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, IsDisjoint, ListEquality.Hash(Segments), Unassigned);
}
