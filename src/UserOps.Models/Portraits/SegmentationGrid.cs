using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Portraits;

/// <summary>Users by several divisions at once, as counts: JSON round-trip, a sum over users.</summary>
/// <remarks>
/// Every division has one bucket more than segments: users in none of them. Cells are in the order of the dimensions, the last one running fastest, and
/// the bucket of the unassigned after the segments.
/// </remarks>
public sealed record SegmentationGrid
{
    /// <summary>Gets the users who were divided.</summary>
    public required long Users { get; init; }

    /// <summary>Gets the divisions; two or more.</summary>
    public required ImmutableArray<SegmentationDimension> Dimensions { get; init; }

    /// <summary>Gets the users of each cell; as many as the buckets of all divisions multiplied.</summary>
    public required ImmutableArray<long> Counts { get; init; }

    /// <summary>Gets the cells with the names of their buckets, in the order of <see cref="Counts"/>.</summary>
    [JsonIgnore]
    public ImmutableArray<SegmentationCell> Cells => [.. Enumerable.Range(0, Counts.Length).Select(cell => new SegmentationCell(NamesOf(cell), Counts[cell]))];

    /// <summary>Gets a value indicating whether no user is in two cells: the counts then add up to <see cref="Users"/>.</summary>
    [JsonIgnore]
    public bool IsDisjoint => Dimensions.All(dimension => dimension.IsDisjoint);

    /// <summary>Gets the users of a cell.</summary>
    /// <param name="segments">A segment of each dimension, in order, ordinal; null for the users in none.</param>
    /// <exception cref="ArgumentException">There is not one name per dimension, or a segment does not exist.</exception>
    public long CountOf(params ReadOnlySpan<string?> segments) => Counts[CellOf(segments)];

    /// <summary>Gets the share of a cell among the users of one of its buckets: in two dimensions, 0 gives the share in its row and 1 that in its column.</summary>
    /// <param name="dimension">0-based.</param>
    /// <param name="segments">A segment of each dimension, in order, ordinal; null for the users in none.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
    /// <exception cref="ArgumentException">There is not one name per dimension, or a segment does not exist.</exception>
    public Ratio ShareWithin(int dimension, params ReadOnlySpan<string?> segments)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(dimension, Dimensions.Length);
        long count = CountOf(segments);
        string? name = segments[dimension];
        SegmentationDimension one = Dimensions[dimension];
        return new(count, name is null ? one.Unassigned : one.Segments.First(segment => segment.Value == name).Count);
    }

    /// <summary>Gets the cells that hold somebody, but fewer than so many.</summary>
    /// <param name="below">1 or more; 1 gives none, 30 is a common choice.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public ImmutableArray<SegmentationCell> SparseCells(long below = PortraitDefaults.SmallCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(below, 1);
        return [.. Cells.Where(cell => cell.Count > 0 && cell.Count < below)];
    }

    /// <summary>Joins the grids of two sets of users who have nobody in common, such as two shards.</summary>
    /// <param name="a">One grid.</param>
    /// <param name="b">The other, of divisions with the same names in the same order.</param>
    /// <returns>
    /// What one evaluation over all of them gives. Segments are joined by name, those of <paramref name="a"/> first: a shard need not hold every value of a
    /// column. A division stays disjoint only where both are.
    /// </returns>
    /// <exception cref="ArgumentNullException">A grid is null.</exception>
    /// <exception cref="ArgumentException">The divisions have different names.</exception>
    public static SegmentationGrid Merge(SegmentationGrid a, SegmentationGrid b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (!a.Dimensions.Select(dimension => dimension.Name).SequenceEqual(b.Dimensions.Select(dimension => dimension.Name), StringComparer.Ordinal))
        {
            throw new ArgumentException("The grids cross different divisions; they cannot be added up.", nameof(b));
        }

        ImmutableArray<SegmentationDimension> dimensions = [.. a.Dimensions.Zip(b.Dimensions, Merge)];
        var merged = new SegmentationGrid { Users = a.Users + b.Users, Dimensions = dimensions, Counts = [] };
        var counts = new long[dimensions.Aggregate(1, (cells, dimension) => checked(cells * (dimension.Segments.Length + 1)))];
        foreach (SegmentationGrid part in new[] { a, b })
        {
            for (int cell = 0; cell < part.Counts.Length; cell++)
            {
                counts[merged.CellOf(part.NamesOf(cell).AsSpan())] += part.Counts[cell];
            }
        }

        return merged with { Counts = [.. counts] };
    }

    /// <inheritdoc/>
    public bool Equals(SegmentationGrid? other) => other is not null
        && Users == other.Users
        && ListEquality.Equal(Dimensions, other.Dimensions)
        && ListEquality.Equal(Counts, other.Counts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Users, ListEquality.Hash(Dimensions), ListEquality.Hash(Counts));

    /// <summary>Finds the place of a cell.</summary>
    internal int CellOf(ReadOnlySpan<string?> segments)
    {
        if (segments.Length != Dimensions.Length)
        {
            throw new ArgumentException($"There are {segments.Length} names for {Dimensions.Length} dimensions.", nameof(segments));
        }

        int cell = 0;
        for (int d = 0; d < segments.Length; d++)
        {
            string? name = segments[d];
            SegmentationDimension dimension = Dimensions[d];
            int bucket = name is null ? dimension.Segments.Length : IndexOf(dimension.Segments, name);
            cell = bucket >= 0
                ? cell * (dimension.Segments.Length + 1) + bucket
                : throw new ArgumentException($"'{dimension.Name}' has no segment '{name}'.", nameof(segments));
        }

        return cell;
    }

    /// <summary>Gets the bucket of a cell in each dimension.</summary>
    internal int[] BucketsOf(int cell)
    {
        var buckets = new int[Dimensions.Length];
        for (int d = buckets.Length - 1; d >= 0; d--)
        {
            (cell, buckets[d]) = Math.DivRem(cell, Dimensions[d].Segments.Length + 1);
        }

        return buckets;
    }

    internal ImmutableArray<string?> NamesOf(int cell)
        => [.. BucketsOf(cell).Select((bucket, d) => bucket < Dimensions[d].Segments.Length ? Dimensions[d].Segments[bucket].Value : null)];

    private static int IndexOf(ImmutableArray<PortraitCount> segments, string name)
    {
        for (int i = 0; i < segments.Length; i++)
        {
            if (segments[i].Value == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static SegmentationDimension Merge(SegmentationDimension a, SegmentationDimension b) => a with
    {
        IsDisjoint = a.IsDisjoint && b.IsDisjoint,
        Segments =
        [
            .. a.Segments.Concat(b.Segments)
                .GroupBy(segment => segment.Value, StringComparer.Ordinal)
                .Select(same => new PortraitCount(same.Key, same.Sum(segment => segment.Count))),
        ],
        Unassigned = a.Unassigned + b.Unassigned,
    };
}
