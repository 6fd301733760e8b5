namespace UserOps.Models;

/// <summary>Where the hours of a zone begin: whenever its clock shows a full hour, and only then.</summary>
/// <remarks>
/// An hour that the clock shows twice begins twice. A full hour that the clock jumps over does not begin, so the hour before it goes on:
/// on Lord Howe Island, whose clock moves by 30 minutes, one hour a year lasts 90 minutes at either change.
/// </remarks>
internal static class LocalHours
{
    /// <summary>Gets the start of the hour that holds a UTC tick; 0, the beginning of time, when the clock has shown no full hour yet.</summary>
    internal static long StartAtOrBefore(OffsetTimeline timeline, long utcTicks)
    {
        for (long last = utcTicks; ;)
        {
            OffsetSpan span = timeline.At(last);
            long fullHour = last - PastFullHour(last + span.Offset);
            if (fullHour >= span.Start)
            {
                return fullHour;
            }

            if (span.Start == 0)
            {
                return 0;
            }

            last = span.Start - 1;
        }
    }

    /// <summary>Gets the start of the hour after the one that holds a UTC tick; the end of time when there is none.</summary>
    internal static long StartAfter(OffsetTimeline timeline, long utcTicks)
    {
        for (long next = utcTicks + 1; next < OffsetTimeline.EndOfTime;)
        {
            OffsetSpan span = timeline.At(next);
            long past = PastFullHour(next + span.Offset);
            long fullHour = past == 0 ? next : next + TimeSpan.TicksPerHour - past;
            if (fullHour < span.End)
            {
                return fullHour;
            }

            next = span.End;
        }

        return OffsetTimeline.EndOfTime;
    }

    // Local ticks are negative in the first hours of year 1 west of Greenwich.
    private static long PastFullHour(long localTicks)
    {
        long past = localTicks % TimeSpan.TicksPerHour;
        return past < 0 ? past + TimeSpan.TicksPerHour : past;
    }
}
