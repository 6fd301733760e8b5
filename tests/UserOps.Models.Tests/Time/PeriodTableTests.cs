namespace UserOps.Models.Tests.Time;

public class PeriodTableTests
{
    [Theory]
    [InlineData("Pacific/Apia", "2011-12-25T12:00:00Z")] // 30 December was skipped
    [InlineData("America/Havana", "2024-11-01T12:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2024-04-04T12:00:00Z")]
    public void IndexOf_EveryQuarterOfAnHour_IsThePeriodThatContainsIt(string zone, string from)
    {
        var calendar = new ReportingCalendar(NamedZones.Find(zone), DayOfWeek.Sunday);
        DateTimeOffset start = DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        foreach (CalendarUnit unit in Enum.GetValues<CalendarUnit>())
        {
            var table = new PeriodTable(calendar, calendar.PeriodOf(unit, start), unit == CalendarUnit.Hour ? 120 : 8);
            var cursor = new PeriodTableCursor(table);
            for (DateTimeOffset at = start.AddDays(-40); at < start.AddDays(300); at = at.AddMinutes(15))
            {
                int index = table.IndexOf(at.UtcTicks);
                bool isListed = index >= 0 && index < table.Count;
                Assert.Equal(isListed, at >= table[0].Start && at < table[table.Count - 1].End);
                Assert.True(!isListed || table[index].Contains(at));
                Assert.True(isListed || index == (at < table[0].Start ? -1 : table.Count));
                Assert.Equal(index, cursor.NumberOf(at.UtcTicks));
                if (unit != CalendarUnit.Hour)
                {
                    Assert.Equal(index, table.IndexOfDay(calendar.DayOf(at).DayNumber));
                }
            }
        }
    }

    [Theory]
    [InlineData("2024-03-01T00:00:00Z", 0)]
    [InlineData("2024-03-01T23:59:59.9999998Z", 0)]
    [InlineData("2024-03-01T23:59:59.9999999Z", 1)]
    [InlineData("2024-03-02T23:59:59.9999999Z", 2)]
    [InlineData("2024-03-03T23:59:59.9999999Z", 3)]
    [InlineData("2025-01-01T00:00:00Z", 3)]
    public void CompleteAt_LastVisibleInstant_CountsThePeriodsThatAreOver(string asOf, int expected)
    {
        var calendar = new ReportingCalendar(TimeZoneInfo.Utc);
        var table = new PeriodTable(calendar, calendar.PeriodOf(CalendarUnit.Day, new DateOnly(2024, 3, 1)), 3);
        Assert.Equal(expected, table.CompleteAt(DateTimeOffset.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void PeriodTable_EndOfTheCalendar_ListsWhatThereIs()
    {
        var calendar = new ReportingCalendar(TimeZoneInfo.Utc);
        foreach (CalendarUnit unit in Enum.GetValues<CalendarUnit>())
        {
            var table = new PeriodTable(calendar, calendar.PeriodOf(unit, DateTimeOffset.MaxValue), 5);
            Assert.Equal(1, table.Count);
            Assert.Equal(0, table.IndexOf(DateTimeOffset.MaxValue.UtcTicks));
        }
    }
}
