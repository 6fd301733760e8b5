namespace UserOps.Models;

/// <summary>Dates a stream of instants: it remembers the stretches over which a fixed offset and a division give the local date.</summary>
/// <remarks>
/// For one thread: a mutable struct, to be held in a local variable and passed by reference. Stretches last for months, so an event
/// costs a comparison that is nearly always foreseen and a division by a constant. Comparing with the bounds of the current day
/// instead saves the division, and was slower even at nine events a day: the processor cannot foresee where a user's day ends.
/// </remarks>
internal struct LocalDayCursor : IPeriodCursor
{
    private readonly ReportingCalendar _calendar;
    private long _start;
    private ulong _length;
    private long _offset;

    // Users end to end cross the same change of the clock once each, and come back for the next user.
    private OffsetSpan _previous;

    /// <summary>Creates a cursor.</summary>
    /// <param name="calendar">The calendar of the days.</param>
    internal LocalDayCursor(ReportingCalendar calendar) => _calendar = calendar;

    /// <summary>Gets the number of the local date of an instant, as <see cref="DateOnly.DayNumber"/>.</summary>
    /// <param name="utcTicks">The instant; any order, quickest when neighbors are not years apart.</param>
    internal int DayNumberOf(long utcTicks)
    {
        // One comparison for both ends. Nothing here takes the address of the cursor, so a loop keeps it in registers.
        if ((ulong)(utcTicks - _start) >= _length)
        {
            OffsetSpan next = StretchAt(_calendar, _previous, utcTicks);
            _previous = new OffsetSpan(_start, _start + (long)_length, _offset);
            (_start, _length, _offset) = (next.Start, (ulong)(next.End - next.Start), next.Offset);
        }

        return (int)((ulong)(utcTicks + _offset) / TimeSpan.TicksPerDay);
    }

    int IPeriodCursor.NumberOf(long utcTicks) => DayNumberOf(utcTicks);

    private static OffsetSpan StretchAt(ReportingCalendar calendar, OffsetSpan previous, long utcTicks)
        => previous.Contains(utcTicks) ? previous : calendar.DatedStretchAt(utcTicks);
}
