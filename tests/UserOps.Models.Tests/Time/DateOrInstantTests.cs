using System.Text.Json;
using UserOps.Models.Activity;

namespace UserOps.Models.Tests.Time;

public class DateOrInstantTests
{
    [Theory]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-03-01T12:00:00+08:00", false)]
    public void Json_DateOrInstant_IsReadAndWrittenAsItIs(string text, bool isDate)
    {
        StickinessRatioDefinition read = Read(text);
        Assert.Equal((isDate, !isDate), (read.From.Date is not null, read.From.Instant is not null));
        Assert.Equal(text, read.From.ToString());
        Assert.Contains($"\"from\":\"{text}\"", UserOpsJson.Serialize(read), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-3-1")]
    [InlineData("2026-03-01T12:00:00")] // whose zone?
    [InlineData("")]
    public void Json_OtherText_IsRefused(string text)
        => Assert.StartsWith("A date is a text such as \"2026-03-31\", an instant one such as", Assert.Throws<JsonException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Theory] // Samoa had no 2011-12-30: that date means the first instant of the 31st, a Saturday
    [InlineData(CalendarUnit.Hour, "2011-12-31")]
    [InlineData(CalendarUnit.Day, "2011-12-31")]
    [InlineData(CalendarUnit.Week, "2011-12-31")] // weeks begin on Saturday
    [InlineData(CalendarUnit.Month, "2011-12-01")]
    public void PeriodIn_DateTheZoneSkipped_IsThatOfItsFirstInstant(CalendarUnit unit, string firstDay)
    {
        var calendar = new ReportingCalendar(NamedZones.Find("Pacific/Apia"), DayOfWeek.Saturday);
        DateOrInstant skipped = new DateOnly(2011, 12, 30);
        CalendarPeriod period = skipped.PeriodIn(calendar, unit);
        Assert.Equal(calendar.PeriodOf(unit, calendar.StartOf(new(2011, 12, 30))), period);
        Assert.Equal(firstDay, period.FirstDay.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(period.End > period.Start);
    }

    [Theory] // the ends of the calendar, where the first instant of a date may lie outside it
    [InlineData("Pacific/Apia", "0001-01-01")]
    [InlineData("Pacific/Apia", "9999-12-31")]
    [InlineData("America/New_York", "0001-01-01")]
    [InlineData("America/New_York", "9999-12-31")]
    public void PeriodIn_EndsOfTheCalendar_AreTheDateItself(string zone, string date)
    {
        DateOnly day = DateOnly.ParseExact(date, "O", System.Globalization.CultureInfo.InvariantCulture);
        DateOrInstant end = day;
        Assert.Equal(day, end.PeriodIn(new ReportingCalendar(NamedZones.Find(zone)), CalendarUnit.Day).FirstDay);
    }

    [Fact]
    public void Default_IsTheFirstDate()
        => Assert.Equal(DateOnly.MinValue, default(DateOrInstant).Date);

    private static StickinessRatioDefinition Read(string text)
        => UserOpsJson.Deserialize<StickinessRatioDefinition>($$$"""{"activity":{"events":{}},"from":"{{{text}}}","to":"2026-03-01"}""");
}
