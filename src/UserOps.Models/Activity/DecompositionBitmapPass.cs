using System.Buffers;

namespace UserOps.Models.Activity;

/// <summary>
/// Tells active users apart with a running bitmap of everybody seen so far, tile by tile: a period is the union of its days, and new, returning and
/// dormant are one look at three words.
/// </summary>
internal sealed class DecompositionBitmapPass
{
    private readonly DayBitmaps _days;
    private readonly int _start;
    private readonly int[] _firstOfPeriod; // places among the days with anybody: shape [periods + 1]

    /// <param name="days">One bit per user and day, from the beginning of the history.</param>
    /// <param name="table">Days, weeks or months; not hours.</param>
    /// <param name="start">The place in the table at which counting begins.</param>
    internal DecompositionBitmapPass(DayBitmaps days, PeriodTable table, int start)
    {
        _days = days;
        _start = start;
        _firstOfPeriod = new int[table.Count + 1];
        for (int i = 0; i < _firstOfPeriod.Length; i++)
        {
            int period = i;
            _firstOfPeriod[i] = FirstWhere(day => table.IndexOfDay(day) >= period);
        }
    }

    internal DecompositionCounts Count(Workers workers)
    {
        int tiles = (_days.Words + ActivityDefaults.TileWords - 1) / ActivityDefaults.TileWords;
        return workers.Sum(
            tiles,
            () => new DecompositionCounts(_firstOfPeriod.Length - 1 - _start),
            (tile, counts) => CountTile(tile * ActivityDefaults.TileWords, counts),
            (all, counts) => all.Add(counts));
    }

    private void CountTile(int from, DecompositionCounts counts)
    {
        int words = Math.Min(ActivityDefaults.TileWords, _days.Words - from);
        ulong[] room = ArrayPool<ulong>.Shared.Rent(3 * words);
        room.AsSpan(0, 3 * words).Clear();
        Span<ulong> seen = room.AsSpan(0, words);
        Span<ulong> active = room.AsSpan(words, words);
        Span<ulong> before = room.AsSpan(2 * words, words);
        Unite(0, _firstOfPeriod[0], from, seen);
        long activeBefore = 0;
        for (int period = 0; period < _firstOfPeriod.Length - 1; period++)
        {
            Unite(_firstOfPeriod[period], _firstOfPeriod[period + 1], from, active);
            (long all, long unseen, long returning) = ActivityKernels.Classify(active, before, seen);
            if (period >= _start)
            {
                counts.New[period - _start] += unseen;
                counts.Returning[period - _start] += returning;
                counts.Resurrected[period - _start] += all - unseen - returning;
                counts.WentDormant[period - _start] += activeBefore - returning;
            }

            activeBefore = all;
            Span<ulong> next = before;
            before = active;
            active = next;
        }

        ArrayPool<ulong>.Shared.Return(room);
    }

    /// <summary>Makes the union of neighboring days.</summary>
    private void Unite(int firstDay, int endDay, int from, Span<ulong> union)
    {
        if (firstDay == endDay)
        {
            union.Clear();
            return;
        }

        TileOf(firstDay, from, union.Length).CopyTo(union);
        for (int day = firstDay + 1; day < endDay; day++)
        {
            BitKernels.Apply<OrOperation>(TileOf(day, from, union.Length), union, union);
        }
    }

    private ReadOnlySpan<ulong> TileOf(int place, int from, int words) => _days.Day(_days.Days[place]).Slice(from, words);

    private int FirstWhere(Predicate<int> test)
    {
        int low = 0;
        for (int high = _days.DayCount; low < high;)
        {
            int middle = (low + high) / 2;
            (low, high) = test(_days.Days[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
