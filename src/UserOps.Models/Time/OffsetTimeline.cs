using System.Runtime.CompilerServices;

namespace UserOps.Models;

/// <summary>The offsets of one zone over all time, in order, as its own rules give them.</summary>
/// <remarks>
/// <see cref="TimeZoneInfo"/> answers for one instant, in some hundred nanoseconds, and does not list its changes. They are found
/// here once per zone and block of 651 days, on first use: by probing every six hours and then halving. The nearest two changes in
/// the IANA data lie four days apart; a custom zone that changes twice between two probes, and back, is read as if it had not.
/// </remarks>
internal sealed class OffsetTimeline
{
    /// <summary>The first tick after the calendar: 10000-01-01T00:00Z.</summary>
    internal const long EndOfTime = 3_155_378_976_000_000_000;

    private const int BlockBits = 49;
    private const long ProbeTicks = 6 * TimeSpan.TicksPerHour;

    // No zone is more than 14 hours from UTC, and so no local time is further than this from its instant.
    private const long FarthestOffset = TimeSpan.TicksPerDay;

    private static readonly ConditionalWeakTable<TimeZoneInfo, OffsetTimeline> Known = [];

    private readonly TimeZoneInfo _zone;
    private readonly OffsetSpan[]?[] _blocks = new OffsetSpan[]?[(EndOfTime >> BlockBits) + 1];

    private OffsetTimeline(TimeZoneInfo zone) => _zone = zone;

    /// <summary>Gets the timeline of a zone; one for each zone object, shared freely between threads.</summary>
    internal static OffsetTimeline Of(TimeZoneInfo zone) => Known.GetValue(zone, static key => new OffsetTimeline(key));

    /// <summary>Gets the stretch that holds a UTC tick, which lies between 0 and <see cref="EndOfTime"/>, the end excluded.</summary>
    internal OffsetSpan At(long utcTicks)
    {
        int block = (int)(utcTicks >> BlockBits);
        foreach (ref readonly OffsetSpan span in (_blocks[block] ?? Read(block)).AsSpan())
        {
            if (utcTicks < span.End)
            {
                return span;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(utcTicks), utcTicks, "The instant lies outside the years 1 to 9999.");
    }

    /// <summary>Gets what the local clock shows, in ticks since 0001-01-01T00:00; beyond the calendar at its two ends.</summary>
    internal long LocalTicks(long utcTicks) => utcTicks + At(utcTicks).Offset;

    /// <summary>Gets the first UTC tick at which the local clock shows a time or a later one.</summary>
    /// <returns>0 to <see cref="EndOfTime"/>, the end when that time never comes.</returns>
    internal long FirstAtOrAfter(long localTicks)
    {
        for (long next = Math.Clamp(localTicks - FarthestOffset, 0, EndOfTime); next < EndOfTime;)
        {
            OffsetSpan span = At(next);
            long utcTicks = Math.Max(localTicks - span.Offset, span.Start);
            if (utcTicks < span.End)
            {
                return utcTicks;
            }

            next = span.End;
        }

        return EndOfTime;
    }

    /// <summary>Gets the instant at which the local clock shows a time.</summary>
    /// <param name="localTicks">Ticks since 0001-01-01T00:00 on the local clock.</param>
    /// <returns>
    /// The earlier one of a time shown twice; for a skipped time the instant that shows it moved forward by the length of the gap;
    /// the nearest instant there is at the ends of the calendar.
    /// </returns>
    internal long InstantOf(long localTicks)
    {
        OffsetSpan before = default;
        for (long next = Math.Clamp(localTicks - FarthestOffset, 0, EndOfTime - 1); next < EndOfTime; next = before.End)
        {
            OffsetSpan span = At(next);
            long utcTicks = localTicks - span.Offset;
            if (utcTicks < span.Start)
            {
                // The clock jumped over it: read with the offset from before the gap, it lands behind the gap by as much as it lay in it.
                return next == span.Start && before.End == span.Start ? localTicks - before.Offset : Math.Max(utcTicks, 0);
            }

            if (utcTicks < span.End)
            {
                return utcTicks;
            }

            before = span;
        }

        return EndOfTime - 1;
    }

    private OffsetSpan[] Read(int block)
    {
        long start = (long)block << BlockBits;
        long end = Math.Min((block + 1L) << BlockBits, EndOfTime);
        var spans = new List<OffsetSpan>();
        while (start < end)
        {
            long offset = OffsetAt(start);
            long change = NextChange(start, end, offset);
            spans.Add(new OffsetSpan(start, change, offset));
            start = change;
        }

        // Two threads may read the same block; they find the same.
        return _blocks[block] = [.. spans];
    }

    private long NextChange(long start, long end, long offset)
    {
        long same = start;
        while (true)
        {
            long probe = Math.Min(same + ProbeTicks, end - 1);
            if (OffsetAt(probe) != offset)
            {
                return FirstOther(same, probe, offset);
            }

            if (probe == end - 1)
            {
                return end;
            }

            same = probe;
        }
    }

    private long FirstOther(long same, long other, long offset)
    {
        while (other - same > 1)
        {
            long middle = same + (other - same) / 2;
            if (OffsetAt(middle) == offset)
            {
                same = middle;
            }
            else
            {
                other = middle;
            }
        }

        return other;
    }

    private long OffsetAt(long utcTicks) => _zone.GetUtcOffset(new DateTimeOffset(utcTicks, TimeSpan.Zero)).Ticks;
}
