using System.Globalization;

namespace UserOps.Models.Tests.Time;

public class LocalTimeCursorTests
{
    [Theory] // zone, a local time that leaves the cursor behind a change, a local time shown on both sides of it, its earlier instant
    [InlineData("America/Los_Angeles", "2026-11-01T12:00", "2026-11-01T01:30", "2026-11-01T08:30Z")]
    [InlineData("America/Los_Angeles", "2026-10-31T12:00", "2026-11-01T01:30", "2026-11-01T08:30Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T12:00", "2026-04-05T01:45", "2026-04-04T14:45Z")]
    [InlineData("America/Havana", "2025-11-02T12:00", "2025-11-02T00:00", "2025-11-02T04:00Z")]
    [InlineData("America/St_Johns", "2009-11-01T12:00", "2009-10-31T23:30", "2009-11-01T02:00Z")]
    public void ToUtcTicks_FromEitherSideOfAChange_IsTheEarlierInstant(string zone, string before, string local, string instant)
    {
        var cursor = new LocalTimeCursor(NamedZones.Find(zone));
        cursor.ToUtcTicks(DateTime.Parse(before, CultureInfo.InvariantCulture));
        Assert.Equal(
            DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).UtcTicks,
            cursor.ToUtcTicks(DateTime.Parse(local, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Unspecified)]
    public void ToUtcTicks_OfAnyKind_ReadsTheClockTimeOnly(DateTimeKind kind)
        => Assert.Equal(
            new DateTime(2026, 3, 31, 4, 0, 0).Ticks,
            new LocalTimeCursor(NamedZones.EightEast).ToUtcTicks(new DateTime(2026, 3, 31, 12, 0, 0, kind)));
}
