using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>The users who are in one bucket of every division.</summary>
/// <param name="Segments">The segment of each division; null for the users in none.</param>
/// <param name="Count">The users; 0 or more.</param>
public sealed record SegmentationCell(ImmutableArray<string?> Segments, long Count)
{
    /// <inheritdoc/>
    public bool Equals(SegmentationCell? other) => other is not null && ListEquality.Equal(Segments, other.Segments) && Count == other.Count;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ListEquality.Hash(Segments), Count);
}
