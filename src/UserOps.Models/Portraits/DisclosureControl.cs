using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>What of a result may be shown: no group of fewer than so many users (隐私最小样本).</summary>
/// <remarks>
/// Counts from 1 to k - 1 are hidden; then as many more as it takes that no hidden count follows from the totals, and that the hidden counts of
/// a line, whose sum does follow, hold at least k users together. A count of 0 is shown: it speaks of nobody. With k = 1 everything is shown. This guards
/// one table: two tables over nearly the same users can be subtracted from each other, and no rule for one of them prevents it.
/// Immutable, shared freely between threads.
/// </remarks>
public sealed class DisclosureControl
{
    /// <summary>Sets the size.</summary>
    /// <param name="minimumGroupSize">k: the size from which on a group may be shown; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is less than 1.</exception>
    public DisclosureControl(long minimumGroupSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumGroupSize, 1);
        MinimumGroupSize = minimumGroupSize;
    }

    /// <summary>Gets k.</summary>
    public long MinimumGroupSize { get; }

    /// <summary>Hides what a distribution may not show.</summary>
    /// <param name="distribution">The distribution. Where a user may have several values, these do not add up, and each is judged alone.</param>
    /// <exception cref="ArgumentNullException">The distribution is null.</exception>
    public DisclosedDistribution Apply(FieldDistribution distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        PortraitCount[] values = [.. distribution.Values.OrderBy(value => value.Value, StringComparer.Ordinal)];
        int known = values.Length, missing = known + 1, all = known + 2;
        long[] counts = [.. values.Select(value => value.Count), distribution.Known, distribution.Missing, distribution.Known + distribution.Missing];
        SumLine members = new([known, missing], all);
        bool[] hidden = Suppression.Of(
            counts, distribution.IsMultiValued ? [members] : [new([.. Enumerable.Range(0, known)], known), members], MinimumGroupSize);
        DisclosedCount[] shown = Shown(counts, hidden);
        return new(distribution.Field, shown[known], shown[missing], [.. values.Select((value, i) => new DisclosedValue(value.Value, shown[i]))]);
    }

    /// <summary>Hides what a profile may not show.</summary>
    /// <param name="profile">The profile. Of numbers and amounts only means are shown, where enough users are known: lowest and highest values belong to single users.</param>
    /// <exception cref="ArgumentNullException">The profile is null.</exception>
    public DisclosedProfile Apply(AudienceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new(
            Alone(profile.Summary.Members),
            [.. profile.Summary.Distributions.Select(Apply)],
            [.. profile.Numbers.Select(number => MeanOf(number.Field, number.Known, number.Missing, number.Mean.Value))],
            [.. profile.Amounts.Select(amount => MeanOf(amount.Total.Field, amount.Total.Known, amount.Total.Missing, amount.Total.Mean.Value))]);
    }

    /// <summary>Hides what a table of indices may not show.</summary>
    /// <param name="table">The table. Users of the base outside the target follow from both, so they are guarded too.</param>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    public DisclosedTargetGroupTable Apply(TargetGroupTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return TargetGroupDisclosure.Apply(table, MinimumGroupSize);
    }

    /// <summary>Hides what a grid may not show.</summary>
    /// <param name="grid">The grid. Where a user may be in several cells, these do not add up, and each is judged alone.</param>
    /// <exception cref="ArgumentNullException">The grid is null.</exception>
    public DisclosedGrid Apply(SegmentationGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        int cells = grid.Counts.Length;
        var counts = new List<long>(grid.Counts);
        var lines = ImmutableArray.CreateBuilder<SumLine>();
        int users = cells + grid.Dimensions.Sum(dimension => dimension.Segments.Length + 1);
        for (int d = 0; d < grid.Dimensions.Length; d++)
        {
            AddDimension(grid, d, users, counts, lines);
        }

        counts.Add(grid.Users);
        DisclosedCount[] shown = Shown([.. counts], Suppression.Of([.. counts], lines.ToImmutable(), MinimumGroupSize));
        var dimensions = ImmutableArray.CreateBuilder<ImmutableArray<DisclosedCount>>(grid.Dimensions.Length);
        for (int d = 0, first = cells; d < grid.Dimensions.Length; first += grid.Dimensions[d].Segments.Length + 1, d++)
        {
            dimensions.Add([.. shown[first..(first + grid.Dimensions[d].Segments.Length + 1)]]);
        }

        return new(shown[users], dimensions.MoveToImmutable(), [.. shown[..cells]]);
    }

    internal static DisclosedCount[] Shown(long[] counts, bool[] hidden) => [.. counts.Zip(hidden, (count, isHidden) => new DisclosedCount(isHidden ? null : count))];

    private static void AddDimension(SegmentationGrid grid, int d, int users, List<long> counts, ImmutableArray<SumLine>.Builder lines)
    {
        SegmentationDimension dimension = grid.Dimensions[d];
        int first = counts.Count;
        counts.AddRange([.. dimension.Segments.Select(segment => segment.Count), dimension.Unassigned]);
        if (dimension.IsDisjoint)
        {
            lines.Add(new([.. Enumerable.Range(first, dimension.Segments.Length + 1)], users));
        }

        // A bucket is the sum of its cells where no other division has a user twice.
        if (grid.Dimensions.Where((_, other) => other != d).All(other => other.IsDisjoint))
        {
            lines.AddRange(Enumerable.Range(0, grid.Counts.Length)
                .GroupBy(cell => grid.BucketsOf(cell)[d])
                .Select(cells => new SumLine([.. cells], first + cells.Key)));
        }
    }

    private DisclosedMean<T> MeanOf<T>(string field, long known, long missing, T? mean)
        where T : struct
    {
        DisclosedCount[] shown = Shown([known, missing, known + missing], Suppression.Of([known, missing, known + missing], [new([0, 1], 2)], MinimumGroupSize));
        return new(field, shown[0], known < MinimumGroupSize ? null : mean);
    }

    private DisclosedCount Alone(long count) => new(count > 0 && count < MinimumGroupSize ? null : count);
}
