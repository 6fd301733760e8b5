using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace UserOps.Models;

/// <summary>Arithmetic of users and days by blocks of rows: spans in, spans out, nothing allocated.</summary>
/// <remarks>
/// Days are worked out for whole blocks, whoever the rows belong to; where a user or a day begins is a bit of a mask. It is what
/// <see cref="UserPeriodKernels.Collect"/> does row by row, and is judged by it.
/// </remarks>
internal static class UserDayKernels
{
    /// <summary>Rows of a block: its days and masks stay in the first cache.</summary>
    internal const int BlockRows = 2_048;

    private const int BlockWords = BlockRows / 64;
    private const int Flattened = 8;

    /// <summary>Lists the local days of some users on which there are events that count, each once.</summary>
    /// <param name="offsets">Shape [users + 1]; where the rows of each user start.</param>
    /// <param name="utcTicks">Shape [events of the table].</param>
    /// <param name="filter">Which rows count.</param>
    /// <param name="cursor">Dates the rows.</param>
    /// <param name="entries">Where the days are written to; room for all rows is reserved.</param>
    /// <param name="firsts">Shape [users]; receives the place of each user's first day.</param>
    internal static void Collect<TFilter>(
        ReadOnlySpan<int> offsets, ReadOnlySpan<long> utcTicks, TFilter filter, ref LocalDayCursor cursor, PeriodEntries entries, Span<int> firsts)
        where TFilter : struct, IRowFilter, allows ref struct
    {
        Span<int> days = stackalloc int[BlockRows + 2]; // one more in front, the last day of the block before, and one that is read but not used
        Span<ulong> starts = stackalloc ulong[BlockWords];
        Span<ulong> news = stackalloc ulong[BlockWords];
        Span<int> placeOfWord = stackalloc int[BlockWords];
        Span<int> numbers = entries.Numbers;
        Span<int> firstEvents = entries.Firsts;
        int count = entries.Count;
        int counted = entries.Counted;
        int user = 0;
        int previous = int.MinValue;

        // Blocks begin at whole words of the table's row masks, so the first one may begin before the first user.
        for (int block = offsets[0] & ~63; block < offsets[^1]; block += BlockRows)
        {
            int from = Math.Max(offsets[0], block);
            int to = Math.Min(block + BlockRows, offsets[^1]);
            int users = offsets[user..^1].IndexOfAnyExceptInRange(int.MinValue, to - 1);
            ReadOnlySpan<int> begun = offsets.Slice(user, users < 0 ? offsets.Length - 1 - user : users);
            days[0] = days[BlockRows];
            cursor.DayNumbersOf(utcTicks[from..to], days[(from - block + 1)..(to - block + 1)]);
            MarkStarts(begun, block, starts);
            for (int word = 0; word << 6 < to - block; word++)
            {
                int row = block + (word << 6);
                ulong kept = filter.Mask(row, Math.Min(to - row, 64)) & (ulong.MaxValue << Math.Max(from - row, 0));
                ReadOnlySpan<int> around = days.Slice(word << 6, 66);
                news[word] = TFilter.IsEveryRow
                    ? Append(around, starts[word], kept, row, numbers[count..], firstEvents[count..])
                    : AppendKept(around, starts[word], kept, ref previous, numbers[count..], firstEvents[count..], ref counted);
                placeOfWord[word] = count;
                count += BitOperations.PopCount(news[word]);
            }

            PlaceUsers(begun, block, news, placeOfWord, firsts[user..]);
            user += begun.Length;
        }

        firsts[user..].Fill(count);
        entries.Count = count;
        entries.Counted = TFilter.IsEveryRow ? offsets[^1] : counted;
    }

    private static void MarkStarts(ReadOnlySpan<int> begun, int block, Span<ulong> starts)
    {
        starts.Clear();
        foreach (int row in begun)
        {
            starts[(row - block) >> 6] |= 1UL << (row - block);
        }
    }

    // Every row counts: a new entry is a row whose day is not that of its neighbor, or that begins a user.
    private static ulong Append(
        ReadOnlySpan<int> daysFromTheOneBefore, ulong starts, ulong kept, int firstRow, Span<int> numbers, Span<int> firstEvents)
    {
        ulong news = (Changes(daysFromTheOneBefore) | starts) & kept;
        int end = BitOperations.PopCount(news);
        ReadOnlySpan<int> days = daysFromTheOneBefore[1..];
        ulong left = news;

        // Eight writes without a test between them; those past the last new entry are overwritten by the next word's.
        for (int count = 0; count < end; count += Flattened)
        {
            Span<int> number = numbers.Slice(count, Flattened);
            Span<int> firstEvent = firstEvents.Slice(count, Flattened);
            for (int k = 0; k < Flattened; k++)
            {
                int row = BitOperations.TrailingZeroCount(left);
                number[k] = days[row];
                firstEvent[k] = firstRow + row;
                left &= left - 1;
            }
        }

        return news;
    }

    // Only rows that count or begin a user are looked at.
    private static ulong AppendKept(
        ReadOnlySpan<int> daysFromTheOneBefore, ulong starts, ulong kept, ref int previous, Span<int> numbers, Span<int> firstEvents, ref int counted)
    {
        ReadOnlySpan<int> days = daysFromTheOneBefore[1..];
        int count = 0;
        int events = counted;
        int last = previous;
        ulong news = 0;
        for (ulong left = starts | kept; left != 0; left &= left - 1)
        {
            int row = BitOperations.TrailingZeroCount(left);
            int day = days[row];
            int isStart = (int)(starts >> row & 1);
            int isKept = (int)(kept >> row & 1);
            last = (last & (isStart - 1)) | (int.MinValue & -isStart);
            int isNew = isKept & Unsafe.BitCast<bool, byte>(day != last);
            numbers[count] = day;
            firstEvents[count] = events;
            count += isNew;
            events += isKept;
            news |= (ulong)isNew << row;
            last ^= (last ^ day) & -isKept;
        }

        previous = last;
        counted = events;
        return news;
    }

    private static ulong Changes(ReadOnlySpan<int> days)
    {
        ulong changes = 0;
        for (int i = 0; i < 64; i += Vector512<int>.Count)
        {
            Vector512<int> equal = Vector512.Equals(Vector512.Create(days[i..]), Vector512.Create(days[(i + 1)..]));
            changes |= (~equal).ExtractMostSignificantBits() << i;
        }

        return changes;
    }

    // A user's first day stands behind all that were found before the user's first row.
    private static void PlaceUsers(ReadOnlySpan<int> begun, int block, ReadOnlySpan<ulong> news, ReadOnlySpan<int> placeOfWord, Span<int> firsts)
    {
        for (int user = 0; user < begun.Length; user++)
        {
            int row = begun[user] - block;
            ulong before = news[row >> 6] & ((1UL << row) - 1);
            firsts[user] = placeOfWord[row >> 6] + BitOperations.PopCount(before);
        }
    }
}
