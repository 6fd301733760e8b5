using System.Numerics.Tensors;

namespace UserOps.Models.Rfm;

/// <summary>Builds a value list from the bits of its events: rows 65,536 at a time, users range by range.</summary>
internal sealed class ValueListBuilder(EventTable events, MatchedEvents matched, AmountColumn? amounts, ReportingCalendar calendar, Workers workers)
{
    private const int WordsOfBlock = 1024;

    private readonly int[] _rows = GC.AllocateUninitializedArray<int>(matched.Count);
    private readonly int[] _days = GC.AllocateUninitializedArray<int>(matched.Count);
    private readonly long[] _units = amounts is null ? [] : GC.AllocateUninitializedArray<long>(matched.Count);

    /// <exception cref="OverflowException">An amount is the least there is, of which no sum can be told from a missing one.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    internal ValueList Build()
    {
        var blocks = new (Int128 Greatest, int Missing)[(matched.Words.Length + WordsOfBlock - 1) / WordsOfBlock];
        workers.ForEachRange(matched.Words.Length, WordsOfBlock, (from, to) => blocks[from / WordsOfBlock] = Fill(from, to));
        (int[] users, int[] offsets) = UsersWithEntries();
        Int128 mostOfAll = blocks.Aggregate((Int128)0, (most, block) => Int128.Max(most, block.Greatest)) * matched.Count;
        return new()
        {
            Users = users,
            Offsets = offsets,
            Rows = _rows,
            Days = _days,
            Units = _units,
            AddsUpPlainly = mostOfAll <= long.MaxValue && blocks.All(block => block.Missing == 0),
        };
    }

    // Returns the size of the greatest amount, and how many are missing.
    private (Int128 Greatest, int Missing) Fill(int fromWord, int toWord)
    {
        int from = matched.Before[fromWord];
        int count = matched.Before[toWord] - from;
        Span<int> rows = _rows.AsSpan(from, count);
        ValueListKernels.ListRows(matched.Words[fromWord..toWord], fromWord << 6, rows);
        ValueListKernels.Date(events.UtcTicks, rows, calendar, _days.AsSpan(from, count));
        if (amounts is null || count == 0)
        {
            return (0, 0);
        }

        Span<long> units = _units.AsSpan(from, count);
        ValueListKernels.Gather(amounts.Units, rows, units);
        Int128 least = TensorPrimitives.Min<long>(units);
        if (least == ValueList.NoAmount)
        {
            throw new OverflowException($"An amount of '{amounts.Field.Name}' is {least} units, too far from zero to be added up.");
        }

        Int128 greatest = Int128.Max(-least, TensorPrimitives.Max<long>(units));
        return (greatest, ValueListKernels.MarkMissing(amounts.Present, rows, units));
    }

    private (int[] Users, int[] Offsets) UsersWithEntries()
    {
        List<UserRange> ranges = UserRange.Cut(events.Offsets, workers.Threads * UserRange.RangesPerThread);
        var firsts = new int[ranges.Count + 1];
        workers.ForEach(ranges.Count, part => firsts[part + 1] = CountUsers(ranges[part]));
        for (int part = 0; part < ranges.Count; part++)
        {
            firsts[part + 1] += firsts[part];
        }

        var users = new int[firsts[^1]];
        var offsets = new int[firsts[^1] + 1];
        offsets[^1] = matched.Count;
        workers.ForEach(ranges.Count, part => List(ranges[part], users.AsSpan(firsts[part]..firsts[part + 1]), offsets.AsSpan(firsts[part])));
        return (users, offsets);
    }

    private int CountUsers(UserRange range)
    {
        int count = 0;
        int place = matched.PlaceOf(events.Offsets[range.From]);
        for (int user = range.From; user < range.To; user++)
        {
            int end = matched.PlaceOf(events.Offsets[user + 1]);
            count += end > place ? 1 : 0;
            place = end;
        }

        return count;
    }

    private void List(UserRange range, Span<int> users, Span<int> offsets)
    {
        int count = 0;
        int place = matched.PlaceOf(events.Offsets[range.From]);
        for (int user = range.From; user < range.To; user++)
        {
            int end = matched.PlaceOf(events.Offsets[user + 1]);
            if (end > place)
            {
                (users[count], offsets[count]) = (user, place);
                count++;
            }

            place = end;
        }
    }
}
