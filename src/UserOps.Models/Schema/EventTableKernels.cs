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
}
