using System.Diagnostics;

namespace UserOps.Models;

/// <summary>What the clocks of a zone show at an instant.</summary>
internal static class LocalClock
{
    /// <summary>Gets the ticks since midnight that the clock shows at each instant, 0 to a day less one; not the time elapsed since the day began.</summary>
    /// <param name="timeline">The offsets of the zone.</param>
    /// <param name="utcTicks">Shape [events]; any order.</param>
    /// <param name="timesOfDay">Shape [events]; overwritten.</param>
    internal static void TimesOfDay(OffsetTimeline timeline, ReadOnlySpan<long> utcTicks, Span<long> timesOfDay)
    {
        Debug.Assert(utcTicks.Length == timesOfDay.Length, "one time per instant");

        OffsetSpan span = default;
        for (int i = 0; i < utcTicks.Length && i < timesOfDay.Length; i++)
        {
            if (!span.Contains(utcTicks[i]))
            {
                span = timeline.At(utcTicks[i]);
            }

            timesOfDay[i] = SinceMidnight(utcTicks[i] + span.Offset);
        }
    }

    // Local ticks are negative in the first hours of year 1 west of Greenwich.
    private static long SinceMidnight(long localTicks)
    {
        long past = localTicks % TimeSpan.TicksPerDay;
        return past < 0 ? past + TimeSpan.TicksPerDay : past;
    }
}
