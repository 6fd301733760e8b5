using System.Collections.Concurrent;
using System.Numerics.Tensors;

namespace UserOps.Models;

/// <summary>Builds the periods of all users, range by range.</summary>
internal static class UserPeriodBuilder
{
    /// <summary>Reads periods off the instants.</summary>
    /// <param name="events">The events.</param>
    /// <param name="matches">Which of them count.</param>
    /// <param name="reading">How a range of users is read.</param>
    /// <param name="run">Threads; nobody is told of the progress.</param>
    /// <param name="cancellationToken">Looked at between ranges of users.</param>
    internal static UserPeriods Read<TReading>(
        EventTable events, EventMatches matches, TReading reading, RunOptions? run, CancellationToken cancellationToken)
        where TReading : IPeriodReading
    {
        bool isEveryRow = !matches.Codes.Contains(false) && matches.Rows.IsEmpty;
        byte[] narrow = events.HasWideCodes ? [] : [.. Counted(matches).Select(code => (byte)code)];
        return Build(events.Offsets, run, (users, entries, firsts) =>
        {
            // Each filter has a loop of its own, so that no row asks which kind of filter there is.
            int before = entries.Count;
            var named = new NamedRows<byte>(events.NarrowCodes, matches.Codes, narrow);
            var wide = new NamedRows<ushort>(events.WideCodes, matches.Codes, []);
            switch (isEveryRow, events.HasWideCodes, matches.Rows.IsEmpty)
            {
                case (true, _, _):
                    reading.Read(users, new EveryRow(), entries, firsts);
                    break;
                case (_, false, true):
                    reading.Read(users, named, entries, firsts);
                    break;
                case (_, false, false):
                    reading.Read(users, new TestedRows<NamedRows<byte>>(named, matches.Rows), entries, firsts);
                    break;
                case (_, true, true):
                    reading.Read(users, wide, entries, firsts);
                    break;
                default:
                    reading.Read(users, new TestedRows<NamedRows<ushort>>(wide, matches.Rows), entries, firsts);
                    break;
            }

            UserPeriodKernels.CountEvents(entries.Firsts[before..entries.Count], entries.Counted);
        }, cancellationToken);
    }

    /// <summary>Joins days to the periods they lie in.</summary>
    /// <param name="days">The days of each user.</param>
    /// <param name="table">The periods; not hours.</param>
    /// <param name="run">Threads; nobody is told of the progress.</param>
    /// <param name="cancellationToken">Looked at between ranges of users.</param>
    internal static UserPeriods Join(UserPeriods days, PeriodTable table, RunOptions? run, CancellationToken cancellationToken)
        => Build(days.Offsets, run, (users, entries, firsts) =>
        {
            for (int user = users.From; user < users.To; user++)
            {
                Range own = days.Offsets[user]..days.Offsets[user + 1];
                int count = entries.Count;
                firsts[user - users.From] = count;
                entries.Count += UserPeriodKernels.Join(days.Numbers[own], days.Counts[own], table, entries.Numbers[count..], entries.Firsts[count..]);
            }
        }, cancellationToken);

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
        var counted = new CountedEvents(events, matches);
        int lastNumber = lastDay.FirstDay.DayNumber;
        bool isOver = lastDay.EndTicks - 1 <= lastTicks;
        return Build(days.Offsets, run, (users, entries, firsts) =>
        {
            for (int user = users.From; user < users.To; user++)
            {
                Range own = days.Offsets[user]..days.Offsets[user + 1];
                int count = entries.Count;
                firsts[user - users.From] = count;
                int kept = UserPeriodKernels.Before(days.Numbers[own], days.Counts[own], lastNumber + 1, entries.Numbers[count..], entries.Firsts[count..]);
                if (!isOver && kept > 0 && entries.Numbers[count + kept - 1] == lastNumber)
                {
                    long seen = counted.Count(EventTests.SeenBy(user, events, new TickRange(lastDay.StartTicks, lastTicks + 1), lastTicks));
                    entries.Firsts[count + kept - 1] = (int)seen;
                    kept -= seen == 0 ? 1 : 0;
                }

                entries.Count += kept;
            }
        }, cancellationToken);
    }

    private static IEnumerable<int> Counted(EventMatches matches)
    {
        bool[] counts = matches.Codes.ToArray();
        return Enumerable.Range(0, counts.Length).Where(code => counts[code]);
    }

    // Each thread fills entries of its own, range behind range; the ranges are then put in the order of their users.
    private static UserPeriods Build(ReadOnlySpan<int> weights, RunOptions? run, PeriodsOfUsers build, CancellationToken cancellationToken)
    {
        int threads = (run ?? new RunOptions()).Threads;
        List<UserRange> ranges = UserRange.Cut(weights, threads * UserRange.RangesPerThread);
        var most = new int[ranges.Count];
        for (int i = 0; i < most.Length; i++)
        {
            most[i] = weights[ranges[i].To] - weights[ranges[i].From];
        }

        var parts = new Part[ranges.Count];
        var offsets = new int[weights.Length];
        var all = new ConcurrentBag<PeriodEntries>();
        try
        {
            new Workers(threads, cancellationToken).ForEach(parts.Length, NewEntries, (part, entries) =>
            {
                UserRange users = ranges[part];
                int first = entries.Count;
                entries.Reserve(most[part]);
                build(users, entries, offsets.AsSpan(users.From..users.To));
                parts[part] = new Part(entries, first, entries.Count - first);
            });
            return Join(ranges, parts, offsets);
        }
        finally
        {
            foreach (PeriodEntries entries in all)
            {
                entries.Dispose();
            }
        }

        PeriodEntries NewEntries()
        {
            var entries = new PeriodEntries();
            all.Add(entries);
            return entries;
        }
    }

    private static UserPeriods Join(List<UserRange> ranges, Part[] parts, int[] offsets)
    {
        offsets[^1] = parts.Sum(part => part.Count);
        int[] numbers = GC.AllocateUninitializedArray<int>(offsets[^1]);
        int[] counts = GC.AllocateUninitializedArray<int>(offsets[^1]);
        int place = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            (PeriodEntries entries, int from, int count) = parts[i];
            TensorPrimitives.Add(offsets.AsSpan(ranges[i].From..ranges[i].To), place - from, offsets.AsSpan(ranges[i].From..ranges[i].To));
            entries.Numbers.Slice(from, count).CopyTo(numbers.AsSpan(place));
            entries.Firsts.Slice(from, count).CopyTo(counts.AsSpan(place));
            place += count;
        }

        return new UserPeriods(offsets, numbers, counts);
    }

    /// <summary>Lists the periods of some users.</summary>
    /// <param name="users">The users.</param>
    /// <param name="entries">Where they are written to; there is room.</param>
    /// <param name="firsts">Shape [users]; receives the place of each user's first one among the entries.</param>
    private delegate void PeriodsOfUsers(UserRange users, PeriodEntries entries, Span<int> firsts);

    private readonly record struct Part(PeriodEntries Entries, int From, int Count);
}
