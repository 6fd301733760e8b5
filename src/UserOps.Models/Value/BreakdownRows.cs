using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>Joins the rows of a breakdown that two summaries have.</summary>
internal static class BreakdownRows
{
    /// <summary>Gives one row for each value, ordinal, the rows without a value joined at the end.</summary>
    internal static ImmutableArray<T> Join<T>(IEnumerable<T> rows, Func<T, string?> valueOf, Func<string?, IEnumerable<T>, T> join)
        =>
        [
            .. rows
                .GroupBy(row => (HasValue: valueOf(row) is not null, Value: valueOf(row) ?? ""))
                .OrderBy(group => !group.Key.HasValue)
                .ThenBy(group => group.Key.Value, StringComparer.Ordinal)
                .Select(group => join(group.Key.HasValue ? group.Key.Value : null, group)),
        ];
}
