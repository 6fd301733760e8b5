namespace UserOps.Models;

/// <summary>Sorts events whose users are numbers, and gives new users their ordinals in order of first sight, without one table of all of them.</summary>
/// <remarks>
/// A bucket knows its users and the first row of each. A bitmap of all first rows then ranks them: the ordinal of a user is the number of
/// first rows before the user's own. Only then is it known where in the table each user's events go.
/// </remarks>
internal sealed class NumberEventSort
{
    private readonly Workers _workers;
    private readonly KeyTable<NumberKey>? _known;
    private readonly BucketRuns[] _runs;
    private readonly EventRow[] _rows;
    private readonly long[] _freeRoom;

    private NumberEventSort(Workers workers, KeyTable<NumberKey>? known, BucketRuns[] runs, EventRow[] rows, long[] freeRoom)
    {
        _workers = workers;
        _known = known;
        _runs = runs;
        _rows = rows;
        _freeRoom = freeRoom;
    }

    /// <param name="numbers">The user of each row.</param>
    /// <param name="utcTicks">The instant of each row.</param>
    /// <param name="nameCodes">The name of each row.</param>
    /// <param name="known">Users with ordinals already, or null.</param>
    /// <param name="shape">Which columns to make.</param>
    /// <param name="workers">The threads.</param>
    /// <returns>The events, and all users: known ones first.</returns>
    internal static (SortedEvents Sorted, KeyTable<NumberKey> Users) Sort(
        ReadOnlyMemory<long> numbers,
        ReadOnlyMemory<long> utcTicks,
        ReadOnlyMemory<ushort> nameCodes,
        KeyTable<NumberKey>? known,
        SortedShape shape,
        Workers workers)
    {
        (long first, long last) = NumberRange.Of(numbers, workers);
        if (RangeBuckets.OfNumbers(first, last, numbers.Length) is { } ranges)
        {
            var parts = EventPartition<long, RangeBuckets>.Of(ranges, numbers, utcTicks, nameCodes, workers);
            var runs = new BucketRuns[ranges.Count];
            workers.ForEach<BucketScratch>(ranges.Count, (bucket, scratch) => runs[bucket] = BucketRuns.OfRange(parts, ranges, bucket, scratch));
            return new NumberEventSort(workers, known, runs, parts.Rows, GC.AllocateUninitializedArray<long>(numbers.Length)).Assemble(shape);
        }
        else
        {
            var hashes = new HashBuckets(numbers.Length);
            var parts = EventPartition<long, HashBuckets>.Of(hashes, numbers, utcTicks, nameCodes, workers);
            var runs = new BucketRuns[hashes.Count];
            workers.ForEach<BucketScratch>(hashes.Count, (bucket, scratch) => runs[bucket] = BucketRuns.OfHash(parts, bucket, scratch));

            // Fresh memory costs more than the sort: the keys have found their users, and their array takes the instants.
            return new NumberEventSort(workers, known, runs, parts.Rows, parts.Keys).Assemble(shape);
        }
    }

    private (SortedEvents Sorted, KeyTable<NumberKey> Users) Assemble(SortedShape shape)
    {
        FirstRows firstRows = MarkFirstRows();
        int knownCount = _known?.Count ?? 0;
        int users = knownCount + firstRows.Count;
        var keys = new NumberKey[users];
        _known?.Keys.CopyTo(keys);
        var starts = new int[users];
        var sorted = SortedEvents.Over(_freeRoom, users, shape);
        _workers.ForEach(_runs.Length, bucket => PlaceUsers(_runs[bucket], firstRows, knownCount, keys, starts, sorted.Offsets));
        var ends = sorted.Offsets.AsSpan(1);
        for (int user = 0, at = 0; user < users; user++)
        {
            at += ends[user];
            ends[user] = at;
        }

        KeyTable<NumberKey>? all = null;
        WriteUsers(starts, sorted, () => all = KeyTable<NumberKey>.Of(keys));
        return (sorted, all!);
    }

    private FirstRows MarkFirstRows()
    {
        var firstRows = new FirstRows(_rows.Length);
        foreach (BucketRuns runs in _runs)
        {
            for (int i = 0; i < runs.Count; i++)
            {
                if (_known is null || !_known.TryGet(runs.Keys[i], out _))
                {
                    firstRows.Mark(runs.FirstRows[i]);
                }
            }
        }

        firstRows.Rank();
        return firstRows;
    }

    /// <summary>Says where each user of a bucket goes: id, number of events (one beyond the ordinal), and where they lie now.</summary>
    private void PlaceUsers(BucketRuns runs, FirstRows firstRows, int knownCount, NumberKey[] keys, int[] starts, int[] counts)
    {
        for (int i = 0; i < runs.Count; i++)
        {
            int ordinal = -1;
            if (_known is null || !_known.TryGet(runs.Keys[i], out ordinal))
            {
                ordinal = knownCount + firstRows.RankOf(runs.FirstRows[i]);
                keys[ordinal] = runs.Keys[i];
            }

            counts[ordinal + 1] = runs.Ends[i] - runs.StartOf(i);
            // The complement marks users with ties.
            starts[ordinal] = runs.Ties[i] ? ~runs.StartOf(i) : runs.StartOf(i);
        }
    }

    /// <summary>Writes the events of all users, and meanwhile does something else that takes one thread a while.</summary>
    private void WriteUsers(int[] starts, SortedEvents sorted, Action meanwhile)
    {
        // Whole words of users, so that no two threads write into one word of tie bits.
        const int UsersPerPart = 1 << 12;
        int parts = (starts.Length + UsersPerPart - 1) / UsersPerPart;
        _workers.ForEach(1 + parts, part =>
        {
            if (part == 0)
            {
                meanwhile();
                return;
            }

            int end = (int)Math.Min((long)part * UsersPerPart, starts.Length);
            for (int user = (part - 1) * UsersPerPart; user < end; user++)
            {
                int start = starts[user] < 0 ? ~starts[user] : starts[user];
                sorted.UsersWithTies[user >> 6] |= starts[user] < 0 ? 1UL << (user & 63) : 0;
                sorted.Write(sorted.Offsets[user], _rows.AsSpan(start, sorted.Offsets[user + 1] - sorted.Offsets[user]));
            }
        });
    }
}
