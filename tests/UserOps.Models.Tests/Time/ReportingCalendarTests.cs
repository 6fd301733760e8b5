using System.Globalization;

namespace UserOps.Models.Tests.Time;

public class ReportingCalendarTests
{
    [Theory] // zone, date, its first instant, its hours
    [InlineData("Asia/Shanghai", "2026-03-31", "2026-03-30T16:00Z", 24)]
    [InlineData("Asia/Shanghai", "1986-05-04", "1986-05-03T16:00Z", 23)]        // daylight saving 1986 to 1991, from 02:00
    [InlineData("Asia/Shanghai", "1986-09-14", "1986-09-13T15:00Z", 25)]
    [InlineData("America/Los_Angeles", "2026-03-08", "2026-03-08T08:00Z", 23)]
    [InlineData("America/Los_Angeles", "2026-11-01", "2026-11-01T07:00Z", 25)]
    [InlineData("Australia/Lord_Howe", "2025-10-05", "2025-10-04T13:30Z", 23.5)] // the clock moves by 30 minutes
    [InlineData("Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00Z", 24.5)]
    [InlineData("Asia/Kathmandu", "2026-03-31", "2026-03-30T18:15Z", 24)]
    [InlineData("Asia/Kathmandu", "1986-01-01", "1985-12-31T18:30Z", 23.75)]     // midnight became 00:15
    [InlineData("America/Sao_Paulo", "2017-10-15", "2017-10-15T03:00Z", 23)]     // midnight became 01:00
    [InlineData("America/Sao_Paulo", "2018-02-17", "2018-02-17T02:00Z", 25)]     // midnight became 23:00 of the same date
    [InlineData("Africa/Cairo", "2024-04-26", "2024-04-25T22:00Z", 23)]          // midnight became 01:00
    [InlineData("Africa/Cairo", "2024-10-31", "2024-10-30T21:00Z", 25)]
    [InlineData("America/Havana", "2025-11-02", "2025-11-02T04:00Z", 25)]        // 01:00 became 00:00: two midnights, the first counts
    [InlineData("America/Havana", "2025-03-09", "2025-03-09T05:00Z", 23)]
    [InlineData("Pacific/Apia", "2011-12-29", "2011-12-29T10:00Z", 24)]
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T10:00Z", 0)]           // the date Samoa skipped
    [InlineData("Pacific/Apia", "2011-12-31", "2011-12-30T10:00Z", 24)]
    [InlineData("Pacific/Kwajalein", "1993-08-21", "1993-08-21T12:00Z", 0)]
    [InlineData("America/St_Johns", "2009-11-01", "2009-11-01T02:30Z", 25)]      // 00:01 became 23:01 of the date before
    [InlineData("UTC", "1970-01-01", "1970-01-01T00:00Z", 24)]
    public void StartOf_ADate_IsItsFirstInstant(string zone, string date, string start, double hours)
    {
        var calendar = new ReportingCalendar(NamedZones.Find(zone));
        var day = DateOnly.Parse(date, CultureInfo.InvariantCulture);
        DateTimeOffset first = calendar.StartOf(day);
        Assert.Equal(Instant(start), first);
        Assert.Equal(TimeSpan.FromHours(hours), calendar.PeriodOf(CalendarUnit.Day, day).Length);
        Assert.Equal(hours == 0 ? day.AddDays(1) : day, calendar.DayOf(first));
        Assert.Equal(calendar.Zone.GetUtcOffset(first), first.Offset);
    }

    [Theory]
    [InlineData("Asia/Shanghai", "2026-03-30T15:59:59.9999999Z", "2026-03-30")]
    [InlineData("Asia/Shanghai", "2026-03-30T16:00Z", "2026-03-31")]
    [InlineData("America/Los_Angeles", "2026-11-02T07:59:59Z", "2026-11-01")] // the 25th hour
    [InlineData("America/Havana", "2025-11-02T05:00Z", "2025-11-02")]         // the second midnight begins no day
    [InlineData("America/St_Johns", "2009-11-01T02:31Z", "2009-11-01")]       // the clock shows 23:01 of 31 October, a day that is over
    [InlineData("Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29")]
    public void DayOf_AnInstant_IsItsLocalDate(string zone, string instant, string date)
        => Assert.Equal(DateOnly.Parse(date, CultureInfo.InvariantCulture), new ReportingCalendar(NamedZones.Find(zone)).DayOf(Instant(instant)));

    [Theory] // zone, an instant, start and end of its hour
    [InlineData("Asia/Kathmandu", "2026-03-31T00:00Z", "2026-03-30T23:15Z", "2026-03-31T00:15Z")]
    [InlineData("America/Los_Angeles", "2026-03-08T09:30Z", "2026-03-08T09:00Z", "2026-03-08T10:00Z")] // 01:30; 02:00 is skipped
    [InlineData("America/Los_Angeles", "2026-11-01T08:30Z", "2026-11-01T08:00Z", "2026-11-01T09:00Z")] // 01:30 the first time
    [InlineData("America/Los_Angeles", "2026-11-01T09:30Z", "2026-11-01T09:00Z", "2026-11-01T10:00Z")] // and again
    [InlineData("Australia/Lord_Howe", "2025-10-04T15:45Z", "2025-10-04T14:30Z", "2025-10-04T16:00Z")] // 02:45 after the gap 02:00-02:30
    [InlineData("Australia/Lord_Howe", "2026-04-04T15:15Z", "2026-04-04T14:00Z", "2026-04-04T15:30Z")] // 01:45 the second time
    [InlineData("America/Sao_Paulo", "2017-10-15T03:30Z", "2017-10-15T03:00Z", "2017-10-15T04:00Z")]   // 01:30, the first of the day
    [InlineData("America/Havana", "2025-11-02T05:30Z", "2025-11-02T05:00Z", "2025-11-02T06:00Z")]      // the second midnight begins an hour
    public void PeriodOf_Hour_BeginsAtAFullHourOnTheClock(string zone, string instant, string start, string end)
    {
        CalendarPeriod hour = new ReportingCalendar(NamedZones.Find(zone)).PeriodOf(CalendarUnit.Hour, Instant(instant));
        Assert.Equal(Instant(start), hour.Start);
        Assert.Equal(Instant(end), hour.End);
    }

    [Theory]
    [InlineData(DayOfWeek.Monday, "2026-03-30")]
    [InlineData(DayOfWeek.Sunday, "2026-03-29")]
    [InlineData(DayOfWeek.Wednesday, "2026-04-01")]
    [InlineData(DayOfWeek.Thursday, "2026-03-26")]
    public void PeriodOf_Week_BeginsOnTheNamedDay(DayOfWeek weekStart, string firstDay)
    {
        CalendarPeriod week = new ReportingCalendar(TimeZoneInfo.Utc, weekStart).PeriodOf(CalendarUnit.Week, new DateOnly(2026, 4, 1));
        Assert.Equal(DateOnly.Parse(firstDay, CultureInfo.InvariantCulture), week.FirstDay);
        Assert.Equal(TimeSpan.FromDays(7), week.Length);
    }

    [Theory]
    [InlineData("2024-02-29", "2024-02-01", 29.0)]
    [InlineData("2026-02-28", "2026-02-01", 28.0)]
    [InlineData("2026-03-31", "2026-03-01", 31.0 - 1.0 / 24)] // Los Angeles loses an hour
    [InlineData("2026-11-15", "2026-11-01", 30.0 + 1.0 / 24)]
    [InlineData("2026-12-31", "2026-12-01", 31.0)]
    public void PeriodOf_Month_IsTheCalendarMonth(string day, string firstDay, double days)
    {
        var calendar = new ReportingCalendar(NamedZones.Find("America/Los_Angeles"));
        CalendarPeriod month = calendar.PeriodOf(CalendarUnit.Month, DateOnly.Parse(day, CultureInfo.InvariantCulture));
        Assert.Equal(DateOnly.Parse(firstDay, CultureInfo.InvariantCulture), month.FirstDay);
        Assert.Equal(TimeSpan.FromDays(days), month.Length);
    }

    [Fact]
    public void Periods_OverASkippedDate_ListItWithoutLength()
    {
        TimeZoneInfo apia = NamedZones.Find("Pacific/Apia");
        var calendar = new ReportingCalendar(apia);
        CalendarPeriod[] days = [.. calendar.Periods(CalendarUnit.Day, InstantRange.Days(new(2011, 12, 29), new(2012, 1, 1), apia))];
        Assert.Equal([new(2011, 12, 29), new(2011, 12, 30), new(2011, 12, 31)], days.Select(day => day.FirstDay));
        Assert.Equal([24, 0, 24], days.Select(day => day.Length.TotalHours));
        Assert.False(days[1].Contains(days[1].Start));
        Assert.Equal(days[1], calendar.Next(days[0]));
        Assert.Equal(days[1], calendar.Previous(days[2]));
    }

    [Fact]
    public void Periods_OfARange_HoldEveryInstantOfIt()
    {
        TimeZoneInfo zone = NamedZones.Find("America/Los_Angeles");
        var calendar = new ReportingCalendar(zone);
        InstantRange range = InstantRange.Days(new(2026, 3, 8), new(2026, 3, 9), zone);
        Assert.Equal(23, calendar.Periods(CalendarUnit.Hour, range).Count());
        Assert.Single(calendar.Periods(CalendarUnit.Day, range));
        Assert.Equal(2, calendar.Periods(CalendarUnit.Day, new(range.From!.Value.AddTicks(-1), range.From.Value.AddTicks(1))).Count());
        Assert.Empty(calendar.Periods(CalendarUnit.Day, new(range.From, range.From)));
        Assert.Empty(calendar.Periods(CalendarUnit.Day, new(range.To, range.From)));
        Assert.Equal(13, calendar.Periods(CalendarUnit.Month, InstantRange.Days(new(2025, 1, 31), new(2026, 1, 2), zone)).Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Periods_OfAnOpenRange_ThrowsAtOnce(bool openStart)
    {
        InstantRange range = openStart ? new(to: DateTimeOffset.UnixEpoch) : new(DateTimeOffset.UnixEpoch);
        var error = Assert.Throws<ArgumentException>(() => new ReportingCalendar(TimeZoneInfo.Utc).Periods(CalendarUnit.Day, range));
        Assert.StartsWith("Periods are listed between two instants; the range [", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("Asia/Shanghai")]
    [InlineData("America/Los_Angeles")]
    [InlineData("Pacific/Kiritimati")]
    public void PeriodOf_AtTheEndsOfTime_DoesNotOverflow(string zone)
    {
        foreach (DayOfWeek weekStart in Enum.GetValues<DayOfWeek>())
        {
            var calendar = new ReportingCalendar(NamedZones.Find(zone), weekStart);
            Assert.Equal(DateOnly.MinValue, calendar.DayOf(DateTimeOffset.MinValue));
            Assert.Equal(DateOnly.MaxValue, calendar.DayOf(calendar.StartOf(DateOnly.MaxValue)));
            Assert.Equal(DateTimeOffset.MinValue, calendar.StartOf(DateOnly.MinValue));
            foreach (CalendarUnit unit in Enum.GetValues<CalendarUnit>())
            {
                CalendarPeriod first = calendar.PeriodOf(unit, DateTimeOffset.MinValue);
                Assert.Equal(DateTimeOffset.MinValue, first.Start);
                Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Previous(first));
                Assert.Equal(first, calendar.Previous(calendar.Next(first)));

                CalendarPeriod last = calendar.PeriodOf(unit, DateTimeOffset.MaxValue);
                Assert.True(last.Contains(DateTimeOffset.MaxValue));
                Assert.Equal(DateTimeOffset.MaxValue, last.End);
                Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Next(last));
                Assert.Equal(last, calendar.Next(calendar.Previous(last)));
                Assert.Equal(last, calendar.PeriodOf(unit, last.Start));
                Assert.Equal(last, calendar.Periods(unit, new(last.Start, DateTimeOffset.MaxValue)).Last());
            }
        }
    }

    [Fact]
    public void Constructor_BadArgument_Throws()
    {
        Assert.Equal("zone", Assert.Throws<ArgumentNullException>(() => new ReportingCalendar(null!)).ParamName);
        Assert.Equal("weekStart", Assert.Throws<ArgumentOutOfRangeException>(() => new ReportingCalendar(TimeZoneInfo.Utc, (DayOfWeek)7)).ParamName);
        Assert.Equal("context", Assert.Throws<ArgumentNullException>(() => ReportingCalendar.Of(null!)).ParamName);
    }

    [Fact]
    public void PeriodOf_NoUnitOfTheCalendar_Throws()
    {
        var calendar = new ReportingCalendar(TimeZoneInfo.Utc);
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.PeriodOf((CalendarUnit)4, DateTimeOffset.UnixEpoch));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.PeriodOf((CalendarUnit)4, DateOnly.MinValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Periods((CalendarUnit)4, new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue)));
    }

    [Fact]
    public void Of_AContext_TakesItsZoneAndWeek()
    {
        var calendar = ReportingCalendar.Of(new() { AsOf = DateTimeOffset.UnixEpoch, Zone = NamedZones.EightEast, WeekStart = DayOfWeek.Saturday });
        Assert.Same(NamedZones.EightEast, calendar.Zone);
        Assert.Equal(DayOfWeek.Saturday, calendar.WeekStart);
    }

    private static DateTimeOffset Instant(string text)
        => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
