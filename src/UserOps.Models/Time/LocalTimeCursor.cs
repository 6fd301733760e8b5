namespace UserOps.Models;

/// <summary>Turns a stream of local times into instants; it remembers the last offset, so that most of them cost a comparison.</summary>
/// <remarks>For one thread; the rule for skipped and repeated times is that of <see cref="OffsetTimeline.InstantOf"/>.</remarks>
internal sealed class LocalTimeCursor
{
    // Longer than any clock was ever set back, so that no earlier stretch can show the same local time.
    private const long LongestRepeat = 2 * TimeSpan.TicksPerDay;

    private readonly OffsetTimeline _timeline;
    private long _localStart;
    private ulong _localLength;
    private long _offset;

    /// <summary>Creates a cursor.</summary>
    /// <param name="zone">The zone whose clocks show the times.</param>
    internal LocalTimeCursor(TimeZoneInfo zone) => _timeline = OffsetTimeline.Of(zone);

    /// <summary>Gets the UTC ticks of the instant at which the clock shows a local time.</summary>
    /// <param name="local">The local time; its <see cref="DateTime.Kind"/> is not looked at.</param>
    internal long ToUtcTicks(DateTime local)
        => (ulong)(local.Ticks - _localStart) < _localLength ? local.Ticks - _offset : MoveTo(local.Ticks);

    private long MoveTo(long localTicks)
    {
        long utcTicks = _timeline.InstantOf(localTicks);
        OffsetSpan span = _timeline.At(utcTicks);
        long shownBefore = ShownBefore(span);
        _localStart = Math.Max(span.Start + span.Offset, shownBefore);
        _localLength = (ulong)Math.Max(0, span.End + span.Offset - _localStart);
        _offset = span.Offset;
        return utcTicks;
    }

    /// <summary>Gets the first local time that the clock has not shown before a stretch begins.</summary>
    private long ShownBefore(OffsetSpan span)
    {
        long latest = long.MinValue;
        for (long start = span.Start; start > 0 && start > span.Start - LongestRepeat;)
        {
            OffsetSpan earlier = _timeline.At(start - 1);
            latest = Math.Max(latest, earlier.End + earlier.Offset);
            start = earlier.Start;
        }

        return latest;
    }
}
