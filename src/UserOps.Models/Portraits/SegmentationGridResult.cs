using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>A grid and the users behind it; bound to the dataset.</summary>
public sealed class SegmentationGridResult
{
    private readonly ImmutableArray<ImmutableArray<UserSet>> _buckets;

    internal SegmentationGridResult(SegmentationGrid grid, ImmutableArray<ImmutableArray<UserSet>> buckets)
    {
        Grid = grid;
        _buckets = buckets;
    }

    /// <summary>Gets the counts.</summary>
    public SegmentationGrid Grid { get; }

    /// <summary>Gets the users of a cell.</summary>
    /// <param name="segments">A segment of each dimension, in order, ordinal; null for the users in none.</param>
    /// <exception cref="ArgumentException">There is not one name per dimension, or a segment does not exist.</exception>
    public UserSet UsersOf(params ReadOnlySpan<string?> segments)
    {
        int[] buckets = Grid.BucketsOf(Grid.CellOf(segments));
        return buckets.Select((bucket, d) => _buckets[d][bucket]).Aggregate((a, b) => a.Intersect(b));
    }
}
