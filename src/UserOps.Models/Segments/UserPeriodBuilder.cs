using System.Numerics;

namespace UserOps.Models;

/// <summary>Builds the periods of all users, range by range.</summary>
internal static class UserPeriodBuilder
{
    /// <summary>Reads periods off the instants.</summary>
    /// <param name="events">The events.</param>
    /// <param name="matches">Which of them count.</param>
    /// <param name="lastTicks">The last instant that is seen.</param>
    /// <param name="newCursor">Makes what numbers the periods; each range takes its own.</param>
    /// <param name="run">Threads; nobody is told of the progress.</param>
    /// <param name="cancellationToken">Looked at between ranges of users.</param>
    internal static UserPeriods Collect<TCursor>(
        EventTable events, EventMatches matches, long lastTicks, Func<TCursor> newCursor, RunOptions? run, CancellationToken cancellationToken)
        where TCursor : struct, IPeriodCursor
    {
        var offsets = new int[events.Offsets.Length];
        return Build(events.Offsets, offsets, run, range =>
        {
            if (!matches.Codes.Contains(false) && matches.Rows.IsEmpty)
            {
                return Collect(range, events, new EveryRow(), lastTicks, newCursor(), offsets);
            }

            return events.HasWideCodes
                ? CollectNamed(range, events, new NamedRows<ushort>(events.WideCodes, matches.Codes), matches.Rows, lastTicks, newCursor(), offsets)
                : CollectNamed(range, events, new NamedRows<byte>(events.NarrowCodes, matches.Codes), matches.Rows, lastTicks, newCursor(), offsets);
        }, cancellationToken);
    }

    /// <summary>Joins days to longer periods.</summary>
    /// <param name="days">The days of each user.</param>
    /// <param name="table">The periods; days, weeks or months.</param>
    /// <param name="run">Threads; nobody is told of the progress.</param>
    /// <param name="cancellationToken">Looked at between ranges of users.</param>
    internal static UserPeriods Join(UserPeriods days, PeriodTable table, RunOptions? run, CancellationToken cancellationToken)
    {
        var offsets = new int[days.Offsets.Length];
        return Build(days.Offsets, offsets, run, range =>
        {
            using var entries = new PeriodEntries(days.Offsets[range.To] - days.Offsets[range.From]);
            int count = 0;
            for (int user = range.From; user < range.To; user++)
            {
                Range own = days.Offsets[user]..days.Offsets[user + 1];
                count += UserPeriodKernels.Join(days.Numbers[own], days.Counts[own], table, entries.Numbers[count..], entries.Firsts[count..]);
                offsets[user + 1] = count;
            }

            return new Part(entries.Numbers[..count].ToArray(), entries.Firsts[..count].ToArray());
        }, cancellationToken);
    }

    /// <summary>Cuts days off after an instant; the day of the instant keeps what was done up to it.</summary>
    /// <param name="days">The days of each user, whenever they were.</param>
    /// <param name="lastDay">The day that holds the instant.</param>
    /// <param name="lastTicks">The last instant that is seen.</param>
    /// <param name="events">The events.</param>
    /// <param name="matches">Which of them count.</param>
    /// <param name="run">Threads; nobody is told of the progress.</param>
    /// <param name="cancellationToken">Looked at between ranges of users.</param>
    internal static UserPeriods Cut(
        UserPeriods days, CalendarPeriod lastDay, long lastTicks, EventTable events, EventMatches matches, RunOptions? run, CancellationToken cancellationToken)
    {
        var offsets = new int[days.Offsets.Length];
        var counted = new CountedEvents(events, matches);
        int lastNumber = lastDay.FirstDay.DayNumber;
        bool isOver = lastDay.EndTicks - 1 <= lastTicks;
        return Build(days.Offsets, offsets, run, range =>
        {
            using var entries = new PeriodEntries(days.Offsets[range.To] - days.Offsets[range.From]);
            int count = 0;
            for (int user = range.From; user < range.To; user++)
            {
                Range own = days.Offsets[user]..days.Offsets[user + 1];
                int kept = UserPeriodKernels.Before(days.Numbers[own], days.Counts[own], lastNumber + 1, entries.Numbers[count..], entries.Firsts[count..]);
                if (kept > 0 && entries.Numbers[count + kept - 1] == lastNumber && !isOver)
                {
                    long seen = counted.Count(EventTests.SeenBy(user, events, new TickRange(lastDay.StartTicks, lastTicks + 1), lastTicks));
                    entries.Firsts[count + kept - 1] = (int)seen;
                    kept -= seen == 0 ? 1 : 0;
                }

                count += kept;
                offsets[user + 1] = count;
            }

            return new Part(entries.Numbers[..count].ToArray(), entries.Firsts[..count].ToArray());
        }, cancellationToken);
    }

    private static Part CollectNamed<TCode, TCursor>(
        UserRange range, EventTable events, NamedRows<TCode> named, ReadOnlySpan<ulong> rows, long lastTicks, TCursor cursor, int[] offsets)
        where TCode : unmanaged, IBinaryInteger<TCode>
        where TCursor : struct, IPeriodCursor
        => rows.IsEmpty
            ? Collect(range, events, named, lastTicks, cursor, offsets)
            : Collect(range, events, new TestedRows<NamedRows<TCode>>(named, rows), lastTicks, cursor, offsets);

    private static Part Collect<TFilter, TCursor>(
        UserRange range, EventTable events, TFilter filter, long lastTicks, TCursor cursor, int[] offsets)
        where TFilter : struct, IRowFilter, allows ref struct
        where TCursor : struct, IPeriodCursor
    {
        var entries = new PeriodEntries(events.Offsets[range.To] - events.Offsets[range.From]);
        try
        {
            for (int user = range.From; user < range.To; user++)
            {
                int from = events.Offsets[user];
                int to = events.SeenEnd(from, events.Offsets[user + 1], lastTicks);
                UserPeriodKernels.Collect(from, to, events.UtcTicks, filter, ref cursor, ref entries);
                offsets[user + 1] = entries.Count;
            }

            UserPeriodKernels.CountEvents(entries.Firsts[..entries.Count], entries.Counted);
            return new Part(entries.Numbers[..entries.Count].ToArray(), entries.Firsts[..entries.Count].ToArray());
        }
        finally
        {
            entries.Dispose();
        }
    }

    // A range leaves the places of its users counted from its own start; they are moved behind those of the ranges before it.
    private static UserPeriods Build(
        ReadOnlySpan<int> weights, int[] offsets, RunOptions? run, Func<UserRange, Part> build, CancellationToken cancellationToken)
    {
        RunOptions quiet = (run ?? new RunOptions()) with { Progress = null };
        Built[] parts = UserRange.Each(weights, quiet, range => new Built(range, build(range)), cancellationToken);
        int all = parts.Sum(part => part.Entries.Numbers.Length);
        int[] numbers = GC.AllocateUninitializedArray<int>(all);
        int[] counts = GC.AllocateUninitializedArray<int>(all);
        int place = 0;
        foreach ((UserRange range, Part entries) in parts)
        {
            foreach (ref int offset in offsets.AsSpan((range.From + 1)..(range.To + 1)))
            {
                offset += place;
            }

            entries.Numbers.CopyTo(numbers, place);
            entries.Counts.CopyTo(counts, place);
            place += entries.Numbers.Length;
        }

        return new UserPeriods(offsets, numbers, counts);
    }

    private readonly record struct Part(int[] Numbers, int[] Counts);

    private readonly record struct Built(UserRange Range, Part Entries);
}
