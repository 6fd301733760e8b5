using System.Buffers;
using System.Numerics;

namespace UserOps.Models.Rfm;

/// <summary>Arithmetic of value lists: spans in, spans out, nothing allocated.</summary>
internal static class ValueListKernels
{
    /// <summary>Lists the rows whose bits are set.</summary>
    /// <param name="words">Bits of some rows, 64 a word.</param>
    /// <param name="firstRow">The row of the first bit.</param>
    /// <param name="rows">Shape [bits set]; overwritten.</param>
    internal static void ListRows(ReadOnlySpan<ulong> words, int firstRow, Span<int> rows)
    {
        int count = 0;
        for (int i = 0; i < words.Length; i++)
        {
            for (ulong left = words[i]; left != 0; left &= left - 1)
            {
                rows[count++] = firstRow + (i << 6) + BitOperations.TrailingZeroCount(left);
            }
        }
    }

    /// <summary>Takes the values of some rows.</summary>
    /// <param name="values">Shape [rows of the table].</param>
    /// <param name="rows">Shape [entries].</param>
    /// <param name="taken">Shape [entries]; overwritten.</param>
    internal static void Gather(ReadOnlySpan<long> values, ReadOnlySpan<int> rows, Span<long> taken)
    {
        taken = taken[..rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            taken[i] = values[rows[i]];
        }
    }

    /// <summary>Puts <see cref="ValueList.NoAmount"/> where a row has no value.</summary>
    /// <param name="present">A bit per row of the table; empty when no row is missing.</param>
    /// <param name="rows">Shape [entries].</param>
    /// <param name="units">Shape [entries].</param>
    /// <returns>How many have none.</returns>
    internal static int MarkMissing(ReadOnlySpan<ulong> present, ReadOnlySpan<int> rows, Span<long> units)
    {
        int missing = 0;
        for (int i = 0; !present.IsEmpty && i < rows.Length; i++)
        {
            if ((present[rows[i] >> 6] >> rows[i] & 1) == 0)
            {
                units[i] = ValueList.NoAmount;
                missing++;
            }
        }

        return missing;
    }

    /// <summary>Dates some instants.</summary>
    /// <param name="utcTicks">Shape [rows of the table].</param>
    /// <param name="rows">Shape [entries].</param>
    /// <param name="calendar">The calendar of the dates.</param>
    /// <param name="days">Shape [entries]; overwritten.</param>
    internal static void Date(ReadOnlySpan<long> utcTicks, ReadOnlySpan<int> rows, ReportingCalendar calendar, Span<int> days)
    {
        const int BlockRows = 2048; // 16 KiB of instants, which stay in the nearest cache
        long[] ticks = ArrayPool<long>.Shared.Rent(BlockRows);
        try
        {
            var cursor = new LocalDayCursor(calendar);
            for (int from = 0; from < rows.Length; from += BlockRows)
            {
                int count = Math.Min(BlockRows, rows.Length - from);
                Gather(utcTicks, rows.Slice(from, count), ticks);
                cursor.DayNumbersOf(ticks.AsSpan(0, count), days.Slice(from, count));
            }
        }
        finally
        {
            ArrayPool<long>.Shared.Return(ticks);
        }
    }
}
