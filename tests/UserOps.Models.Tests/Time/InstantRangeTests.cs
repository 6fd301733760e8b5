namespace UserOps.Models.Tests.Time;

public class InstantRangeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void Contains_AnInstant_TakesTheStartInAndTheEndNot(int ticks, bool expected)
        => Assert.Equal(expected, new InstantRange(Noon, Noon.AddTicks(10)).Contains(Noon.AddTicks(ticks)));

    [Fact]
    public void Default_HoldsEveryInstant()
    {
        InstantRange everything = default;
        Assert.True(everything.Contains(DateTimeOffset.MinValue));
        Assert.True(everything.Contains(DateTimeOffset.MaxValue));
        Assert.False(everything.IsEmpty);
        Assert.Equal("[.., ..)", everything.ToString());
    }

    [Fact]
    public void IsEmpty_EndNotAfterStart_IsTrue()
    {
        Assert.True(new InstantRange(Noon, Noon).IsEmpty);
        Assert.True(new InstantRange(Noon, Noon.AddTicks(-1)).IsEmpty);
        Assert.True(new InstantRange(to: DateTimeOffset.MinValue).IsEmpty);
        Assert.False(new InstantRange(DateTimeOffset.MaxValue).IsEmpty);
        Assert.False(new InstantRange(Noon, Noon.AddTicks(1)).IsEmpty);
    }

    [Fact]
    public void Days_OfLocalDates_BeginAndEndAtTheirFirstInstants()
    {
        InstantRange march = InstantRange.Days(new(2026, 3, 1), new(2026, 4, 1), NamedZones.Find("America/Los_Angeles"));
        Assert.Equal("[2026-03-01T00:00:00.0000000-08:00, 2026-04-01T00:00:00.0000000-07:00)", march.ToString());
        Assert.True(InstantRange.Days(new(2026, 4, 1), new(2026, 3, 1), TimeZoneInfo.Utc).IsEmpty);
        Assert.True(InstantRange.Days(new(2011, 12, 30), new(2011, 12, 31), NamedZones.Find("Pacific/Apia")).IsEmpty);
    }
}
