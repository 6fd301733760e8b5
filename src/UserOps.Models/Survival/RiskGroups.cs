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
                .Select(parts => new RiskGroup(parts.Key, parts.Select(part => part.Risk).Aggregate(RiskTable.Merge))),
        ];
        string[] labels = [.. joined.Select(group => group.Label)];
        LabelOrder.Sort(labels);
        return [.. labels.Select(label => joined.Single(group => group.Label == label))];
    }
}
