namespace UserOps.Models;

/// <summary>The users of a bucket whose rows have been sorted in place: id, first row of arrival, where the rows end, and ties.</summary>
internal sealed class BucketRuns
{
    private readonly int _start;

    private BucketRuns(int start, int users)
    {
        _start = start;
        Keys = new long[users];
        FirstRows = new int[users];
        Ends = new int[users];
        Ties = new bool[users];
    }

    internal int Count => Keys.Length;

    internal long[] Keys { get; }

    /// <summary>Gets the row of arrival in which each user was first seen.</summary>
    internal int[] FirstRows { get; }

    /// <summary>Gets where each user's rows end, among the rows of all buckets.</summary>
    internal int[] Ends { get; }

    internal bool[] Ties { get; }

    internal int StartOf(int user) => user == 0 ? _start : Ends[user - 1];

    /// <summary>Sorts a bucket of ids that lie close together; not every number between them need be a user.</summary>
    internal static BucketRuns OfRange(EventPartition<long, RangeBuckets> parts, RangeBuckets buckets, int bucket, BucketScratch scratch)
    {
        Span<EventRow> rows = parts.Rows.AsSpan(parts.Starts[bucket]..parts.Starts[bucket + 1]);
        Span<int> locals = scratch.Locals(rows.Length);
        Span<int> ends = scratch.Ends(buckets.UsersPerBucket);
        Span<EventRow> grouped = scratch.Sorted(rows.Length);
        IngestKernels.ReadLocals(rows, locals);
        IngestKernels.GroupByUser(rows, locals, ends, grouped);
        var runs = new BucketRuns(parts.Starts[bucket], UsersIn(ends));
        for (int local = 0, user = 0, from = 0; local < ends.Length; from = ends[local++])
        {
            if (ends[local] > from)
            {
                runs.Sort(user++, buckets.KeyOf(bucket, local), grouped, from, ends[local]);
            }
        }

        grouped.CopyTo(rows);
        return runs;
    }

    /// <summary>Sorts a bucket of ids that lie anywhere.</summary>
    internal static BucketRuns OfHash(EventPartition<long, HashBuckets> parts, int bucket, BucketScratch scratch)
    {
        Range range = parts.Starts[bucket]..parts.Starts[bucket + 1];
        Span<EventRow> rows = parts.Rows.AsSpan(range);
        Span<int> locals = scratch.Locals(rows.Length);
        scratch.Users.Clear();
        scratch.Users.FindLocals(parts.Keys.AsSpan(range), locals);
        Span<int> ends = scratch.Ends(scratch.Users.Count);
        Span<EventRow> grouped = scratch.Sorted(rows.Length);
        IngestKernels.GroupByUser(rows, locals, ends, grouped);
        var runs = new BucketRuns(parts.Starts[bucket], ends.Length);
        for (int user = 0, from = 0; user < ends.Length; from = ends[user++])
        {
            runs.Sort(user, scratch.Users.Keys[user], grouped, from, ends[user]);
        }

        grouped.CopyTo(rows);
        return runs;
    }

    private static int UsersIn(ReadOnlySpan<int> ends)
    {
        int users = 0;
        int from = 0;
        foreach (int end in ends)
        {
            users += end > from ? 1 : 0;
            from = end;
        }

        return users;
    }

    private void Sort(int user, long key, Span<EventRow> grouped, int from, int end)
    {
        Keys[user] = key;
        FirstRows[user] = grouped[from].Row; // still in order of arrival
        Ends[user] = _start + end;
        Ties[user] = IngestKernels.SortByInstant(grouped[from..end]);
    }
}
