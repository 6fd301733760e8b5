using System.Globalization;

namespace UserOps.Models.Tests.Segments;

public class AnniversaryRuleTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("+08:00", TimeSpan.FromHours(8), "+08:00", "+08:00");

    [Theory] // the date, the local date of the evaluation, from and to days
    [InlineData("1990-03-31", "2024-03-31", 0, 0, true)]
    [InlineData("1990-04-01", "2024-03-31", 0, 0, false)]
    [InlineData("1990-04-01", "2024-03-31", 0, 1, true)]
    [InlineData("1990-04-01", "2024-03-31", 1, 1, true)]
    [InlineData("1990-04-02", "2024-03-31", 0, 1, false)]
    [InlineData("1990-03-30", "2024-03-31", -1, -1, true)]
    [InlineData("1990-03-29", "2024-03-31", -1, 0, false)]
    [InlineData("1990-01-02", "2023-12-31", 0, 3, true)] // over the new year
    [InlineData("1990-12-30", "2024-01-02", -3, 0, true)]
    [InlineData("2024-03-31", "2024-03-31", 0, 0, true)] // the date itself counts
    [InlineData("2024-04-02", "2024-03-31", 0, 2, true)]
    [InlineData("2024-04-02", "2024-03-31", 0, 1, false)]
    [InlineData("2025-03-31", "2024-03-31", 0, 0, false)] // no anniversary before the date
    [InlineData("2025-03-31", "2024-03-31", 0, 364, false)]
    [InlineData("2025-03-31", "2024-03-31", 0, 365, true)]
    [InlineData("2024-04-01", "2024-03-31", -366, 0, false)]
    [InlineData("2023-03-31", "2024-03-31", -366, -366, true)] // the date itself, over a leap day
    [InlineData("2023-03-31", "2024-03-31", -365, -1, false)]
    [InlineData("1990-07-01", "2024-03-31", 0, 365, true)] // every date has one within a year
    public void Evaluate_Anniversaries_FallOnTheirDay(string date, string today, int from, int to, bool expected)
        => Assert.Equal(expected, IsMember(date, today, from, to, default));

    [Theory]
    [InlineData("2000-02-29", "2024-02-29", 0, LeapDayRule.February28, true)] // a leap year has the day itself
    [InlineData("2000-02-29", "2024-02-28", 0, LeapDayRule.February28, false)]
    [InlineData("2000-02-29", "2024-03-01", 0, LeapDayRule.March1, false)]
    [InlineData("2000-02-29", "2023-02-28", 0, LeapDayRule.February28, true)]
    [InlineData("2000-02-29", "2023-03-01", 0, LeapDayRule.February28, false)]
    [InlineData("2000-02-29", "2023-02-28", 0, LeapDayRule.March1, false)]
    [InlineData("2000-02-29", "2023-03-01", 0, LeapDayRule.March1, true)]
    [InlineData("2000-02-29", "2100-02-28", 0, LeapDayRule.February28, true)] // a common year, too
    [InlineData("2000-02-29", "2022-12-31", 59, LeapDayRule.February28, true)]
    [InlineData("2000-02-29", "2022-12-31", 59, LeapDayRule.March1, false)]
    [InlineData("2000-02-29", "2022-12-31", 60, LeapDayRule.March1, true)]
    [InlineData("2000-02-28", "2023-02-28", 0, LeapDayRule.March1, true)] // other dates are left alone
    [InlineData("2000-03-01", "2023-03-01", 0, LeapDayRule.February28, true)]
    public void Evaluate_LeapDay_FallsWhereTheRuleSays(string date, string today, int day, LeapDayRule leapDay, bool expected)
        => Assert.Equal(expected, IsMember(date, today, day, day, leapDay));

    [Theory]
    [InlineData("1990-03-31", "2024-03-31", int.MinValue, int.MaxValue, true)]
    [InlineData("9999-12-31", "2024-03-31", int.MinValue, int.MaxValue, true)]
    [InlineData("9999-12-31", "2024-03-31", 2_913_083, 2_913_083, true)] // the last date there is
    [InlineData("9999-12-31", "2024-03-31", 0, 2_913_082, false)]
    [InlineData("9999-12-31", "2024-03-31", 2_913_084, int.MaxValue, false)] // no date is there
    [InlineData("0001-01-01", "2024-03-31", -738_975, -738_975, true)] // the first one
    [InlineData("0001-01-01", "2024-03-31", int.MinValue, -738_976, false)]
    [InlineData("0001-01-01", "2024-03-31", int.MinValue, -738_975, true)]
    [InlineData("9999-01-01", "9999-12-31", 0, 1, false)] // the next one would be in year 10000
    [InlineData("9999-01-01", "9999-12-31", -364, 0, true)]
    [InlineData("9996-02-29", "9999-12-31", -306, -306, true)] // 28 February 9999
    [InlineData("0001-01-01", "0001-01-02", -1, -1, true)]
    [InlineData("0004-02-29", "0005-02-28", 0, 0, true)]
    [InlineData("0004-02-29", "0003-02-28", 0, 0, false)]
    public void Evaluate_EndsOfTheCalendar_DoNotOverflow(string date, string today, int from, int to, bool expected)
        => Assert.Equal(expected, IsMember(date, today, from, to, default));

    [Theory] // today is the date in the zone
    [InlineData("2024-03-31T15:59:59Z", true)]
    [InlineData("2024-03-31T16:00:00Z", false)]
    [InlineData("2024-03-30T16:00:00Z", true)]
    [InlineData("2024-03-30T15:59:59Z", false)]
    public void Evaluate_Today_IsThatOfTheZone(string asOf, bool expected)
        => Assert.Equal(expected, IsMember("1990-03-31", DateTimeOffset.Parse(asOf, CultureInfo.InvariantCulture), 0, 0, default));

    [Fact]
    public void Evaluate_MissingDate_IsUncertain()
    {
        var rule = new Anniversary { Field = "birth", FromDays = -400, ToDays = 400 };
        Audience audience = new SegmentModel(rule).Evaluate(
            RowTable.Of(Field.Date("birth"), [null]).ToUsers(), new() { AsOf = DateTimeOffset.UnixEpoch, Zone = Zone });
        Assert.Equal((0, 1), (audience.LowerSize, audience.UpperSize));
    }

    private static bool IsMember(string date, string today, int from, int to, LeapDayRule leapDay)
        => IsMember(date, new DateTimeOffset(DateTime.Parse(today, CultureInfo.InvariantCulture).AddHours(12), Zone.BaseUtcOffset), from, to, leapDay);

    private static bool IsMember(string date, DateTimeOffset asOf, int from, int to, LeapDayRule leapDay)
    {
        UserOpsDataset data = RowTable.Of(Field.Date("birth"), DateOnly.Parse(date, CultureInfo.InvariantCulture)).ToUsers();
        var rule = new Anniversary { Field = "birth", FromDays = from, ToDays = to, LeapDayRule = leapDay };
        Audience audience = new SegmentModel(rule).Evaluate(data, new() { AsOf = asOf, Zone = Zone });
        Assert.Equal(0, audience.Uncertain.Count);
        return audience.Members.Count == 1;
    }
}
