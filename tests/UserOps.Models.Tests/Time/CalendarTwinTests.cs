namespace UserOps.Models.Tests.Time;

/// <summary>The calendar against a walk of its zone's clock, quarter hour by quarter hour, with <see cref="TimeZoneInfo.ConvertTime(DateTimeOffset, TimeZoneInfo)"/>.</summary>
public class CalendarTwinTests
{
    private const long Quarter = 15 * TimeSpan.TicksPerMinute;

    [Theory]
    [InlineData("Asia/Shanghai", 1986, 1992, DayOfWeek.Monday)]
    [InlineData("Asia/Shanghai", 2025, 2027, DayOfWeek.Sunday)]
    [InlineData("America/Los_Angeles", 2025, 2027, DayOfWeek.Sunday)]
    [InlineData("America/Los_Angeles", 2099, 2101, DayOfWeek.Monday)] // beyond the listed changes, by the last rule
    [InlineData("Australia/Lord_Howe", 1980, 1983, DayOfWeek.Monday)]
    [InlineData("Australia/Lord_Howe", 2025, 2027, DayOfWeek.Tuesday)]
    [InlineData("Pacific/Apia", 2011, 2013, DayOfWeek.Friday)]
    [InlineData("Pacific/Kwajalein", 1993, 1994, DayOfWeek.Saturday)]
    [InlineData("Asia/Kathmandu", 1985, 1987, DayOfWeek.Wednesday)]
    [InlineData("Africa/Cairo", 2023, 2025, DayOfWeek.Saturday)]
    [InlineData("Africa/Casablanca", 2024, 2026, DayOfWeek.Monday)] // daylight saving pauses in Ramadan
    [InlineData("America/Sao_Paulo", 2017, 2020, DayOfWeek.Sunday)]
    [InlineData("America/Havana", 2024, 2026, DayOfWeek.Thursday)]
    [InlineData("America/St_Johns", 2009, 2012, DayOfWeek.Monday)]
    [InlineData("Asia/Pyongyang", 2015, 2019, DayOfWeek.Monday)]
    [InlineData("Antarctica/Troll", 2025, 2026, DayOfWeek.Monday)] // two hours
    [InlineData("UTC", 2024, 2025, DayOfWeek.Monday)]
    [InlineData("+08:00", 2024, 2025, DayOfWeek.Monday)]
    [InlineData("made by rules", 2024, 2026, DayOfWeek.Monday)]
    public void PeriodOf_EveryQuarterHour_IsWhatTheClockShowed(string zone, int fromYear, int toYear, DayOfWeek weekStart)
    {
        TimeZoneInfo info = zone == "made by rules" ? NamedZones.MadeByRules : NamedZones.Find(zone);
        var calendar = new ReportingCalendar(info, weekStart);
        long start = new DateTime(fromYear, 1, 1).Ticks - 3 * TimeSpan.TicksPerDay;
        long end = new DateTime(toYear, 1, 1).Ticks;
        var days = new LocalDayCursor(calendar);
        var twin = new ClockWalk(info, weekStart);
        for (long ticks = start; ticks < end; ticks += Quarter)
        {
            twin.MoveTo(ticks);
            if (ticks < start + 2 * TimeSpan.TicksPerDay)
            {
                continue; // the walk has yet to see a day and an hour begin
            }

            var instant = new DateTimeOffset(ticks, TimeSpan.Zero);
            DateOnly day = calendar.DayOf(instant);
            if (day != twin.Day
                || days.DayNumberOf(ticks) != day.DayNumber
                || calendar.StartOf(day).UtcTicks != twin.DayStart
                || calendar.PeriodOf(CalendarUnit.Hour, instant).StartTicks != twin.HourStart
                || calendar.PeriodOf(CalendarUnit.Week, instant).FirstDay != twin.WeekStart
                || calendar.PeriodOf(CalendarUnit.Month, instant).FirstDay != new DateOnly(twin.Day.Year, twin.Day.Month, 1)
                || TimeOfDay(calendar, ticks) != twin.Clock.TimeOfDay.Ticks)
            {
                Assert.Fail($"{zone} at {instant:O}, clock {twin.Clock:O}: day {day}, not {twin.Day}, or one of its periods.");
            }
        }
    }

    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("America/Los_Angeles")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Pacific/Apia")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("America/Havana")]
    [InlineData("America/St_Johns")]
    [InlineData("Europe/Dublin")]
    public void PeriodOf_AnyInstant_IsTheOnlyOneThatHoldsItAndPeriodsTile(string zone)
    {
        var random = new Xoshiro256(17);
        foreach (DayOfWeek weekStart in Enum.GetValues<DayOfWeek>())
        {
            var calendar = new ReportingCalendar(NamedZones.Find(zone), weekStart);
            for (int trial = 0; trial < 500; trial++)
            {
                long ticks = (long)(random.NextDouble() * OffsetTimeline.EndOfTime);
                if (trial % 2 == 0)
                {
                    ticks = new DateTime(1900, 1, 1).Ticks + (long)(random.NextDouble() * 150 * 365) * TimeSpan.TicksPerDay;
                }

                var instant = new DateTimeOffset(ticks, TimeSpan.Zero);
                foreach (CalendarUnit unit in Enum.GetValues<CalendarUnit>())
                {
                    AssertTiles(calendar, calendar.PeriodOf(unit, instant), instant);
                }
            }
        }
    }

    private static void AssertTiles(ReportingCalendar calendar, CalendarPeriod period, DateTimeOffset instant)
    {
        Assert.True(period.Contains(instant), $"{period} does not hold {instant:O}");
        Assert.Equal(period, calendar.PeriodOf(period.Unit, period.Start));
        Assert.Equal(period, calendar.PeriodOf(period.Unit, new DateTimeOffset(period.EndTicks - 1, TimeSpan.Zero)));

        CalendarPeriod next = calendar.Next(period);
        CalendarPeriod previous = calendar.Previous(period);
        Assert.Equal(period.End, next.Start);
        Assert.Equal(previous.End, period.Start);
        Assert.Equal(period, calendar.Previous(next));
        Assert.Equal(period, calendar.Next(previous));
    }

    /// <summary>What a patient observer of the clock writes down, once every quarter hour.</summary>
    private sealed class ClockWalk(TimeZoneInfo zone, DayOfWeek weekStart)
    {
        public DateTime Clock { get; private set; }

        public DateOnly Day { get; private set; }

        public long DayStart { get; private set; }

        public long HourStart { get; private set; }

        public DateOnly WeekStart { get; private set; }

        public void MoveTo(long utcTicks)
        {
            Clock = TimeZoneInfo.ConvertTime(new DateTimeOffset(utcTicks, TimeSpan.Zero), zone).DateTime;
            HourStart = Clock.Minute == 0 ? utcTicks : HourStart;
            var date = DateOnly.FromDateTime(Clock);
            if (date <= Day)
            {
                return;
            }

            (Day, DayStart) = (date, utcTicks);
            WeekStart = date;
            while (WeekStart.DayOfWeek != weekStart)
            {
                WeekStart = WeekStart.AddDays(-1);
            }
        }
    }

    private static long TimeOfDay(ReportingCalendar calendar, long utcTicks)
    {
        Span<long> time = [0];
        LocalClock.TimesOfDay(calendar.Timeline, [utcTicks], time);
        return time[0];
    }
}
