using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>A grid as it may be shown.</summary>
/// <param name="Users">The users who were divided.</param>
/// <param name="Dimensions">The users of each bucket, per division: its segments, then those in none.</param>
/// <param name="Cells">The users of each cell, in the order of <see cref="SegmentationGrid.Counts"/>.</param>
public sealed record DisclosedGrid(
    DisclosedCount Users, ImmutableArray<ImmutableArray<DisclosedCount>> Dimensions, ImmutableArray<DisclosedCount> Cells)
{
    /// <inheritdoc/>
    public bool Equals(DisclosedGrid? other) => other is not null
        && Users == other.Users
        && Dimensions.Length == other.Dimensions.Length
        && Dimensions.Zip(other.Dimensions).All(pair => ListEquality.Equal(pair.First, pair.Second))
        && ListEquality.Equal(Cells, other.Cells);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Users, ListEquality.Hash(Cells));
}
