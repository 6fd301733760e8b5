using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace UserOps.Models;

/// <summary>Dates a stream of instants: it remembers the stretches over which a fixed offset and a division give the local date.</summary>
/// <remarks>
/// For one thread: a mutable struct, to be held in a local variable and passed by reference. Stretches last for months, so an event
/// costs a comparison that is nearly always foreseen and a division by a constant. Comparing with the bounds of the current day
/// instead saves the division, and was slower even at nine events a day: the processor cannot foresee where a user's day ends.
/// </remarks>
internal struct LocalDayCursor : IPeriodCursor
{
    private const int DayShift = 14;
    private const long StepsPerDay = TimeSpan.TicksPerDay >> DayShift;

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

    /// <summary>Gets the numbers of the local dates of some instants, as <see cref="DayNumberOf"/> does one by one.</summary>
    /// <param name="utcTicks">Shape [instants]; any order.</param>
    /// <param name="dayNumbers">Shape [instants]; overwritten.</param>
    internal void DayNumbersOf(ReadOnlySpan<long> utcTicks, Span<int> dayNumbers)
    {
        Debug.Assert(utcTicks.Length == dayNumbers.Length, "one number per instant");
        int i = 0;
        for (; Vector512.IsHardwareAccelerated && i <= utcTicks.Length - Vector512<int>.Count; i += Vector512<int>.Count)
        {
            Vector512<long> low = Vector512.Create(utcTicks[i..]);
            Vector512<long> high = Vector512.Create(utcTicks[(i + Vector512<long>.Count)..]);
            if (TryDate(low, out Vector512<long> lowDays) && TryDate(high, out Vector512<long> highDays))
            {
                Vector512.Narrow(lowDays, highDays).CopyTo(dayNumbers[i..]);
                continue;
            }

            for (int k = i; k < i + Vector512<int>.Count; k++)
            {
                dayNumbers[k] = DayNumberOf(utcTicks[k]);
            }
        }

        for (; i < utcTicks.Length; i++)
        {
            dayNumbers[i] = DayNumberOf(utcTicks[i]);
        }
    }

    // Dates eight instants that lie in the two stretches met last: a user's events cross a change of the clock, and the next user's cross it again.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool TryDate(Vector512<long> utcTicks, out Vector512<long> days)
    {
        Vector512<long> isHere = Vector512.LessThan((utcTicks - Vector512.Create(_start)).AsUInt64(), Vector512.Create(_length)).AsInt64();
        Vector512<long> isThere = Vector512.LessThan(
            (utcTicks - Vector512.Create(_previous.Start)).AsUInt64(), Vector512.Create((ulong)(_previous.End - _previous.Start))).AsInt64();
        Vector512<long> local = utcTicks + Vector512.ConditionalSelect(isHere, Vector512.Create(_offset), Vector512.Create(_previous.Offset));

        // A day's ticks are 2^14 times an odd number. Without the 14 bits a double holds the ticks exactly, and half a step added puts them so far
        // from a whole number of days that the product's rounding cannot reach one.
        Vector512<double> steps = Vector512.ConvertToDouble(local >>> DayShift) + Vector512.Create(0.5);
        days = Vector512.ConvertToInt64Native(steps * Vector512.Create(1.0 / StepsPerDay));
        return Vector512.EqualsAll(isHere | isThere, Vector512<long>.AllBitsSet);
    }

    int IPeriodCursor.NumberOf(long utcTicks) => DayNumberOf(utcTicks);

    private static OffsetSpan StretchAt(ReportingCalendar calendar, OffsetSpan previous, long utcTicks)
        => previous.Contains(utcTicks) ? previous : calendar.DatedStretchAt(utcTicks);
}
