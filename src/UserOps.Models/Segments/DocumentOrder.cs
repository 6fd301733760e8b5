using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models;

/// <summary>Puts places of a rule into the order of its document: a node before its operands and members, members in the order of the node table.</summary>
internal static class DocumentOrder
{
    private const int FirstIndex = 1_000;

    // One order for all nodes: no two of them want two members the other way round.
    private static readonly FrozenDictionary<string, int> Ranks = ((string[])[
        "op", "mode", "args", "arg", "field", "latitude", "longitude", "area", "radiusMeters", "consent", "accuracy", "event", "segment", "steps", "first", "then", "where", "within", "firstWhere", "thenWhere", "measure",
        "without", "low", "high", "lowInclusive", "highInclusive", "values", "fromDays", "toDays", "leapDayRule", "window", "cmp", "count", "agg",
        "prop", "value", "otherField", "currency", "last", "next", "amount", "unit", "fromDaysAgo", "toDaysAgo", "from", "to",
    ]).Select((name, rank) => KeyValuePair.Create(name, rank)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Gets the place of a member among those of its node; members the table does not list come last.</summary>
    internal static int RankOf(string member) => Ranks.GetValueOrDefault(member, int.MaxValue);

    /// <summary>Sorts issues by their places; those of one place stay as they are.</summary>
    internal static ImmutableArray<SegmentIssue> Sort(IEnumerable<SegmentIssue> issues)
        => [.. issues.Select(issue => (Issue: issue, Key: KeyOf(issue.Path))).OrderBy(pair => pair.Key, KeyComparer.Instance).Select(pair => pair.Issue)];

    private static int[] KeyOf(string path) => path.Length == 0 ? [] : [.. path[1..].Split('/').Select(KeyOfPart)];

    private static int KeyOfPart(string part)
        => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < int.MaxValue - FirstIndex ? FirstIndex + index : RankOf(part);

    private sealed class KeyComparer : IComparer<int[]>
    {
        internal static readonly KeyComparer Instance = new();

        public int Compare(int[]? x, int[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
