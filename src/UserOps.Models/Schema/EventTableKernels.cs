namespace UserOps.Models;

/// <summary>Arithmetic over a finished event log.</summary>
internal static class EventTableKernels
{
    /// <summary>Finds the earliest and the latest instant; the ends of each user suffice, because a user's instants ascend.</summary>
    internal static (long First, long Last) FirstAndLast(ReadOnlySpan<int> offsets, ReadOnlySpan<long> utcTicks)
    {
        long first = long.MaxValue;
        long last = long.MinValue;
        for (int user = 0; user + 1 < offsets.Length; user++)
        {
            if (offsets[user] < offsets[user + 1])
            {
                first = Math.Min(first, utcTicks[offsets[user]]);
                last = Math.Max(last, utcTicks[offsets[user + 1] - 1]);
            }
        }

        return (first, last);
    }

    /// <summary>Finds the end of the events that 'as of' lets be seen, among neighbors whose instants ascend.</summary>
    /// <param name="utcTicks">Shape [events].</param>
    /// <param name="rows">The index of the event at each position; empty where positions are indices.</param>
    /// <param name="from">The first position.</param>
    /// <param name="to">The end of the positions, excluded.</param>
    /// <param name="asOfTicks">The last instant that is seen.</param>
    /// <returns>A position from <paramref name="from"/> to <paramref name="to"/>.</returns>
    internal static int SeenEnd(ReadOnlySpan<long> utcTicks, ReadOnlySpan<int> rows, int from, int to, long asOfTicks)
    {
        while (from < to)
        {
            int middle = from + ((to - from) / 2);
            if (utcTicks[rows.IsEmpty ? middle : rows[middle]] <= asOfTicks)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }
}
