using System.Numerics;
using System.Numerics.Tensors;

namespace UserOps.Models;

/// <summary>A bit per user and local day on which anybody did something: <see cref="UserDays"/>, turned by a right angle. Immutable.</summary>
/// <remarks>A question about all users of a day then reads one row from its start to its end.</remarks>
internal sealed class DayBitmaps
{
    private readonly ulong[] _bits;
    private readonly int[] _days;
    private readonly int _words;
    private readonly int _lastDay;
    private readonly ulong[]? _lastDayUntil;

    private DayBitmaps(ulong[] bits, int[] days, int words, int lastDay, ulong[]? lastDayUntil)
    {
        _bits = bits;
        _days = days;
        _words = words;
        _lastDay = lastDay;
        _lastDayUntil = lastDayUntil;
        int seen = days.AsSpan().BinarySearch(lastDay);
        DayCount = seen < 0 ? ~seen : seen + 1;
    }

    /// <summary>Gets the numbers of the days that have bits, ascending, as <see cref="DateOnly.DayNumber"/>: all on which anybody was active, and others.</summary>
    internal ReadOnlySpan<int> Days => _days.AsSpan(0, DayCount);

    /// <summary>Gets how many of them there are.</summary>
    internal int DayCount { get; }

    /// <summary>Gets how many words a day has.</summary>
    internal int Words => _words;

    /// <summary>Gets the users who were active on a day: shape [<see cref="Words"/>]; empty for a day without bits, on which nobody was.</summary>
    /// <param name="dayNumber">As <see cref="DateOnly.DayNumber"/>.</param>
    internal ReadOnlySpan<ulong> Day(int dayNumber)
    {
        int place = Days.BinarySearch(dayNumber);
        return place < 0 ? [] : dayNumber == _lastDay && _lastDayUntil is not null ? _lastDayUntil : _bits.AsSpan(place * _words, _words);
    }

    /// <summary>Gets the bitmaps of all users; worked out on first use, kept by filter and zone.</summary>
    /// <inheritdoc cref="UserPeriods.Of"/>
    /// <returns>Null where they would be very large, for many users over many years: the user days answer the same.</returns>
    internal static DayBitmaps? Of(
        UserOpsDataset data, EventFilter filter, EvaluationContext context, string path, RunOptions? run, CancellationToken cancellationToken)
    {
        EventMatches matches = EventMatches.Of(filter, data, context.Zone, path, run, cancellationToken);
        UserPeriods days = UserDays.OfAllTime(data, filter, context.Zone, matches, run, cancellationToken);
        Slot slot = data.Events.SideStructures.GetOrAdd(
            new Key(UserDays.KeyOf(filter, context.Zone, data)), _ => new Slot(Turn(days, run, cancellationToken)));
        return slot.Bitmaps is { } all && data.Events.LastTicks > context.AsOf.UtcTicks
            ? all.Until(context, data.Events, matches, run, cancellationToken)
            : slot.Bitmaps;
    }

    /// <summary>Turns the days of users into bitmaps of days; null where those would be very large.</summary>
    internal static DayBitmaps? Turn(UserPeriods days, RunOptions? run, CancellationToken cancellationToken)
    {
        int users = days.Offsets.Length - 1;
        int words = BitKernels.WordsFor(users);
        int[] present = DaysOf(days.Numbers, words);
        if ((long)present.Length * words > SegmentDefaults.DayBitmapWords)
        {
            return null;
        }

        int firstDay = present.Length == 0 ? 0 : present[0];
        var rowOfDay = new int[present.Length == 0 ? 0 : present[^1] - firstDay + 1];
        for (int row = 0; row < present.Length; row++)
        {
            rowOfDay[present[row] - firstDay] = row * words;
        }

        var bits = new ulong[present.Length * words];
        new Workers((run ?? new RunOptions()).Threads, cancellationToken).ForEachRange(users, SegmentDefaults.BlockRows, (from, to) =>
            UserPeriodKernels.Transpose(days.Offsets[from..(to + 1)], days.Numbers, rowOfDay, firstDay, from >> 6, bits));
        return new DayBitmaps(bits, present, words, int.MaxValue, null);
    }

    // Every day from the first to the last one; those with anybody alone where a date far off would make room for centuries.
    private static int[] DaysOf(ReadOnlySpan<int> numbers, int words)
    {
        if (numbers.IsEmpty)
        {
            return [];
        }

        int first = TensorPrimitives.Min(numbers);
        int span = TensorPrimitives.Max(numbers) - first + 1;
        IEnumerable<int> all = Enumerable.Range(first, span);
        if ((long)span * words <= SegmentDefaults.DayBitmapWords)
        {
            return [.. all];
        }

        var isPresent = new bool[span];
        foreach (int number in numbers)
        {
            isPresent[number - first] = true;
        }

        return [.. all.Where(number => isPresent[number - first])];
    }

    private DayBitmaps Until(EvaluationContext context, EventTable events, EventMatches matches, RunOptions? run, CancellationToken cancellationToken)
    {
        CalendarPeriod day = ReportingCalendar.Of(context).PeriodOf(CalendarUnit.Day, context.AsOf);
        int number = day.FirstDay.DayNumber;
        if (day.IsCompleteAt(context.AsOf))
        {
            return new DayBitmaps(_bits, _days, _words, number, null);
        }

        var counted = new CountedEvents(events, matches);
        var range = new TickRange(day.StartTicks, context.AsOf.UtcTicks + 1);
        ulong[] seen = Day(number).ToArray();
        new Workers((run ?? new RunOptions()).Threads, cancellationToken).ForEachRange(seen.Length, SegmentDefaults.BlockRows >> 6, (from, to) =>
        {
            for (int word = from; word < to; word++)
            {
                for (ulong left = seen[word]; left != 0; left &= left - 1)
                {
                    int user = (word << 6) + BitOperations.TrailingZeroCount(left);
                    bool isSeen = counted.Count(EventTests.SeenBy(user, events, range, context.AsOf.UtcTicks), enough: 1) > 0;
                    seen[word] ^= isSeen ? 0 : 1UL << user;
                }
            }
        });

        return new DayBitmaps(_bits, _days, _words, number, seen);
    }

    private sealed record Key(object Days);

    // The cache keeps objects, and too large is an answer too.
    private sealed record Slot(DayBitmaps? Bitmaps);
}
