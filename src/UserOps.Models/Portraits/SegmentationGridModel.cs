using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>Crosses two or more divisions of users: attributes, behavior, value, life cycle (用户属性、行为、业务、价值 + 生命周期).</summary>
public static class SegmentationGridModel
{
    /// <summary>Counts the users of every combination of buckets.</summary>
    /// <param name="users">Who is divided.</param>
    /// <param name="by">The divisions; two or more, each name once.</param>
    /// <returns>Counts, and the sets behind them. A user in two segments of one division is in two cells.</returns>
    /// <exception cref="ArgumentNullException">The users or a division are null.</exception>
    /// <exception cref="ArgumentException">There are fewer than two divisions, two of one name, more than 100,000 cells, or sets of unrelated datasets.</exception>
    public static SegmentationGridResult Evaluate(UserSet users, params ReadOnlySpan<Segmentation> by)
    {
        ArgumentNullException.ThrowIfNull(users);
        Check(by);
        var counts = ImmutableArray.CreateBuilder<long>();
        ImmutableArray<ImmutableArray<UserSet>> buckets = BucketsOf(users, by);
        Count(buckets, 0, users, counts);
        var dimensions = ImmutableArray.CreateBuilder<SegmentationDimension>(by.Length);
        for (int d = 0; d < by.Length; d++)
        {
            ImmutableArray<UserSet> sets = buckets[d];
            dimensions.Add(new()
            {
                Name = by[d].Name,
                IsDisjoint = sets.Sum(set => (long)set.Count) == users.Count, // of the users who are divided, not of all there are
                Segments = [.. by[d].Segments.Select((segment, i) => new PortraitCount(segment.Name, sets[i].Count))],
                Unassigned = sets[^1].Count,
            });
        }

        return new(new() { Users = users.Count, Dimensions = dimensions.MoveToImmutable(), Counts = counts.DrainToImmutable() }, buckets);
    }

    private static void Check(ReadOnlySpan<Segmentation> by)
    {
        if (by.Length < 2)
        {
            throw new ArgumentException($"A grid crosses two or more divisions, not {by.Length}.", nameof(by));
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        long cells = 1;
        foreach (Segmentation one in by)
        {
            ArgumentNullException.ThrowIfNull(one, nameof(by));
            if (!names.Add(one.Name))
            {
                throw new ArgumentException($"Two divisions have the name '{one.Name}'.", nameof(by));
            }

            cells = Math.Min(cells * (one.Segments.Length + 1), PortraitDefaults.MaximumCells + 1L);
        }

        if (cells > PortraitDefaults.MaximumCells)
        {
            throw new ArgumentException($"The divisions make more than {PortraitDefaults.MaximumCells} cells.", nameof(by));
        }
    }

    private static ImmutableArray<ImmutableArray<UserSet>> BucketsOf(UserSet users, ReadOnlySpan<Segmentation> by)
    {
        var buckets = ImmutableArray.CreateBuilder<ImmutableArray<UserSet>>(by.Length);
        foreach (Segmentation one in by)
        {
            buckets.Add([.. one.Segments.Select(segment => users.Intersect(segment.Users)), users.Except(one.Covered)]);
        }

        return buckets.MoveToImmutable();
    }

    private static void Count(ImmutableArray<ImmutableArray<UserSet>> buckets, int dimension, UserSet users, ImmutableArray<long>.Builder counts)
    {
        if (dimension == buckets.Length)
        {
            counts.Add(users.Count);
            return;
        }

        foreach (UserSet bucket in buckets[dimension])
        {
            Count(buckets, dimension + 1, users.Intersect(bucket), counts);
        }
    }
}
