using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace UserOps.Models;

/// <summary>Arithmetic of users and periods: spans in, spans out, nothing allocated.</summary>
internal static class UserPeriodKernels
{
    /// <summary>Lists the periods in which a user has events that count, each once.</summary>
    /// <param name="from">The user's first row.</param>
    /// <param name="to">The end of the user's rows, excluded.</param>
    /// <param name="utcTicks">Shape [events]; ascending within the user.</param>
    /// <param name="filter">Which rows count.</param>
    /// <param name="cursor">Numbers the periods; later ones have greater numbers.</param>
    /// <param name="entries">Where they are written to; room for all rows is reserved.</param>
    /// <remarks>
    /// Nearly every tenth event begins another day, too seldom and too often for a jump to be foreseen: so every row writes, and the next
    /// one overwrites what was no new entry.
    /// </remarks>
    internal static void Collect<TFilter, TCursor>(
        int from, int to, ReadOnlySpan<long> utcTicks, TFilter filter, ref TCursor cursor, PeriodEntries entries)
        where TFilter : struct, IRowFilter, allows ref struct
        where TCursor : struct, IPeriodCursor
    {
        Span<int> numbers = entries.Numbers;
        Span<int> firsts = entries.Firsts;
        int count = entries.Count;
        int counted = entries.Counted;
        int previous = int.MinValue;
        for (int row = from; row < to; row++)
        {
            int number = cursor.NumberOf(utcTicks[row]);
            int passes = filter.Passes(row);
            numbers[count] = number;
            firsts[count] = counted;
            count += passes & Unsafe.BitCast<bool, byte>(number != previous);
            counted += passes;
            previous ^= (previous ^ number) & -passes;
        }

        entries.Count = count;
        entries.Counted = counted;
    }

    /// <summary>Turns the position of each entry's first event into the number of its events.</summary>
    /// <param name="firsts">Shape [entries]; ascending; overwritten.</param>
    /// <param name="counted">How many events there are in all.</param>
    internal static void CountEvents(Span<int> firsts, int counted)
    {
        for (int i = 0; i < firsts.Length; i++)
        {
            firsts[i] = (i + 1 < firsts.Length ? firsts[i + 1] : counted) - firsts[i];
        }
    }

    /// <summary>Joins neighboring days of a user that lie in one period.</summary>
    /// <param name="days">Shape [days of the user]; ascending.</param>
    /// <param name="eventsOfDay">Shape [days of the user].</param>
    /// <param name="table">The periods; days after the last one are left out.</param>
    /// <param name="numbers">Receives the periods; as many places as days.</param>
    /// <param name="counts">Receives the events of each; as many places as days.</param>
    /// <returns>How many periods there are.</returns>
    internal static int Join(ReadOnlySpan<int> days, ReadOnlySpan<int> eventsOfDay, PeriodTable table, Span<int> numbers, Span<int> counts)
    {
        Debug.Assert(days.Length == eventsOfDay.Length, "one count per day");
        int count = 0;
        for (int i = 0; i < days.Length; i++)
        {
            int number = table.IndexOfDay(days[i]);
            if (number == table.Count)
            {
                break;
            }

            if (count > 0 && numbers[count - 1] == number)
            {
                counts[count - 1] += eventsOfDay[i];
                continue;
            }

            (numbers[count], counts[count]) = (number, eventsOfDay[i]);
            count++;
        }

        return count;
    }

    /// <summary>Copies the periods of a user that lie before one.</summary>
    /// <param name="numbers">Shape [periods of the user]; ascending.</param>
    /// <param name="counts">Shape [periods of the user].</param>
    /// <param name="end">The first number that is left out.</param>
    /// <param name="numbersBefore">Receives the periods.</param>
    /// <param name="countsBefore">Receives the events of each.</param>
    /// <returns>How many there are.</returns>
    internal static int Before(
        ReadOnlySpan<int> numbers, ReadOnlySpan<int> counts, int end, Span<int> numbersBefore, Span<int> countsBefore)
    {
        int before = 0;
        while (before < numbers.Length && numbers[before] < end)
        {
            (numbersBefore[before], countsBefore[before]) = (numbers[before], counts[before]);
            before++;
        }

        return before;
    }

    /// <summary>Turns rows of users into rows of days: a bit per user and day.</summary>
    /// <param name="offsets">Shape [users of the tile + 1].</param>
    /// <param name="days">The days of all users.</param>
    /// <param name="rowOfDay">Shape [days from the first one on]: where the row of a day starts among the words.</param>
    /// <param name="firstDay">The number of the first day.</param>
    /// <param name="firstWord">The word of the tile's first user, whose ordinal is a multiple of 64.</param>
    /// <param name="bits">Shape [rows, words of a row]; bits of the tile's users are set.</param>
    internal static void Transpose(
        ReadOnlySpan<int> offsets, ReadOnlySpan<int> days, ReadOnlySpan<int> rowOfDay, int firstDay, int firstWord, Span<ulong> bits)
    {
        int entry = offsets[0];
        for (int user = 0; user + 1 < offsets.Length; user++)
        {
            int word = firstWord + (user >> 6);
            ulong bit = 1UL << user;
            for (int end = offsets[user + 1]; entry < end; entry++)
            {
                bits[rowOfDay[days[entry] - firstDay] + word] |= bit;
            }
        }
    }
}
