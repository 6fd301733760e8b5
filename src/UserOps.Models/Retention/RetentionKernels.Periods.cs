using System.Diagnostics;

namespace UserOps.Models.Retention;

internal static partial class RetentionKernels
{
    /// <summary>Marks the periods of a table that hold enough of one user's days.</summary>
    /// <param name="dayNumbers">Shape [days]; ascending.</param>
    /// <param name="counts">Shape [days]; events of each.</param>
    /// <param name="table">Days, weeks or months.</param>
    /// <param name="minimum">Events a period needs; at least 1.</param>
    /// <param name="bits">Bit p: enough events in period p; cleared before.</param>
    internal static void MarkDays(ReadOnlySpan<int> dayNumbers, ReadOnlySpan<int> counts, PeriodTable table, int minimum, Span<ulong> bits)
    {
        Debug.Assert(dayNumbers.Length == counts.Length, "one count a day");
        bits.Clear();
        int current = -1;
        long events = 0;
        for (int i = 0; i < dayNumbers.Length; i++)
        {
            int period = table.IndexOfDay(dayNumbers[i]);
            events = period == current ? events + counts[i] : counts[i];
            current = period;
            Mark(period, events >= minimum, table.Count, bits);
        }
    }

    /// <summary>Marks the periods of a table that hold enough of one user's instants.</summary>
    /// <param name="utcTicks">Shape [events]; ascending.</param>
    /// <param name="table">Any unit.</param>
    /// <param name="minimum">Events a period needs; at least 1.</param>
    /// <param name="bits">Bit p: enough events in period p; cleared before.</param>
    internal static void MarkInstants(ReadOnlySpan<long> utcTicks, PeriodTable table, int minimum, Span<ulong> bits)
    {
        bits.Clear();
        var cursor = new PeriodTableCursor(table);
        int current = -1;
        long events = 0;
        foreach (long ticks in utcTicks)
        {
            int period = cursor.NumberOf(ticks);
            events = period == current ? events + 1 : 1;
            current = period;
            Mark(period, events >= minimum, table.Count, bits);
        }
    }

    private static void Mark(int period, bool isEnough, int periods, Span<ulong> bits)
    {
        if (isEnough && (uint)period < (uint)periods)
        {
            bits[period >> 6] |= 1UL << period;
        }
    }
}
