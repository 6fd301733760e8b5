using Shouldly;

namespace UserOps.Models.Tests.Schema;

public class InstantTextTests
{
    [Theory]
    [InlineData("2026-03-01", "2026-03-01T00:00:00.0000000", null)]
    [InlineData("2026/03/01", "2026-03-01T00:00:00.0000000", null)]
    [InlineData("20260301", "2026-03-01T00:00:00.0000000", null)]
    [InlineData(" 2026-03-01 09:30 ", "2026-03-01T09:30:00.0000000", null)]
    [InlineData("2026-03-01T09:30:15", "2026-03-01T09:30:15.0000000", null)]
    [InlineData("2026-03-01T09:30:15.1", "2026-03-01T09:30:15.1000000", null)]
    [InlineData("2026-03-01T09:30:15.123456789", "2026-03-01T09:30:15.1234567", null)]
    [InlineData("2026-03-01T09:30:15Z", "2026-03-01T09:30:15.0000000", 0)]
    [InlineData("2026-03-01 09:30:15 +0800", "2026-03-01T09:30:15.0000000", 480)]
    [InlineData("2026-03-01T09:30-03:30", "2026-03-01T09:30:00.0000000", -210)]
    [InlineData("2026-03-01 09:30:00+00", "2026-03-01T09:30:00.0000000", 0)] // as PostgreSQL writes a timestamptz
    [InlineData("2026-03-01 09:30:00.5-03 ", "2026-03-01T09:30:00.5000000", -180)]
    [InlineData("2026-03-01 09:30 +14", "2026-03-01T09:30:00.0000000", 840)]
    [InlineData("2026-03-01T09:30+14:00", "2026-03-01T09:30:00.0000000", 840)]
    [InlineData("2026-03-01T09:30-1400", "2026-03-01T09:30:00.0000000", -840)]
    [InlineData("2026-03-01T09:30+13:59", "2026-03-01T09:30:00.0000000", 839)]
    [InlineData("2024-02-29", "2024-02-29T00:00:00.0000000", null)]
    public void TryParse_YearFirst_IsRead(string text, string local, int? offsetMinutes)
    {
        InstantText.TryParse(text, out long ticks, out long? offset).ShouldBeTrue();

        new DateTime(ticks).ToString("O", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(local);
        offset.ShouldBe(offsetMinutes * TimeSpan.TicksPerMinute);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-3-1")]
    [InlineData("2026-03/01")]
    [InlineData("2026-02-29")]
    [InlineData("0000-01-01")]
    [InlineData("01/03/2026")]
    [InlineData("2026-03-01T24:00")]
    [InlineData("2026-03-01T09:60")]
    [InlineData("2026-03-01T09:30:60")]
    [InlineData("2026-03-01T09:30:15.")]
    [InlineData("2026-03-01T9:30")]
    [InlineData("2026-03-01T09:30+15:00")]
    [InlineData("2026-03-01T09:30+14:01")]
    [InlineData("2026-03-01T09:30+14:59")]
    [InlineData("2026-03-01T09:30-1430")]
    [InlineData("2026-03-01T09:30+15")]
    [InlineData("2026-03-01T09:30+08:60")]
    [InlineData("2026-03-01T09:30+08:0")]
    [InlineData("2026-03-01T09:30+08:")]
    [InlineData("2026-03-01T09:30+080")]
    [InlineData("2026-03-01T09:30+8")]
    [InlineData("2026-03-01T09:30+")]
    [InlineData("2026-03-01T09:30Zx")]
    [InlineData("2026-03-01Z")]
    [InlineData("２０２６-03-01")] // full-width digits
    public void TryParse_AnythingElse_IsNot(string text) => InstantText.TryParse(text, out _, out _).ShouldBeFalse();
}
