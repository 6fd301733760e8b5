using System.Diagnostics;

namespace UserOps.Models;

/// <summary>The hours, days, weeks and months of one zone. Immutable, shared freely between threads.</summary>
/// <remarks>
/// <para>Boundaries come from the zone's own rules. A day begins at the first instant of its local date: after the gap where midnight is
/// skipped, at the first midnight where there are two. A date that the zone skipped has no length and begins where the next one does.</para>
/// <para>Every instant lies in exactly one period of each unit. Where a clock goes back over a midnight it has already shown, the
/// day that has begun goes on. Instants whose local time lies outside the years 1 to 9999 belong to the first or the last period.</para>
/// </remarks>
public sealed class ReportingCalendar
{
    private readonly OffsetTimeline _timeline;

    /// <summary>Creates the calendar of a zone.</summary>
    /// <param name="zone">The zone whose clocks cut time; a fixed offset and a custom zone will do.</param>
    /// <param name="weekStart">The first day of a week.</param>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weekStart"/> is not a day of the week.</exception>
    public ReportingCalendar(TimeZoneInfo zone, DayOfWeek weekStart = DayOfWeek.Monday)
    {
        ArgumentNullException.ThrowIfNull(zone);
        Zone = zone;
        WeekStart = RequireDayOfWeek(weekStart, nameof(weekStart));
        _timeline = OffsetTimeline.Of(zone);
    }

    /// <summary>Gets the zone whose clocks cut time.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Gets the first day of a week.</summary>
    public DayOfWeek WeekStart { get; }

    /// <summary>Gets the offsets of the zone.</summary>
    internal OffsetTimeline Timeline => _timeline;

    /// <summary>Creates the calendar that a context names.</summary>
    /// <param name="context">The context with the zone and the first day of a week.</param>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    public static ReportingCalendar Of(EvaluationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new ReportingCalendar(context.Zone, context.WeekStart);
    }

    /// <summary>Gets the local date of an instant.</summary>
    /// <param name="instant">Any instant.</param>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDayNumber(DayNumberOf(instant.UtcTicks));

    /// <summary>Gets the first instant of a local date, with the zone's offset there.</summary>
    /// <param name="day">Any date; one that the zone skipped begins where the next one does.</param>
    public DateTimeOffset StartOf(DateOnly day) => InstantOf(DayStartTicks(day.DayNumber));

    /// <summary>Gets the period that contains an instant.</summary>
    /// <param name="unit">What the period is.</param>
    /// <param name="instant">Any instant.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a unit of the calendar.</exception>
    public CalendarPeriod PeriodOf(CalendarUnit unit, DateTimeOffset instant)
        => unit == CalendarUnit.Hour ? HourAt(instant.UtcTicks) : PeriodOf(unit, DayOf(instant));

    /// <summary>Gets the period that contains a local date; of hours, the first one of that date.</summary>
    /// <param name="unit">What the period is.</param>
    /// <param name="day">Any date.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a unit of the calendar.</exception>
    public CalendarPeriod PeriodOf(CalendarUnit unit, DateOnly day) => unit switch
    {
        CalendarUnit.Hour => HourAt(Math.Min(DayStartTicks(day.DayNumber), OffsetTimeline.EndOfTime - 1)),
        CalendarUnit.Day => FromDays(unit, day.DayNumber, day.DayNumber + 1),
        CalendarUnit.Week => WeekFrom(WeekStartOf(day)),
        CalendarUnit.Month => MonthFrom(new DateOnly(day.Year, day.Month, 1)),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "This is not a unit of the calendar."),
    };

    /// <summary>Gets the period after a period.</summary>
    /// <param name="period">A period of this calendar.</param>
    /// <returns>The next one; after a day, also a date that the zone skipped, with no length.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is the last one of year 9999.</exception>
    public CalendarPeriod Next(CalendarPeriod period)
        => TryNext(period, out CalendarPeriod next)
            ? next
            : throw new ArgumentOutOfRangeException(nameof(period), period, "This is the last period of the calendar.");

    /// <summary>Gets the period before a period.</summary>
    /// <param name="period">A period of this calendar.</param>
    /// <returns>The one before; before a day, also a date that the zone skipped, with no length.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is the first one of year 1.</exception>
    public CalendarPeriod Previous(CalendarPeriod period)
    {
        bool isFirst = period.Unit == CalendarUnit.Hour ? period.StartTicks == 0 : period.FirstDay == DateOnly.MinValue;
        if (isFirst)
        {
            throw new ArgumentOutOfRangeException(nameof(period), period, "This is the first period of the calendar.");
        }

        return period.Unit == CalendarUnit.Hour
            ? HourAt(period.StartTicks - 1)
            : PeriodOf(period.Unit, period.FirstDay.AddDays(-1));
    }

    /// <summary>Lists the periods that hold an instant of a range, in order.</summary>
    /// <param name="unit">What the periods are.</param>
    /// <param name="range">The range; both of its ends are given.</param>
    /// <returns>
    /// The period that contains the start of the range, and on to the one before its end; none for an empty range. Dates that the
    /// zone skipped stand between their neighbors, with no length.
    /// </returns>
    /// <exception cref="ArgumentException">An end of the range is open.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a unit of the calendar.</exception>
    public IEnumerable<CalendarPeriod> Periods(CalendarUnit unit, InstantRange range)
    {
        if (range.From is null || range.To is null)
        {
            throw new ArgumentException($"Periods are listed between two instants; the range {range} is open.", nameof(range));
        }

        if (unit is < CalendarUnit.Hour or > CalendarUnit.Month)
        {
            throw new ArgumentOutOfRangeException(nameof(unit), unit, "This is not a unit of the calendar.");
        }

        return range.IsEmpty ? [] : PeriodsFrom(PeriodOf(unit, range.From.Value), range.ToTicks);
    }

    /// <summary>Gets the number of the local date of a UTC tick: 0 is 0001-01-01.</summary>
    internal int DayNumberOf(long utcTicks)
    {
        int day = NearestDay(_timeline.LocalTicks(utcTicks));

        // Only where the clock went back over midnight does it show a date whose successor has begun already.
        while (utcTicks >= DayEndTicks(day))
        {
            day++;
        }

        return day;
    }

    /// <summary>Gets the first UTC tick of a local date, given by its number.</summary>
    internal long DayStartTicks(int dayNumber)
        => dayNumber <= 0 ? 0 : _timeline.FirstAtOrAfter(dayNumber * TimeSpan.TicksPerDay);

    /// <summary>Gets the first UTC tick after a local date, given by its number; one beyond the last tick for 9999-12-31.</summary>
    internal long DayEndTicks(int dayNumber)
        => dayNumber >= DateOnly.MaxValue.DayNumber ? OffsetTimeline.EndOfTime : DayStartTicks(dayNumber + 1);

    /// <summary>Gets a stretch of time around a UTC tick over which a fixed offset and a division by a day's ticks give the number of the local date.</summary>
    /// <remarks>The offset is the zone's, but where the clock shows a day that is over, or a year before 1 or after 9999: there one that keeps to the day.</remarks>
    internal OffsetSpan DatedStretchAt(long utcTicks)
    {
        OffsetSpan span = _timeline.At(utcTicks);
        int firstDay = DayNumberOf(span.Start);
        long agreesFrom = Math.Max(span.Start, firstDay * TimeSpan.TicksPerDay - span.Offset);
        long agreesTo = Math.Min(span.End, OffsetTimeline.EndOfTime - span.Offset);
        if (utcTicks < agreesFrom)
        {
            return WithinOneDay(firstDay, span.Start, Math.Min(agreesFrom, span.End));
        }

        return utcTicks < agreesTo
            ? new OffsetSpan(agreesFrom, agreesTo, span.Offset)
            : WithinOneDay(DateOnly.MaxValue.DayNumber, agreesTo, span.End);
    }

    /// <summary>Gets a UTC tick as an instant with the zone's offset, or in UTC where the local time lies outside the years 1 to 9999.</summary>
    internal DateTimeOffset InstantOf(long utcTicks)
    {
        utcTicks = Math.Min(utcTicks, OffsetTimeline.EndOfTime - 1);
        long offset = _timeline.At(utcTicks).Offset;
        long localTicks = utcTicks + offset;
        return localTicks is >= 0 and < OffsetTimeline.EndOfTime
            ? new DateTimeOffset(localTicks, new TimeSpan(offset))
            : new DateTimeOffset(utcTicks, TimeSpan.Zero);
    }

    /// <summary>Refuses a number that is not a day of the week.</summary>
    internal static DayOfWeek RequireDayOfWeek(DayOfWeek value, string parameterName)
        => value is >= DayOfWeek.Sunday and <= DayOfWeek.Saturday
            ? value
            : throw new ArgumentOutOfRangeException(parameterName, value, "This is not a day of the week.");

    private IEnumerable<CalendarPeriod> PeriodsFrom(CalendarPeriod period, long toTicks)
    {
        do
        {
            yield return period;
        }
        while (TryNext(period, out period) && period.StartTicks < toTicks);
    }

    /// <summary>Gets the period after a period; false after the last one of the calendar.</summary>
    internal bool TryNext(CalendarPeriod period, out CalendarPeriod next)
    {
        next = default;
        if (period.Unit == CalendarUnit.Hour)
        {
            bool more = period.EndTicks < OffsetTimeline.EndOfTime;
            next = more ? HourAt(period.EndTicks) : default;
            return more;
        }

        int following = EndDay(period);
        bool exists = following <= DateOnly.MaxValue.DayNumber;
        next = exists ? PeriodOf(period.Unit, DateOnly.FromDayNumber(following)) : default;
        return exists;
    }

    private CalendarPeriod HourAt(long utcTicks)
    {
        long start = LocalHours.StartAtOrBefore(_timeline, utcTicks);
        long end = LocalHours.StartAfter(_timeline, utcTicks);
        return Period(CalendarUnit.Hour, DateOnly.FromDayNumber(DayNumberOf(start)), start, end);
    }

    private CalendarPeriod WeekFrom(int firstDayNumber) => FromDays(CalendarUnit.Week, firstDayNumber, firstDayNumber + 7);

    private CalendarPeriod MonthFrom(DateOnly firstDay)
        => FromDays(CalendarUnit.Month, firstDay.DayNumber, firstDay.DayNumber + DateTime.DaysInMonth(firstDay.Year, firstDay.Month));

    private CalendarPeriod FromDays(CalendarUnit unit, int firstDayNumber, int endDayNumber)
        => Period(unit, DateOnly.FromDayNumber(Math.Max(firstDayNumber, 0)), DayStartTicks(firstDayNumber), DayEndTicks(endDayNumber - 1));

    private CalendarPeriod Period(CalendarUnit unit, DateOnly firstDay, long start, long end)
        => new(unit, firstDay, InstantOf(start), InstantOf(end), end);

    /// <summary>Gets the number of the first local date after a day, week or month; for the last ones it lies after 9999-12-31.</summary>
    internal int EndDay(CalendarPeriod period) => period.Unit switch
    {
        CalendarUnit.Day => period.FirstDay.DayNumber + 1,
        CalendarUnit.Week => WeekStartOf(period.FirstDay) + 7,
        _ => period.FirstDay.DayNumber + DateTime.DaysInMonth(period.FirstDay.Year, period.FirstDay.Month),
    };

    // May lie before 0001-01-01, whose week is then cut off at that date.
    private int WeekStartOf(DateOnly day) => day.DayNumber - (day.DayOfWeek - WeekStart + 7) % 7;

    private static OffsetSpan WithinOneDay(int dayNumber, long start, long end)
    {
        Debug.Assert(end - start <= TimeSpan.TicksPerDay, "no clock goes back by more than a day");
        return new OffsetSpan(start, end, dayNumber * TimeSpan.TicksPerDay - start);
    }

    private static int NearestDay(long localTicks)
        => (int)(Math.Clamp(localTicks, 0, OffsetTimeline.EndOfTime - 1) / TimeSpan.TicksPerDay);
}
