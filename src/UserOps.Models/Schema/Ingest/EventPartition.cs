using System.Diagnostics;

namespace UserOps.Models;

/// <summary>Rows divided into buckets of users, in order of arrival within each bucket.</summary>
/// <remarks>The rows are cut into as many ranges as there are threads; the layout is the same for any number of them.</remarks>
internal sealed class EventPartition<TKey, TBuckets>
    where TKey : unmanaged
    where TBuckets : struct, IBuckets<TKey>
{
    private EventPartition(int[] starts, EventRow[] rows, TKey[] keys)
    {
        Starts = starts;
        Rows = rows;
        Keys = keys;
    }

    /// <summary>Gets where each bucket starts: shape [buckets + 1].</summary>
    internal int[] Starts { get; }

    internal EventRow[] Rows { get; }

    /// <summary>Gets the key of each row, where buckets do not tell users apart; else empty.</summary>
    internal TKey[] Keys { get; }

    internal static EventPartition<TKey, TBuckets> Of(
        TBuckets buckets, ReadOnlyMemory<TKey> keys, ReadOnlyMemory<long> utcTicks, ReadOnlyMemory<ushort> nameCodes, Workers workers)
    {
        int count = keys.Length;
        int ranges = workers.Threads;
        var next = new int[ranges][];
        workers.ForEach(ranges, range =>
        {
            next[range] = new int[buckets.Count];
            CountRows(buckets, keys.Span[Cut(count, range, ranges)..Cut(count, range + 1, ranges)], next[range]);
        });
        int[] starts = StartsOf(next, buckets.Count);
        EventRow[] rows = GC.AllocateUninitializedArray<EventRow>(count);
        TKey[] kept = TBuckets.HasLocals ? [] : GC.AllocateUninitializedArray<TKey>(count);
        workers.ForEach(ranges, range => Scatter(
            buckets,
            Cut(count, range, ranges),
            Cut(count, range + 1, ranges),
            keys.Span,
            utcTicks.Span,
            nameCodes.Span,
            next[range],
            rows,
            kept));
        return new EventPartition<TKey, TBuckets>(starts, rows, kept);
    }

    private static int Cut(int count, int range, int ranges) => (int)((long)count * range / ranges);

    private static void CountRows(TBuckets buckets, ReadOnlySpan<TKey> keys, int[] counts)
    {
        foreach (TKey key in keys)
        {
            counts[buckets.BucketOf(key)]++;
        }
    }

    /// <summary>Turns counts per range and bucket into the place where each range writes its first row of each bucket.</summary>
    private static int[] StartsOf(int[][] counts, int buckets)
    {
        var starts = new int[buckets + 1];
        int at = 0;
        for (int bucket = 0; bucket < buckets; bucket++)
        {
            starts[bucket] = at;
            foreach (int[] range in counts)
            {
                (range[bucket], at) = (at, at + range[bucket]);
            }
        }

        starts[buckets] = at;
        return starts;
    }

    private static void Scatter(
        TBuckets buckets,
        int from,
        int to,
        ReadOnlySpan<TKey> keys,
        ReadOnlySpan<long> utcTicks,
        ReadOnlySpan<ushort> nameCodes,
        int[] next,
        EventRow[] rows,
        TKey[] kept)
    {
        Debug.Assert(keys.Length == utcTicks.Length && keys.Length == nameCodes.Length, "one key, instant and name a row");

        for (int row = from; row < to; row++)
        {
            TKey key = keys[row];
            int at = next[buckets.BucketOf(key)]++;
            if (!TBuckets.HasLocals)
            {
                kept[at] = key;
            }

            rows[at] = new EventRow(utcTicks[row], row, nameCodes[row], buckets.LocalOf(key));
        }
    }
}
