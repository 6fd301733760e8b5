using System.Numerics;

namespace UserOps.Models;

/// <summary>Stable sort of many rows of one user by instant: counting sorts from the lowest digit to the highest that differs.</summary>
internal static class InstantRadixSort
{
    /// <summary>Below this a comparison sort is quicker.</summary>
    internal const int WorthwhileRows = 4096;

    private const int DigitBits = 11;

    internal static void Sort(Span<EventRow> rows)
    {
        (long first, long last) = Ends(rows);
        int bits = 64 - BitOperations.LeadingZeroCount((ulong)(last - first));
        EventRow[] room = GC.AllocateUninitializedArray<EventRow>(rows.Length);
        Span<EventRow> from = rows;
        Span<EventRow> to = room;
        for (int shift = 0; shift < bits; shift += DigitBits)
        {
            SortByDigit(from, to, first, shift);
            Span<EventRow> sorted = to;
            to = from;
            from = sorted;
        }

        if (from != rows)
        {
            from.CopyTo(rows);
        }
    }

    private static (long First, long Last) Ends(ReadOnlySpan<EventRow> rows)
    {
        long first = long.MaxValue;
        long last = long.MinValue;
        foreach (ref readonly EventRow row in rows)
        {
            first = Math.Min(first, row.UtcTicks);
            last = Math.Max(last, row.UtcTicks);
        }

        return (first, last);
    }

    private static void SortByDigit(ReadOnlySpan<EventRow> from, Span<EventRow> to, long first, int shift)
    {
        Span<int> next = stackalloc int[1 << DigitBits];
        next.Clear();
        foreach (ref readonly EventRow row in from)
        {
            next[DigitOf(row, first, shift)]++;
        }

        int at = 0;
        for (int digit = 0; digit < next.Length; digit++)
        {
            (next[digit], at) = (at, at + next[digit]);
        }

        foreach (ref readonly EventRow row in from)
        {
            to[next[DigitOf(row, first, shift)]++] = row;
        }
    }

    private static int DigitOf(in EventRow row, long first, int shift) => (int)((row.UtcTicks - first) >> shift) & ((1 << DigitBits) - 1);
}
