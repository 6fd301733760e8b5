using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>Lists of groups.</summary>
internal static class RiskGroups
{
    /// <summary>Joins the groups of two sets of rows by their labels.</summary>
    /// <exception cref="ArgumentException">Only one of the sets has groups.</exception>
    internal static ImmutableArray<RiskGroup> Merge(ImmutableArray<RiskGroup> a, ImmutableArray<RiskGroup> b)
    {
        if (a.IsEmpty != b.IsEmpty)
        {
            throw new ArgumentException("One result has groups, the other has none; they cannot be joined.", nameof(b));
        }

        List<RiskGroup> joined =
        [
            .. a.Concat(b).GroupBy(group => group.Label, StringComparer.Ordinal)
                .Select(parts => parts.First() with { Risk = parts.Select(part => part.Risk).Aggregate(RiskTable.Merge) }),
        ];
        return joined.All(group => group.Number is not null)
            ? [.. joined.OrderBy(group => group.Number)]
            : [.. joined.OrderBy(group => group.Label, StringComparer.Ordinal)];
    }
}
