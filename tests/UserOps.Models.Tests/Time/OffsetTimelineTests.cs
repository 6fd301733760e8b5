using System.Globalization;

namespace UserOps.Models.Tests.Time;

public class OffsetTimelineTests
{
    private const long Quarter = 15 * TimeSpan.TicksPerMinute;

    [Theory] // zone, local time, instant
    [InlineData("Asia/Shanghai", "2026-03-31T08:00", "2026-03-31T00:00Z")]
    [InlineData("America/Los_Angeles", "2026-03-08T01:59:59", "2026-03-08T09:59:59Z")]
    [InlineData("America/Los_Angeles", "2026-03-08T02:00", "2026-03-08T10:00Z")]  // skipped: 03:00
    [InlineData("America/Los_Angeles", "2026-03-08T02:30", "2026-03-08T10:30Z")]  // skipped: 03:30
    [InlineData("America/Los_Angeles", "2026-03-08T03:30", "2026-03-08T10:30Z")]
    [InlineData("America/Los_Angeles", "2026-11-01T01:30", "2026-11-01T08:30Z")]  // twice: the earlier
    [InlineData("America/Los_Angeles", "2026-11-01T02:00", "2026-11-01T10:00Z")]
    [InlineData("Australia/Lord_Howe", "2025-10-05T02:15", "2025-10-04T15:45Z")]  // skipped: 02:45
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45Z")]  // twice
    [InlineData("America/Sao_Paulo", "2017-10-15T00:00", "2017-10-15T03:00Z")]    // skipped midnight: 01:00
    [InlineData("America/Havana", "2025-11-02T00:00", "2025-11-02T04:00Z")]       // two midnights: the first
    [InlineData("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00Z")]         // skipped date: noon of the 31st
    [InlineData("+08:00", "0001-01-01T00:00", "0001-01-01T00:00Z")]               // before the first instant there is
    [InlineData("America/Los_Angeles", "9999-12-31T23:00", "9999-12-31T23:59:59.9999999Z")]
    public void InstantOf_ALocalTime_IsTheEarlierOrBehindTheGap(string zone, string local, string instant)
    {
        TimeZoneInfo info = NamedZones.Find(zone);
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        long expected = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).UtcTicks;
        Assert.Equal(expected, OffsetTimeline.Of(info).InstantOf(time.Ticks));
        Assert.Equal(expected, new LocalTimeCursor(info).ToUtcTicks(time));
    }

    [Theory]
    [InlineData("America/Los_Angeles")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Pacific/Apia")]
    [InlineData("America/Havana")]
    [InlineData("America/St_Johns")]
    [InlineData("Europe/Dublin")]     // its winter time is the exception
    [InlineData("Africa/Casablanca")]
    public void InstantOf_AnyLocalTime_IsWhenTheClockShowsIt(string zone)
    {
        TimeZoneInfo info = NamedZones.Find(zone);
        var timeline = OffsetTimeline.Of(info);
        var cursor = new LocalTimeCursor(info);
        var random = new Xoshiro256(23);
        DateTime local = new(2009, 12, 1);
        for (int step = 0; step < 50_000; step++)
        {
            // Mostly onward by up to an hour and a half, so that every change is met; now and then a leap.
            local = random.NextInt32(12_500) == 0
                ? new DateTime(2009, 12, 1).AddMinutes(random.NextInt32(10 * 365 * 1440))
                : local.AddTicks(random.NextInt32(5400) * TimeSpan.TicksPerSecond);
            long expected = ByWalkingTheClock(info, local.Ticks);
            long fromTimeline = timeline.InstantOf(local.Ticks);
            long fromCursor = cursor.ToUtcTicks(local);
            if (fromTimeline != expected || fromCursor != expected)
            {
                Assert.Fail($"{zone} {local:O}: {new DateTime(fromTimeline):O} and {new DateTime(fromCursor):O}, not {new DateTime(expected):O}");
            }
        }
    }

    [Fact]
    public void At_EveryInstantOfAZone_HasTheOffsetOfTheZone()
    {
        var random = new Xoshiro256(29);
        foreach (TimeZoneInfo zone in (TimeZoneInfo[])[NamedZones.Find("Europe/London"), NamedZones.Find("Asia/Gaza"), NamedZones.MadeByRules, NamedZones.EightEast])
        {
            var timeline = OffsetTimeline.Of(zone);
            for (int trial = 0; trial < 20_000; trial++)
            {
                long ticks = trial % 4 == 0
                    ? (long)(random.NextDouble() * OffsetTimeline.EndOfTime)
                    : new DateTime(1960, 1, 1).Ticks + (long)(random.NextDouble() * 100 * 365 * TimeSpan.TicksPerDay);
                OffsetSpan span = timeline.At(ticks);
                Assert.True(span.Contains(ticks));
                Assert.Equal(OffsetAt(zone, ticks), span.Offset);
            }
        }
    }

    [Fact]
    public void At_FromManyThreadsAtOnce_IsTheSame()
    {
        // A zone object of its own, so that the threads meet blocks nobody has read.
        TimeZoneInfo rules = NamedZones.MadeByRules;
        TimeZoneInfo zone = TimeZoneInfo.CreateCustomTimeZone("fresh", rules.BaseUtcOffset, null, null, null, rules.GetAdjustmentRules());
        long from = new DateTime(1900, 1, 1).Ticks;
        Parallel.For(0, 20_000, i =>
        {
            long ticks = from + i % 500 * 100 * TimeSpan.TicksPerDay;
            Assert.Equal(OffsetAt(zone, ticks), OffsetTimeline.Of(zone).At(ticks).Offset);
        });
    }

    [Fact]
    public void At_TheBordersOfItsBlocks_HasNoHole()
    {
        var timeline = OffsetTimeline.Of(NamedZones.Find("America/Los_Angeles"));
        long from = new DateTime(1995, 1, 1).Ticks;
        for (OffsetSpan span = timeline.At(from); span.End < new DateTime(2045, 1, 1).Ticks;)
        {
            OffsetSpan next = timeline.At(span.End);
            Assert.Equal(span.End, next.Start);
            Assert.Equal(span, timeline.At(next.Start - 1));
            span = next;
        }
    }

    // From instants to the clock only: the framework's own way back is wrong beside some changes (Dublin, Casablanca, Apia).
    private static long ByWalkingTheClock(TimeZoneInfo zone, long local)
    {
        long[] walk = [.. Enumerable.Range(-26 * 4, 52 * 4).Select(quarter => local / Quarter * Quarter + quarter * Quarter)];
        long[] offsets = [.. walk.Select(ticks => OffsetAt(zone, ticks))];
        long[] shown = [.. offsets.Distinct().Select(offset => local - offset).Where(ticks => ticks + OffsetAt(zone, ticks) == local)];
        int beyond = Enumerable.Range(0, walk.Length).First(i => walk[i] + offsets[i] > local);
        return shown.Length > 0 ? shown.Min() : local - offsets[beyond - 1];
    }

    private static long OffsetAt(TimeZoneInfo zone, long ticks) => zone.GetUtcOffset(new DateTimeOffset(ticks, TimeSpan.Zero)).Ticks;
}
