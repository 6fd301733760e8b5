using System.Numerics;
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
        bool isOpen = false; // the user's day at the end of the word before has an event that counts

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
                news[word] = FirstOfEach(Changes(around) | starts[word], kept, ref isOpen);
                Append(around[1..], news[word], kept, counted, numbers[count..], firstEvents[count..]);
                placeOfWord[word] = count;
                count += BitOperations.PopCount(news[word]);
                counted += BitOperations.PopCount(kept);
            }

            PlaceUsers(begun, block, news, placeOfWord, firsts[user..]);
            user += begun.Length;
        }

        firsts[user..].Fill(count);
        entries.Count = count;
        entries.Counted = counted;
    }

    private static void MarkStarts(ReadOnlySpan<int> begun, int block, Span<ulong> starts)
    {
        starts.Clear();
        foreach (int row in begun)
        {
            starts[(row - block) >> 6] |= 1UL << (row - block);
        }
    }

    /// <summary>Finds the first row that counts of each stretch of rows.</summary>
    /// <param name="begins">Bit r: a stretch begins at row r.</param>
    /// <param name="kept">Bit r: row r counts.</param>
    /// <param name="isOpen">Whether the stretch that goes on from the word before has a row that counts; afterwards, the last one of this word.</param>
    private static ulong FirstOfEach(ulong begins, ulong kept, ref bool isOpen)
    {
        // A one added where a stretch begins is carried to its lowest row that counts; where none does, to its last row, which stops it.
        ulong stops = kept | (begins >> 1) | (1UL << 63);
        ulong firsts = kept & (~stops + (begins | 1));
        ulong goesOn = begins == 0 ? ulong.MaxValue : (begins & (0 - begins)) - 1;
        firsts &= isOpen ? ~goesOn : ulong.MaxValue;
        isOpen = begins == 0 ? isOpen | kept != 0 : kept >> BitOperations.Log2(begins) != 0;
        return firsts;
    }

    private static void Append(ReadOnlySpan<int> days, ulong news, ulong kept, int counted, Span<int> numbers, Span<int> firstEvents)
    {
        int end = BitOperations.PopCount(news);

        // Eight writes without a test between them; those past the last new entry are overwritten by the next word's.
        for (int count = 0; count < end; count += Flattened)
        {
            Span<int> number = numbers.Slice(count, Flattened);
            Span<int> firstEvent = firstEvents.Slice(count, Flattened);
            for (int k = 0; k < Flattened; k++)
            {
                number[k] = days[BitOperations.TrailingZeroCount(news)];
                firstEvent[k] = counted + BitOperations.PopCount(kept & ((news & (0 - news)) - 1));
                news &= news - 1;
            }
        }
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
