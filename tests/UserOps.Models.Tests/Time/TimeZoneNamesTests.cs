namespace UserOps.Models.Tests.Time;

public class TimeZoneNamesTests
{
    [Theory]
    [InlineData("+08:00", 480)]
    [InlineData("-03:30", -210)]
    [InlineData("+14:00", 840)]
    [InlineData("-14:00", -840)]
    [InlineData("UTC", 0)]
    public void TryFind_AnOffsetOrUtc_IsAZoneOfThatName(string name, int minutes)
    {
        Assert.True(TimeZoneNames.TryFind(name, out TimeZoneInfo? zone));
        Assert.Equal(TimeSpan.FromMinutes(minutes), zone.GetUtcOffset(DateTimeOffset.UnixEpoch));
        Assert.Equal(name, TimeZoneNames.Of(zone));
    }

    [Theory]
    [InlineData("")]
    [InlineData("08:00")]
    [InlineData("+8:00")]
    [InlineData("+08:60")]
    [InlineData("+14:01")]
    [InlineData("Nowhere/Land")]
    public void TryFind_AnythingElse_IsFalse(string name) => Assert.False(TimeZoneNames.TryFind(name, out _));

    [Theory]
    [InlineData("China Standard Time")]
    [InlineData("W. Europe Standard Time")]
    public void TryFind_AWindowsId_IsFalseOnEveryMachine(string name) => Assert.False(TimeZoneNames.TryFind(name, out _));

    // Whether the runtime knows Windows ids is the machine's: with ICU it does, in globalization-invariant mode it knows none.
    [Theory]
    [InlineData("China Standard Time", "Asia/Shanghai")]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    public void Of_AZoneFoundByItsWindowsId_IsItsIanaId(string windowsId, string expected)
    {
        bool known = TimeZoneInfo.TryConvertWindowsIdToIanaId(windowsId, out _);
        bool found = TimeZoneInfo.TryFindSystemTimeZoneById(windowsId, out TimeZoneInfo? zone);
        Assert.Equal(known || OperatingSystem.IsWindows(), found);
        if (known)
        {
            Assert.Equal(expected, TimeZoneNames.Of(zone!));
        }
        else if (found)
        {
            Assert.Throws<NotSupportedException>(() => TimeZoneNames.Of(zone!));
        }
    }

    [Fact]
    public void Of_ACustomZoneThatOnlyBorrowsAWindowsId_Throws()
    {
        TimeZoneInfo zone = TimeZoneInfo.CreateCustomTimeZone("China Standard Time", TimeSpan.FromHours(5), "x", "x");
        Assert.Throws<NotSupportedException>(() => TimeZoneNames.Of(zone));
    }

    [Fact]
    public void Of_ACustomZoneWithRules_Throws()
    {
        var error = Assert.Throws<NotSupportedException>(() => TimeZoneNames.Of(NamedZones.MadeByRules));
        Assert.StartsWith("The time zone 'made by rules' has no IANA id", error.Message, StringComparison.Ordinal);
    }
}
