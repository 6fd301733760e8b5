namespace UserOps.Models.Tests.Activity.Twin;

/// <summary>
/// Periods of a zone read off its clock, quarter by quarter, without anything of the library: a local date begins with the first instant whose clock
/// shows it or a later one, an hour whenever the clock shows a full one.
/// </summary>
internal sealed class TwinClock
{
    // No zone goes back over midnight by more, and every offset of the zones tested changes at a quarter of an hour.
    private const int MinutesBack = 3 * 60;
    private const int Step = 15;

    private readonly TimeZoneInfo _zone;
    private readonly DayOfWeek _weekStart;
    private readonly List<DateTimeOffset> _fullHours = [];
    private readonly List<DateTimeOffset> _quarters = [];
    private readonly Dictionary<long, DateOnly> _days = [];

    internal TwinClock(TimeZoneInfo zone, DayOfWeek weekStart, DateTimeOffset around)
    {
        _zone = zone;
        _weekStart = weekStart;
        DateTimeOffset first = QuarterOf(around.AddDays(-6));
        for (int minute = 0; minute < 12 * 1440; minute += Step)
        {
            DateTimeOffset at = first.AddMinutes(minute);
            _quarters.Add(at);
            if (Shown(at).Minute == 0)
            {
                _fullHours.Add(at);
            }
        }
    }

    /// <summary>Gets the number of the period an instant lies in; numbers of neighbors differ by one.</summary>
    internal int PeriodOf(CalendarUnit unit, DateTimeOffset at) => unit == CalendarUnit.Hour
        ? _fullHours.FindLastIndex(start => start <= at)
        : PeriodOf(unit, DayOf(at));

    /// <summary>Gets the number of the period a date lies in; of hours, the one that holds the first instant of the date.</summary>
    internal int PeriodOf(CalendarUnit unit, DateOnly day) => unit switch
    {
        CalendarUnit.Hour => PeriodOf(unit, StartOf(day)),
        CalendarUnit.Day => day.DayNumber,
        CalendarUnit.Week => (day.DayNumber - ((day.DayOfWeek - _weekStart + 7) % 7) + 6) / 7,
        _ => (day.Year * 12) + day.Month,
    };

    /// <summary>Gets the first instant of a date, of one that the zone skipped that of the next.</summary>
    internal DateTimeOffset StartOf(DateOnly day) => _quarters.Find(at => DayOf(at) >= day);

    /// <summary>Gets the local date: the latest the clock has shown by then, for it may go back over midnight.</summary>
    internal DateOnly DayOf(DateTimeOffset at)
    {
        if (!_days.TryGetValue(at.UtcTicks, out DateOnly day))
        {
            day = _days[at.UtcTicks] = LatestShown(at);
        }

        return day;
    }

    private DateOnly LatestShown(DateTimeOffset at)
    {
        DateTimeOffset quarter = QuarterOf(at);
        DateOnly latest = DateOnly.FromDateTime(Shown(at));
        for (int minute = 0; minute <= MinutesBack; minute += Step)
        {
            // The last tick before a change shows the latest date before it.
            foreach (DateTimeOffset earlier in new[] { quarter.AddMinutes(-minute), quarter.AddMinutes(-minute).AddTicks(-1) })
            {
                DateOnly shown = DateOnly.FromDateTime(Shown(earlier));
                latest = shown > latest ? shown : latest;
            }
        }

        return latest;
    }

    private static DateTimeOffset QuarterOf(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % (Step * TimeSpan.TicksPerMinute)), TimeSpan.Zero);

    private DateTime Shown(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone).DateTime;
}
