using System.Globalization;

namespace UserOps.Models.Tests.Time;

public class LocalClockTests
{
    [Theory]
    [InlineData("Asia/Shanghai", "2026-03-30T16:00Z", "00:00")]
    [InlineData("Asia/Shanghai", "2026-03-30T15:59:59.9999999Z", "23:59:59.9999999")]
    [InlineData("America/Los_Angeles", "2026-03-08T10:00Z", "03:00")] // two hours after midnight
    [InlineData("America/Los_Angeles", "2026-11-01T09:30Z", "01:30")] // the second time
    [InlineData("-08:00", "0001-01-01T00:00Z", "16:00")]              // year 0 has clocks too
    [InlineData("Asia/Shanghai", "9999-12-31T23:00Z", "07:00")]
    public void TimesOfDay_AnInstant_IsWhatTheClockShows(string zone, string instant, string time)
    {
        var timeline = OffsetTimeline.Of(NamedZones.Find(zone));
        long ticks = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).UtcTicks;
        Assert.Equal(TimeSpan.Parse(time, CultureInfo.InvariantCulture).Ticks, TimeOfDay(timeline, ticks));
    }

    [Fact]
    public void TimesOfDay_ManyInstants_AreThoseOfEach()
    {
        var timeline = OffsetTimeline.Of(NamedZones.Find("Australia/Lord_Howe"));
        var random = new Xoshiro256(37);
        long[] instants = [.. Enumerable.Range(0, 5_000).Select(_ => new DateTime(2020, 1, 1).Ticks + (long)(random.NextDouble() * 3650 * TimeSpan.TicksPerDay))];
        long[] times = new long[instants.Length];
        LocalClock.TimesOfDay(timeline, instants, times);
        Assert.Equal(instants.Select(ticks => TimeOfDay(timeline, ticks)), times);
    }

    private static long TimeOfDay(OffsetTimeline timeline, long utcTicks)
    {
        Span<long> time = [0];
        LocalClock.TimesOfDay(timeline, [utcTicks], time);
        return time[0];
    }
}
