using System.Diagnostics;

namespace UserOps.Models.Retention;

internal static partial class RetentionKernels
{
    /// <summary>Marks the rolling periods in which a user was back after any of the start events of one cohort.</summary>
    /// <typeparam name="TClock">To what instants are cut.</typeparam>
    /// <param name="clock">The clock that shows cut instants.</param>
    /// <param name="starts">Shape [starts]; the start events of one cohort, ascending.</param>
    /// <param name="returns">Shape [returns]; ascending.</param>
    /// <param name="length">Ticks of a period.</param>
    /// <param name="minimum">Return events one period of one start event needs; at least 1.</param>
    /// <param name="width">Periods of the row.</param>
    /// <param name="row">Bit k: back in period k; cleared before.</param>
    /// <remarks>Periods that another start event has marked are not looked at again, and each of the others costs a search; so a heavy user is no square.</remarks>
    internal static void RollingRow<TClock>(
        TClock clock, ReadOnlySpan<long> starts, ReadOnlySpan<long> returns, long length, int minimum, int width, Span<ulong> row)
        where TClock : struct, IElapsedClock
    {
        Debug.Assert(row.Length == BitKernels.WordsFor(width), "one bit a period");
        row.Clear();
        int first = 0;
        int open = width;
        foreach (long start in starts)
        {
            // A return before the start event is none, however far both are cut.
            first = FirstAtOrAfter(new ExactClock(), returns, first, start);
            if (first == returns.Length || open == 0)
            {
                return;
            }

            open -= MarkAfter(clock, clock.At(start), returns[first..], length, minimum, width, row);
        }
    }

    private static int MarkAfter<TClock>(
        TClock clock, long origin, ReadOnlySpan<long> returns, long length, int minimum, int width, Span<ulong> row)
        where TClock : struct, IElapsedClock
    {
        int marked = 0;
        int at = 0;
        for (long period = 0; period < width; period++)
        {
            if ((row[(int)period >> 6] >> (int)period & 1) != 0)
            {
                continue;
            }

            at = FirstAtOrAfter(clock, returns, at, origin + period * length);
            if (returns.Length - at < minimum)
            {
                break;
            }

            // Nothing lies between: on to the period of the next return.
            long next = (clock.At(returns[at]) - origin) / length;
            if (next > period)
            {
                period = next - 1;
            }
            else if (clock.At(returns[at + minimum - 1]) < origin + (period + 1) * length)
            {
                row[(int)period >> 6] |= 1UL << (int)period;
                marked++;
            }
        }

        return marked;
    }

    /// <summary>Finds the first instant that a clock shows at a time or later; near ones are found sooner.</summary>
    private static int FirstAtOrAfter<TClock>(TClock clock, ReadOnlySpan<long> utcTicks, int from, long ticks)
        where TClock : struct, IElapsedClock
    {
        int low = from;
        int high = from;
        for (int stride = 1; high < utcTicks.Length && clock.At(utcTicks[high]) < ticks; stride *= 2)
        {
            low = high + 1;
            high = stride < utcTicks.Length - high ? high + stride : utcTicks.Length;
        }

        while (low < high)
        {
            int middle = low + (high - low) / 2;
            (low, high) = clock.At(utcTicks[middle]) < ticks ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
