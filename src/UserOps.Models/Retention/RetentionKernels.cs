using System.Diagnostics;
using System.Numerics;

namespace UserOps.Models.Retention;

/// <summary>Turns what one user did into rows of periods, one bit each: bit k of a cohort's row is set where the user was back in period k.</summary>
internal static partial class RetentionKernels
{
    /// <summary>Cuts the row of one cohort out of the calendar periods in which a user was back.</summary>
    /// <param name="returned">Bit p: back in period p of the table. One word more than the periods need, so that the shift may look beyond.</param>
    /// <param name="cohort">The period that is period 0 of the row.</param>
    /// <param name="width">Periods of the row.</param>
    /// <param name="row">Shape [ceil(width / 64)]; overwritten.</param>
    internal static void CalendarRow(ReadOnlySpan<ulong> returned, int cohort, int width, Span<ulong> row)
    {
        int word = cohort >> 6;
        int shift = cohort & 63;
        for (int i = 0; i < row.Length; i++, word++)
        {
            // Two shifts, because one by 64 would be none.
            row[i] = (returned[word] >> shift) | (returned[word + 1] << 1 << (63 - shift));
        }

        ClearFrom(width, row);
    }

    /// <summary>Widens a row so that a period also counts what comes after it.</summary>
    internal static void OnOrAfter(Span<ulong> row)
    {
        int last = row.LastIndexOfAnyExcept(0UL);
        if (last >= 0)
        {
            row[..last].Fill(ulong.MaxValue);
            row[last] = ulong.MaxValue >> BitOperations.LeadingZeroCount(row[last]);
        }
    }

    /// <summary>Joins the periods of a row to brackets.</summary>
    /// <param name="row">Bit k: back in period k.</param>
    /// <param name="brackets">The brackets, inside the row.</param>
    /// <param name="columns">Shape [ceil(brackets / 64)]; overwritten.</param>
    internal static void Brackets(ReadOnlySpan<ulong> row, ReadOnlySpan<RetentionBracket> brackets, Span<ulong> columns)
    {
        columns.Clear();
        for (int column = 0; column < brackets.Length; column++)
        {
            if (AnyIn(row, brackets[column].From, brackets[column].To))
            {
                columns[column >> 6] |= 1UL << column;
            }
        }
    }

    /// <summary>Counts a user into the cells of one cohort.</summary>
    /// <param name="columns">Bit j: retained in column j.</param>
    /// <param name="counts">Shape [columns]; the cells of the cohort.</param>
    internal static void Count(ReadOnlySpan<ulong> columns, Span<int> counts)
    {
        for (int word = 0; word < columns.Length; word++)
        {
            for (ulong left = columns[word]; left != 0; left &= left - 1)
            {
                counts[(word << 6) + BitOperations.TrailingZeroCount(left)]++;
            }
        }
    }

    private static bool AnyIn(ReadOnlySpan<ulong> row, int from, int to)
    {
        int first = from >> 6;
        int last = to >> 6;
        ulong head = ulong.MaxValue << from;
        ulong tail = ulong.MaxValue >> (63 - (to & 63));
        if (first == last)
        {
            return (row[first] & head & tail) != 0;
        }

        return (row[first] & head) != 0 || row[(first + 1)..last].ContainsAnyExcept(0UL) || (row[last] & tail) != 0;
    }

    private static void ClearFrom(int width, Span<ulong> row)
    {
        Debug.Assert(row.Length == BitKernels.WordsFor(width), "one bit a period");
        if ((width & 63) != 0)
        {
            row[^1] &= ulong.MaxValue >> (64 - (width & 63));
        }
    }
}
