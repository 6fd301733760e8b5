using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Rows of a behavior summary in the making: those of neighboring users, end to end.</summary>
internal sealed class BehaviorChunk(int sums)
{
    internal List<int> RowsOfUser { get; } = [];

    internal List<int> NameCodes { get; } = [];

    internal List<long> Counts { get; } = [];

    internal List<long> First { get; } = [];

    internal List<long> Last { get; } = [];

    internal List<int> Days { get; } = [];

    internal List<Int128>[] Units { get; } = [.. Enumerable.Range(0, sums).Select(_ => new List<Int128>())];

    internal List<long>[] Missing { get; } = [.. Enumerable.Range(0, sums).Select(_ => new List<long>())];

    internal long EventsAfterAsOf { get; set; }

    /// <summary>Puts chunks end to end, in the order given.</summary>
    internal static BehaviorColumns Join(IReadOnlyList<BehaviorChunk> chunks, int users, ImmutableArray<Field> sums)
    {
        var offsets = new int[users + 1];
        int user = 0;
        foreach (int rows in chunks.SelectMany(chunk => chunk.RowsOfUser))
        {
            offsets[user + 1] = checked(offsets[user] + rows);
            user++;
        }

        return new(
            offsets,
            [.. chunks.SelectMany(chunk => chunk.NameCodes)],
            [.. chunks.SelectMany(chunk => chunk.Counts)],
            [.. chunks.SelectMany(chunk => chunk.First)],
            [.. chunks.SelectMany(chunk => chunk.Last)],
            [.. chunks.SelectMany(chunk => chunk.Days)],
            [.. sums.Select((field, i) => new BehaviorSums(
                field, [.. chunks.SelectMany(chunk => chunk.Units[i])], [.. chunks.SelectMany(chunk => chunk.Missing[i])]))]);
    }
}
