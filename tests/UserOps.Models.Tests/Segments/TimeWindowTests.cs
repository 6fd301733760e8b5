using System.Globalization;

namespace UserOps.Models.Tests.Segments;

public class TimeWindowTests
{
    [Theory] // as of 2024-03-31T12:00+08:00; an instant, and what a tick more or less changes
    [InlineData("last 1 minute", "2024-03-31T11:59:00", false)] // the start is outside
    [InlineData("last 1 minute", "2024-03-31T11:59:00.0000001", true)]
    [InlineData("last 1 minute", "2024-03-31T12:00:00", true)] // the end is inside
    [InlineData("last 1 minute", "2024-03-31T12:00:00.0000001", false)]
    [InlineData("last 3 hour", "2024-03-31T09:00:00", false)]
    [InlineData("last 3 hour", "2024-03-31T09:00:00.0000001", true)]
    [InlineData("last 2 day", "2024-03-29T12:00:00", false)] // a length, not dates
    [InlineData("last 2 day", "2024-03-29T12:00:00.0000001", true)]
    [InlineData("last 1 week", "2024-03-24T12:00:00", false)]
    [InlineData("last 1 week", "2024-03-24T12:00:00.0000001", true)]
    [InlineData("next 1 minute", "2024-03-31T12:00:00", false)] // ahead the start is outside, too
    [InlineData("next 1 minute", "2024-03-31T12:00:00.0000001", true)]
    [InlineData("next 1 minute", "2024-03-31T12:01:00", true)]
    [InlineData("next 1 minute", "2024-03-31T12:01:00.0000001", false)]
    [InlineData("next 5 hour", "2024-03-31T17:00:00", true)]
    [InlineData("next 5 hour", "2024-03-31T17:00:00.0000001", false)]
    [InlineData("next 1 day", "2024-04-01T12:00:00", true)]
    [InlineData("next 1 day", "2024-04-01T12:00:00.0000001", false)]
    [InlineData("next 2 week", "2024-04-14T12:00:00", true)]
    [InlineData("next 2 week", "2024-04-14T12:00:00.0000001", false)]
    [InlineData("days 0 0", "2024-03-30T23:59:59.9999999", false)]
    [InlineData("days 0 0", "2024-03-31T00:00:00", true)]
    [InlineData("days 0 0", "2024-03-31T23:59:59.9999999", true)] // for attributes the rest of the day is there
    [InlineData("days 0 0", "2024-04-01T00:00:00", false)]
    [InlineData("days 2 1", "2024-03-28T23:59:59.9999999", false)]
    [InlineData("days 2 1", "2024-03-29T00:00:00", true)]
    [InlineData("days 2 1", "2024-03-30T23:59:59.9999999", true)]
    [InlineData("days 2 1", "2024-03-31T00:00:00", false)]
    [InlineData("days -1 -2", "2024-03-31T23:59:59.9999999", false)]
    [InlineData("days -1 -2", "2024-04-01T00:00:00", true)]
    [InlineData("days -1 -2", "2024-04-02T23:59:59.9999999", true)]
    [InlineData("days -1 -2", "2024-04-03T00:00:00", false)]
    [InlineData("from 2024-03-01T00:00:00+08:00 2024-03-02T00:00:00+08:00", "2024-02-29T23:59:59.9999999", false)]
    [InlineData("from 2024-03-01T00:00:00+08:00 2024-03-02T00:00:00+08:00", "2024-03-01T00:00:00", true)]
    [InlineData("from 2024-03-01T00:00:00+08:00 2024-03-02T00:00:00+08:00", "2024-03-01T23:59:59.9999999", true)]
    [InlineData("from 2024-03-01T00:00:00+08:00 2024-03-02T00:00:00+08:00", "2024-03-02T00:00:00", false)]
    [InlineData("from 2024-02-29T16:00:00Z 2024-03-01T16:00:00Z", "2024-03-01T00:00:00", true)] // the same instants
    [InlineData("all", "0001-01-02T00:00:00", true)]
    [InlineData("all", "9999-12-31T23:59:59.9999999", true)]
    public void Evaluate_EndsOfAWindow_AreAsStated(string window, string instant, bool expected)
        => RequireOf(window, "2024-03-31T12:00:00+08:00", "+08:00", instant + "+08:00", expected);

    [Theory] // the named instant is the first one inside, one tick earlier is outside
    [InlineData("last 1 month", "2024-03-31T12:00:00+08:00", "2024-02-29T12:00:00+08:00")] // no 31 February: its last day
    [InlineData("last 1 month", "2023-03-31T12:00:00+08:00", "2023-02-28T12:00:00+08:00")]
    [InlineData("last 1 month", "2024-03-30T12:00:00+08:00", "2024-02-29T12:00:00+08:00")]
    [InlineData("last 1 month", "2024-03-29T12:00:00+08:00", "2024-02-29T12:00:00+08:00")]
    [InlineData("last 1 month", "2024-02-29T12:00:00+08:00", "2024-01-29T12:00:00+08:00")] // the last day is not kept as such
    [InlineData("last 1 month", "2024-05-31T12:00:00+08:00", "2024-04-30T12:00:00+08:00")]
    [InlineData("last 1 month", "2024-01-15T00:00:00+08:00", "2023-12-15T00:00:00+08:00")]
    [InlineData("last 2 month", "2024-03-31T12:00:00+08:00", "2024-01-31T12:00:00+08:00")] // one step of two, not two of one
    [InlineData("last 13 month", "2024-03-31T12:00:00+08:00", "2023-02-28T12:00:00+08:00")]
    [InlineData("last 12 month", "2024-02-29T12:00:00+08:00", "2023-02-28T12:00:00+08:00")]
    [InlineData("last 1 year", "2024-02-29T12:00:00+08:00", "2023-02-28T12:00:00+08:00")]
    [InlineData("last 4 year", "2024-02-29T12:00:00+08:00", "2020-02-29T12:00:00+08:00")]
    [InlineData("last 1 year", "2024-03-31T12:00:00+08:00", "2023-03-31T12:00:00+08:00")]
    [InlineData("last 1 year", "2025-02-28T12:00:00+08:00", "2024-02-28T12:00:00+08:00")]
    [InlineData("last 1 month", "2024-02-29T18:00:00Z", "2024-01-31T18:00:00Z")] // the zone's 1 March, so its 1 February
    public void Evaluate_CalendarStepBack_BeginsJustAfterTheClampedTime(string window, string asOf, string start)
    {
        DateTimeOffset outside = Instant(start);
        RequireOf(window, Instant(asOf), "+08:00", outside, false);
        RequireOf(window, Instant(asOf), "+08:00", outside.AddTicks(1), true);
    }

    [Theory] // the named instant is the last one inside
    [InlineData("next 1 month", "2024-01-31T12:00:00+08:00", "2024-02-29T12:00:00+08:00")]
    [InlineData("next 1 month", "2023-01-29T12:00:00+08:00", "2023-02-28T12:00:00+08:00")]
    [InlineData("next 2 month", "2024-01-31T12:00:00+08:00", "2024-03-31T12:00:00+08:00")]
    [InlineData("next 1 month", "2024-12-31T12:00:00+08:00", "2025-01-31T12:00:00+08:00")]
    [InlineData("next 1 year", "2024-02-29T12:00:00+08:00", "2025-02-28T12:00:00+08:00")]
    [InlineData("next 4 year", "2096-02-29T12:00:00+08:00", "2100-02-28T12:00:00+08:00")] // 2100 is a common year
    [InlineData("next 1 year", "2023-02-28T12:00:00+08:00", "2024-02-28T12:00:00+08:00")]
    public void Evaluate_CalendarStepAhead_EndsAtTheClampedTime(string window, string asOf, string end)
    {
        DateTimeOffset inside = Instant(end);
        RequireOf(window, Instant(asOf), "+08:00", inside, true);
        RequireOf(window, Instant(asOf), "+08:00", inside.AddTicks(1), false);
    }

    [Theory] // Berlin: 2024-03-31 has 23 hours (no 02:00 to 03:00), 2024-10-27 has 25 (twice 02:00 to 03:00)
    [InlineData("last 1 day", "2024-03-31T12:00:00+02:00", "2024-03-30T11:00:00+01:00", false)] // 24 hours
    [InlineData("last 1 day", "2024-03-31T12:00:00+02:00", "2024-03-30T11:00:00.0000001+01:00", true)]
    [InlineData("last 1 day", "2024-10-27T12:00:00+01:00", "2024-10-26T13:00:00+02:00", false)]
    [InlineData("last 1 day", "2024-10-27T12:00:00+01:00", "2024-10-26T13:00:00.0000001+02:00", true)]
    [InlineData("last 1 week", "2024-04-01T12:00:00+02:00", "2024-03-25T11:00:00+01:00", false)]
    [InlineData("last 1 week", "2024-04-01T12:00:00+02:00", "2024-03-25T11:00:00.0000001+01:00", true)]
    [InlineData("next 1 day", "2024-03-30T12:00:00+01:00", "2024-03-31T13:00:00+02:00", true)]
    [InlineData("next 1 day", "2024-03-30T12:00:00+01:00", "2024-03-31T13:00:00.0000001+02:00", false)]
    [InlineData("days 0 0", "2024-03-31T12:00:00+02:00", "2024-03-30T23:59:59.9999999+01:00", false)]
    [InlineData("days 0 0", "2024-03-31T12:00:00+02:00", "2024-03-31T00:00:00+01:00", true)]
    [InlineData("days 0 0", "2024-03-31T12:00:00+02:00", "2024-03-31T23:59:59.9999999+02:00", true)]
    [InlineData("days 0 0", "2024-03-31T12:00:00+02:00", "2024-04-01T00:00:00+02:00", false)]
    [InlineData("days 1 1", "2024-04-01T12:00:00+02:00", "2024-03-31T00:00:00+01:00", true)]
    [InlineData("days 1 1", "2024-04-01T12:00:00+02:00", "2024-04-01T00:00:00+02:00", false)]
    [InlineData("days 0 0", "2024-10-27T12:00:00+01:00", "2024-10-27T00:00:00+02:00", true)]
    [InlineData("days 0 0", "2024-10-27T12:00:00+01:00", "2024-10-26T23:59:59.9999999+02:00", false)]
    [InlineData("days 0 0", "2024-10-27T12:00:00+01:00", "2024-10-27T23:59:59.9999999+01:00", true)]
    [InlineData("days 0 0", "2024-10-27T12:00:00+01:00", "2024-10-28T00:00:00+01:00", false)]
    [InlineData("last 1 month", "2024-04-15T12:00:00+02:00", "2024-03-15T12:00:00+01:00", false)] // the same clock, an hour more
    [InlineData("last 1 month", "2024-04-15T12:00:00+02:00", "2024-03-15T12:00:00.0000001+01:00", true)]
    [InlineData("last 2 month", "2024-05-31T02:30:00+02:00", "2024-03-31T03:30:00+02:00", false)] // 02:30 was not: moved by the gap
    [InlineData("last 2 month", "2024-05-31T02:30:00+02:00", "2024-03-31T03:30:00.0000001+02:00", true)]
    [InlineData("last 1 month", "2024-11-27T02:30:00+01:00", "2024-10-27T02:30:00+02:00", false)] // 02:30 was twice: the earlier one
    [InlineData("last 1 month", "2024-11-27T02:30:00+01:00", "2024-10-27T02:30:00.0000001+02:00", true)]
    [InlineData("next 1 month", "2024-09-27T02:30:00+02:00", "2024-10-27T02:30:00+02:00", true)]
    [InlineData("next 1 month", "2024-09-27T02:30:00+02:00", "2024-10-27T02:30:00.0000001+02:00", false)]
    public void Evaluate_DaylightSaving_MovesDatesButNotLengths(string window, string asOf, string instant, bool expected)
        => RequireOf(window, asOf, "Europe/Berlin", instant, expected);

    [Theory]
    [InlineData("days 0 0", "America/Havana", "2024-11-03T12:00:00-05:00", "2024-11-03T00:00:00-04:00", true)] // the first of two midnights
    [InlineData("days 0 0", "America/Havana", "2024-11-03T12:00:00-05:00", "2024-11-02T23:59:59.9999999-04:00", false)]
    [InlineData("days 0 0", "America/Sao_Paulo", "2018-11-04T12:00:00-02:00", "2018-11-04T01:00:00-02:00", true)] // no midnight
    [InlineData("days 0 0", "America/Sao_Paulo", "2018-11-04T12:00:00-02:00", "2018-11-03T23:59:59.9999999-03:00", false)]
    [InlineData("days 1 1", "Pacific/Apia", "2011-12-31T12:00:00+14:00", "2011-12-29T23:59:59.9999999-10:00", false)] // no 30 December
    [InlineData("days 1 1", "Pacific/Apia", "2011-12-31T12:00:00+14:00", "2011-12-31T00:00:00+14:00", false)]
    [InlineData("days 2 2", "Pacific/Apia", "2011-12-31T12:00:00+14:00", "2011-12-29T23:59:59.9999999-10:00", true)]
    public void Evaluate_DatesWithoutAPlainMidnight_BeginAtTheirFirstInstant(string window, string zone, string asOf, string instant, bool expected)
        => RequireOf(window, asOf, zone, instant, expected);

    [Theory] // as of 2024-03-31T12:00Z; a length beyond all instants is no limit
    [InlineData("last 2147483647 minute", "0001-01-01T00:00:00Z", true)] // 4,083 years
    [InlineData("last 2147483647 hour", "0001-01-01T00:00:00Z", true)]
    [InlineData("last 2147483647 day", "0001-01-01T00:00:00Z", true)]
    [InlineData("last 2147483647 week", "0001-01-01T00:00:00Z", true)]
    [InlineData("last 2147483647 month", "0001-01-01T00:00:00Z", true)]
    [InlineData("last 2147483647 year", "0001-01-01T00:00:00Z", true)]
    [InlineData("last 2147483647 week", "2024-03-31T12:00:00.0000001Z", false)]
    [InlineData("last 2147483647 year", "2024-03-31T12:00:00.0000001Z", false)]
    [InlineData("last 2024 year", "0001-01-01T00:00:00Z", true)] // the year before the first one
    [InlineData("last 2023 year", "0001-03-31T12:00:00Z", false)] // still in the calendar
    [InlineData("last 2023 year", "0001-03-31T12:00:00.0000001Z", true)]
    [InlineData("next 2147483647 minute", "9999-12-31T23:59:59.9999999Z", false)] // 4,083 years end in 6107
    [InlineData("next 2147483647 hour", "9999-12-31T23:59:59.9999999Z", true)]
    [InlineData("next 2147483647 day", "9999-12-31T23:59:59.9999999Z", true)]
    [InlineData("next 2147483647 week", "9999-12-31T23:59:59.9999999Z", true)]
    [InlineData("next 2147483647 month", "9999-12-31T23:59:59.9999999Z", true)]
    [InlineData("next 2147483647 year", "9999-12-31T23:59:59.9999999Z", true)]
    [InlineData("next 2147483647 week", "2024-03-31T12:00:00Z", false)]
    [InlineData("next 7975 year", "9999-03-31T12:00:00Z", true)]
    [InlineData("next 7975 year", "9999-03-31T12:00:00.0000001Z", false)]
    [InlineData("next 7976 year", "9999-12-31T23:59:59.9999999Z", true)]
    [InlineData("days 2147483647 0", "0001-01-01T00:00:00Z", true)]
    [InlineData("days 2147483647 1", "2024-03-31T00:00:00Z", false)]
    [InlineData("days 0 -2147483648", "9999-12-31T23:59:59.9999999Z", true)]
    [InlineData("days 0 -2147483648", "2024-03-30T23:59:59.9999999Z", false)]
    [InlineData("days 2147483647 2147483647", "0001-01-01T00:00:00Z", false)]
    [InlineData("days 2147483647 2147483646", "2024-03-31T12:00:00Z", false)]
    [InlineData("days -2147483647 -2147483648", "9999-12-31T23:59:59.9999999Z", false)]
    [InlineData("days 738975 738975", "0001-01-01T00:00:00Z", true)] // the first date there is
    [InlineData("days 738974 738974", "0001-01-01T23:59:59Z", false)]
    [InlineData("days 738976 738976", "0001-01-01T00:00:00Z", false)]
    [InlineData("days -2913083 -2913083", "9999-12-31T23:59:59.9999999Z", true)] // the last date there is
    [InlineData("days -2913083 -2913083", "9999-12-30T23:59:59.9999999Z", false)]
    [InlineData("days -2913084 -2913084", "9999-12-31T23:59:59.9999999Z", false)]
    [InlineData("from 0001-01-01T00:00:00Z 9999-12-31T23:59:59.9999999Z", "0001-01-01T00:00:00Z", true)]
    [InlineData("from 0001-01-01T00:00:00Z 9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z", false)]
    public void Evaluate_ExtremeLengths_DoNotOverflow(string window, string instant, bool expected)
        => RequireOf(window, "2024-03-31T12:00:00Z", "UTC", instant, expected);

    [Theory]
    [InlineData("last 1 minute", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", true)]
    [InlineData("last 1 month", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", true)]
    [InlineData("days 0 0", "0001-01-01T00:00:00Z", "0001-01-01T23:59:59.9999999Z", true)]
    [InlineData("days 2 1", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", false)]
    [InlineData("next 1 day", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", false)]
    [InlineData("next 1 day", "0001-01-01T00:00:00Z", "0001-01-02T00:00:00Z", true)]
    [InlineData("next 1 day", "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z", false)]
    [InlineData("next 1 year", "9999-12-31T23:59:59.9999998Z", "9999-12-31T23:59:59.9999999Z", true)]
    [InlineData("last 1 day", "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z", true)]
    [InlineData("days 0 0", "9999-12-31T23:59:59.9999999Z", "9999-12-31T00:00:00Z", true)]
    [InlineData("days -1 -1", "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z", false)]
    public void Evaluate_AtTheEndsOfTime_DoesNotOverflow(string window, string asOf, string instant, bool expected)
        => RequireOf(window, asOf, "UTC", instant, expected);

    [Theory] // a date stands for its local midnight
    [InlineData("last 1 day", "2024-03-31T00:00:00+08:00", "+08:00", "2024-03-31", true)]
    [InlineData("last 1 day", "2024-03-31T00:00:00+08:00", "+08:00", "2024-03-30", false)]
    [InlineData("last 12 hour", "2024-03-31T12:00:00+08:00", "+08:00", "2024-03-31", false)]
    [InlineData("last 13 hour", "2024-03-31T12:00:00+08:00", "+08:00", "2024-03-31", true)]
    [InlineData("next 12 hour", "2024-03-31T12:00:00+08:00", "+08:00", "2024-04-01", true)]
    [InlineData("next 11 hour", "2024-03-31T12:00:00+08:00", "+08:00", "2024-04-01", false)]
    [InlineData("next 1 day", "2024-03-31T12:00:00+08:00", "+08:00", "2024-03-31", false)]
    [InlineData("last 1 month", "2024-03-31T12:00:00+08:00", "+08:00", "2024-02-29", false)]
    [InlineData("last 1 month", "2024-03-31T12:00:00+08:00", "+08:00", "2024-03-01", true)]
    [InlineData("days 0 0", "2024-03-31T12:00:00+08:00", "+08:00", "2024-03-31", true)]
    [InlineData("days 0 0", "2024-03-31T12:00:00+08:00", "+08:00", "2024-04-01", false)]
    [InlineData("days 0 0", "2024-03-31T20:00:00Z", "+08:00", "2024-04-01", true)] // today in the zone
    [InlineData("days 0 0", "2024-03-31T12:00:00+02:00", "Europe/Berlin", "2024-03-31", true)]
    [InlineData("last 12 hour", "2024-03-31T12:00:00+02:00", "Europe/Berlin", "2024-03-31", true)] // midnight was 11 hours ago
    [InlineData("last 11 hour", "2024-03-31T12:00:00+02:00", "Europe/Berlin", "2024-03-31", false)]
    [InlineData("last 12 hour", "2024-10-27T12:00:00+01:00", "Europe/Berlin", "2024-10-27", false)] // 13 hours ago
    [InlineData("last 14 hour", "2024-10-27T12:00:00+01:00", "Europe/Berlin", "2024-10-27", true)]
    [InlineData("from 2018-11-04T01:00:00-02:00 2018-11-04T01:00:01-02:00", "2018-11-05T09:00:00-02:00", "America/Sao_Paulo", "2018-11-04", true)] // there was no midnight
    [InlineData("from 2024-11-03T00:00:00-04:00 2024-11-03T00:00:01-04:00", "2024-11-03T12:00:00-05:00", "America/Havana", "2024-11-03", true)] // there were two
    [InlineData("from 2011-12-30T10:00:00Z 2011-12-30T10:00:01Z", "2011-12-31T10:00:00+14:00", "Pacific/Apia", "2011-12-30", true)] // no such date: moved by the gap of a day
    [InlineData("from 2011-12-30T10:00:00Z 2011-12-30T10:00:01Z", "2011-12-31T10:00:00+14:00", "Pacific/Apia", "2011-12-31", true)]
    [InlineData("from 2011-12-29T10:00:00Z 2011-12-30T10:00:00Z", "2011-12-31T10:00:00+14:00", "Pacific/Apia", "2011-12-30", false)]
    [InlineData("all", "2024-03-31T12:00:00+08:00", "+08:00", "0001-01-01", true)]
    [InlineData("all", "2024-03-31T12:00:00-05:00", "-05:00", "9999-12-31", true)]
    [InlineData("last 2147483647 year", "2024-03-31T12:00:00+08:00", "+08:00", "0001-01-01", true)] // a midnight before the first instant of UTC
    [InlineData("last 2147483647 day", "2024-03-31T12:00:00+08:00", "+08:00", "0001-01-01", true)]
    [InlineData("next 2147483647 year", "2024-03-31T12:00:00-05:00", "-05:00", "9999-12-31", true)]
    [InlineData("next 2147483647 day", "2024-03-31T12:00:00-05:00", "-05:00", "9999-12-31", true)]
    [InlineData("days 2147483647 0", "2024-03-31T12:00:00+08:00", "+08:00", "0001-01-01", true)]
    [InlineData("days 738975 738975", "2024-03-31T12:00:00+08:00", "+08:00", "0001-01-01", true)]
    [InlineData("days 738974 738974", "2024-03-31T12:00:00+08:00", "+08:00", "0001-01-02", true)]
    [InlineData("days 738974 738974", "2024-03-31T12:00:00+08:00", "+08:00", "0001-01-01", false)]
    [InlineData("days -2913083 -2913083", "2024-03-31T12:00:00-05:00", "-05:00", "9999-12-31", true)]
    [InlineData("days 0 -2147483648", "2024-03-31T12:00:00-05:00", "-05:00", "9999-12-31", true)]
    public void Evaluate_Dates_StandForTheirMidnight(string window, string asOf, string zone, string date, bool expected)
    {
        RowTable table = RowTable.Of(Field.Date("on"), DateOnly.Parse(date, CultureInfo.InvariantCulture));
        Assert.Equal(expected, IsMember(new InWindow { Field = "on", Window = Window(window) }, table.ToUsers(), Context(Instant(asOf), zone)));
    }

    [Theory]
    [InlineData("last 1 day")]
    [InlineData("next 1 year")]
    [InlineData("days 0 0")]
    [InlineData("from 2024-03-01T00:00:00Z 2024-03-02T00:00:00Z")]
    [InlineData("all")] // whatever the window
    public void Evaluate_MissingAttribute_IsUncertain(string window)
    {
        UserOpsDataset data = new RowTable([Field.Date("on"), Field.Instant("at")], [[null, null]]).ToUsers();
        foreach (string field in (string[])["on", "at"])
        {
            Audience audience = new SegmentModel(new InWindow { Field = field, Window = Window(window) }).Evaluate(data, Context(Instant("2024-03-31T12:00:00Z"), "UTC"));
            Assert.Equal((0, 1), (audience.LowerSize, audience.UpperSize));
        }
    }

    private static void RequireOf(string window, string asOf, string zone, string instant, bool expected)
        => RequireOf(window, Instant(asOf), zone, Instant(instant), expected);

    /// <summary>Asks for an attribute at the instant, and for an event there, which is not seen when it is later than the evaluation.</summary>
    private static void RequireOf(string window, DateTimeOffset asOf, string zone, DateTimeOffset instant, bool expected)
    {
        var at = Field.Instant("at");
        bool isEvent = instant >= DateTimeOffset.UnixEpoch; // earlier ones are refused as such
        UserOpsDataset data = new UserOpsDatasetBuilder(new IngestOptions { OnBadRow = OnBadRow.Throw })
            .AddUsers(["u"], users => users.User(id => id).With(at, _ => (DateTimeOffset?)instant))
            .AddEvents(isEvent ? ["u"] : Array.Empty<string>(), events => events.User(id => id).At(_ => instant).Named("e"))
            .Build();
        EvaluationContext context = Context(asOf, zone);
        var happened = new EventCount { Event = "e", Window = Window(window), Comparison = Comparison.EqualTo, Count = 1 };
        Assert.True(expected == IsMember(new InWindow { Field = "at", Window = Window(window) }, data, context), $"an attribute at {instant:O}");
        Assert.True((expected && isEvent && instant <= asOf) == IsMember(happened, data, context), $"an event at {instant:O}");
    }

    private static bool IsMember(SegmentRule rule, UserOpsDataset data, EvaluationContext context)
    {
        Audience audience = new SegmentModel(rule).Evaluate(data, context);
        Assert.Equal(0, audience.Uncertain.Count);
        return audience.Members.Count == 1;
    }

    private static EvaluationContext Context(DateTimeOffset asOf, string zone) => new() { AsOf = asOf, Zone = Zone(zone) };

    private static TimeZoneInfo Zone(string id) => id is "UTC" ? TimeZoneInfo.Utc
        : id[0] is not ('+' or '-') ? TimeZoneInfo.FindSystemTimeZoneById(id)
        : TimeZoneInfo.CreateCustomTimeZone(id, TimeSpan.Parse(id.TrimStart('+') + ":00", CultureInfo.InvariantCulture), id, id);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static TimeWindow Window(string text) => text.Split(' ') switch
    {
        ["all"] => TimeWindow.All,
        ["last", var amount, var unit] => TimeWindow.InLast(Whole(amount), Enum.Parse<WindowUnit>(unit, ignoreCase: true)),
        ["next", var amount, var unit] => TimeWindow.InNext(Whole(amount), Enum.Parse<WindowUnit>(unit, ignoreCase: true)),
        ["days", var from, var to] => TimeWindow.Days(Whole(from), Whole(to)),
        ["from", var from, var to] => TimeWindow.Between(Instant(from), Instant(to)),
        _ => throw new FormatException(text),
    };

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
