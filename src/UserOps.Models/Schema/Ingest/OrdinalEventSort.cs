namespace UserOps.Models;

/// <summary>Sorts events whose users have ordinals already: each bucket is a range of users, and of the table.</summary>
internal static class OrdinalEventSort
{
    internal static SortedEvents Sort(
        ReadOnlyMemory<int> ordinals, ReadOnlyMemory<long> utcTicks, ReadOnlyMemory<ushort> nameCodes, int users, SortedShape shape, Workers workers)
    {
        var buckets = RangeBuckets.OfOrdinals(users, ordinals.Length);
        var parts = EventPartition<int, RangeBuckets>.Of(buckets, ordinals, utcTicks, nameCodes, workers);
        var sorted = SortedEvents.Allocate(users, ordinals.Length, shape);
        var ties = new bool[users];
        workers.ForEach<BucketScratch>(buckets.Count, (bucket, scratch) =>
        {
            int firstUser = bucket * buckets.UsersPerBucket;
            int endUser = Math.Min(firstUser + buckets.UsersPerBucket, users);
            SortBucket(parts, bucket, scratch, ties.AsSpan(firstUser..endUser), sorted, firstUser);
        });
        TieBits.Set(ties, sorted.UsersWithTies);
        return sorted;
    }

    private static void SortBucket(
        EventPartition<int, RangeBuckets> parts, int bucket, BucketScratch scratch, Span<bool> ties, SortedEvents sorted, int firstUser)
    {
        int start = parts.Starts[bucket];
        ReadOnlySpan<EventRow> rows = parts.Rows.AsSpan(start..parts.Starts[bucket + 1]);
        Span<int> locals = scratch.Locals(rows.Length);
        Span<int> ends = scratch.Ends(ties.Length);
        Span<EventRow> grouped = scratch.Sorted(rows.Length);
        IngestKernels.ReadLocals(rows, locals);
        IngestKernels.GroupByUser(rows, locals, ends, grouped);
        for (int user = 0, from = 0; user < ends.Length; from = ends[user++])
        {
            ties[user] = IngestKernels.SortByInstant(grouped[from..ends[user]]);
            sorted.Offsets[firstUser + user + 1] = start + ends[user];
        }

        sorted.Write(start, grouped);
    }
}
