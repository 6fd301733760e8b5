using System.Diagnostics;
using System.Numerics;

namespace UserOps.Models;

/// <summary>Puts the rows of one bucket in the order of the table: users end to end, each user's by instant, equal instants by arrival.</summary>
internal static class IngestKernels
{
    // A log arrives almost in time order: the few late rows are moved to their places. This many moves a row, and it was no log.
    private const int MovesPerRow = 16;

    /// <summary>Copies the places of users that the rows carry.</summary>
    internal static void ReadLocals(ReadOnlySpan<EventRow> rows, Span<int> locals)
    {
        for (int i = 0; i < rows.Length && i < locals.Length; i++)
        {
            locals[i] = rows[i].Local;
        }
    }

    /// <summary>Counting sort by user; keeps the order of arrival of each user.</summary>
    /// <param name="rows">Shape [rows]; in order of arrival.</param>
    /// <param name="locals">Shape [rows]; the user of each.</param>
    /// <param name="ends">Shape [users]; zeros. Overwritten: where the rows of each user end.</param>
    /// <param name="sorted">Shape [rows]; overwritten.</param>
    internal static void GroupByUser(ReadOnlySpan<EventRow> rows, ReadOnlySpan<int> locals, Span<int> ends, Span<EventRow> sorted)
    {
        Debug.Assert(rows.Length == locals.Length && rows.Length == sorted.Length, "one user and one place a row");

        foreach (int local in locals)
        {
            ends[local]++;
        }

        int at = 0;
        for (int user = 0; user < ends.Length; user++)
        {
            (ends[user], at) = (at, at + ends[user]);
        }

        for (int i = 0; i < rows.Length && i < locals.Length; i++)
        {
            sorted[ends[locals[i]]++] = rows[i];
        }
    }

    /// <summary>Sorts the rows of one user by instant; rows of one instant stay in order of arrival.</summary>
    /// <param name="rows">Shape [rows of the user]; in order of arrival.</param>
    /// <returns>Whether two of them share an instant.</returns>
    internal static bool SortByInstant(Span<EventRow> rows)
    {
        long movesLeft = (long)rows.Length * MovesPerRow;
        bool ties = false;
        long latest = long.MinValue;
        for (int i = 0; i < rows.Length; i++)
        {
            long utcTicks = rows[i].UtcTicks;
            if (utcTicks > latest)
            {
                latest = utcTicks;
                continue;
            }

            if (utcTicks == latest)
            {
                ties = true;
                continue;
            }

            (int moves, bool tie) = MoveLateRow(rows, i);
            ties |= tie;
            movesLeft -= moves;
            if (movesLeft < 0)
            {
                return SortDisordered(rows);
            }
        }

        return ties;
    }

    /// <summary>Moves a row to its place among the sorted ones before it.</summary>
    private static (int Moves, bool Tie) MoveLateRow(Span<EventRow> rows, int late)
    {
        EventRow row = rows[late];
        int place = late;
        while (place > 0 && rows[place - 1].UtcTicks > row.UtcTicks)
        {
            rows[place] = rows[place - 1];
            place--;
        }

        rows[place] = row;
        return (late - place, place > 0 && rows[place - 1].UtcTicks == row.UtcTicks);
    }

    private static bool SortDisordered(Span<EventRow> rows)
    {
        if (rows.Length >= InstantRadixSort.WorthwhileRows)
        {
            InstantRadixSort.Sort(rows);
        }
        else
        {
            // The order is total, so that an unstable sort is as good as a stable one.
            rows.Sort();
        }

        for (int i = 1; i < rows.Length; i++)
        {
            if (rows[i - 1].UtcTicks == rows[i].UtcTicks)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes sorted rows into the columns of the table.</summary>
    /// <param name="sorted">Shape [rows].</param>
    /// <param name="utcTicks">Shape [rows]; overwritten.</param>
    /// <param name="nameCodes">Shape [rows]; overwritten. Wide enough for every code.</param>
    /// <param name="arrivals">Shape [rows], or empty when nobody asks for the rows of arrival; overwritten.</param>
    internal static void Write<TCode>(ReadOnlySpan<EventRow> sorted, Span<long> utcTicks, Span<TCode> nameCodes, Span<int> arrivals)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        for (int i = 0; i < sorted.Length && i < utcTicks.Length && i < nameCodes.Length; i++)
        {
            utcTicks[i] = sorted[i].UtcTicks;
            nameCodes[i] = TCode.CreateTruncating(sorted[i].NameCode);
        }

        for (int i = 0; i < sorted.Length && i < arrivals.Length; i++)
        {
            arrivals[i] = sorted[i].Row;
        }
    }
}
