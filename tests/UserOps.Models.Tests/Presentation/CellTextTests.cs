using UserOps.Models.Presentation;

namespace UserOps.Models.Tests.Presentation;

public sealed class CellTextTests
{
    [Theory]
    [InlineData(0L, "0")]
    [InlineData(999L, "999")]
    [InlineData(1_234_567L, "1,234,567")]
    [InlineData(-1_000L, "-1,000")]
    [InlineData(long.MinValue, "-9,223,372,036,854,775,808")]
    [InlineData(null, "-")]
    public void Count_Number_HasThousandsSeparators(long? count, string expected) => Assert.Equal(expected, CellText.Count(count));

    [Theory]
    [InlineData(0.1234, 1, "12.3%")]
    [InlineData(1.0, 0, "100%")]
    [InlineData(0.0, 2, "0.00%")]
    [InlineData(-0.0001, 1, "0.0%")]  // rounds to zero: no sign
    [InlineData(-0.25, 1, "-25.0%")]
    [InlineData(12.5, 0, "1,250%")]
    [InlineData(0.285, 0, "29%")]     // 0.285 * 100 is 28.499999999999996
    [InlineData(1e18, 1, "100,000,000,000,000,000,000.0%")]
    [InlineData(null, 1, "-")]
    public void Percent_Fraction_HasFixedDigits(double? fraction, int digits, string expected)
        => Assert.Equal(expected, CellText.Percent(fraction, digits));

    [Theory]
    [InlineData(1234.5, 2, "1,234.50")]
    [InlineData(0.5, 0, "1")]
    [InlineData(2.5, 0, "3")]
    [InlineData(-0.001, 2, "0.00")]
    [InlineData(1e15, 0, "1,000,000,000,000,000")]
    [InlineData(null, 2, "-")]
    public void Number_Double_HasFixedDigits(double? value, int digits, string expected)
        => Assert.Equal(expected, CellText.Number(value, digits));

    [Fact]
    public void Number_Decimal_HasFixedDigits()
    {
        Assert.Equal("1,234.50", CellText.Number(1234.5m));
        Assert.Equal("0.13", CellText.Number(0.125m));
        Assert.Equal("0.00", CellText.Number(-0.001m));
        Assert.Equal("-", CellText.Number((decimal?)null));
        Assert.Equal("79,228,162,514,264,337,593,543,950,335.00", CellText.Number(decimal.MaxValue));
    }

    [Theory]
    [InlineData(0L, "0.0s")]
    [InlineData(123_999_999L, "12.3s")]                 // cut off, not rounded
    [InlineData(-5_000_000L, "-0.5s")]
    [InlineData(-1L, "0.0s")]
    [InlineData(690_000_000L, "1m 09s")]
    [InlineData(75_000_000_000L, "2h 05m")]
    [InlineData(863_999_999_999L, "23h 59m")]
    [InlineData(864_000_000_000L, "1d 00h")]
    [InlineData(long.MaxValue, "10,675,199d 02h")]
    [InlineData(long.MinValue, "-10,675,199d 02h")]
    public void Duration_Ticks_ShowsTwoUnits(long ticks, string expected)
        => Assert.Equal(expected, CellText.Duration(new TimeSpan(ticks)));

    [Fact]
    public void Missing_Chosen_IsShown()
    {
        Assert.Equal("n/a", CellText.Count(null, "n/a"));
        Assert.Equal("无", CellText.Percent(null, missing: "无"));
        Assert.Equal("", CellText.Number((double?)null, missing: ""));
        Assert.Equal("never", CellText.Duration(null, "never"));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.MaxValue * 0.5)] // finite, but a hundred times it is not
    public void Percent_NotFinite_IsRefused(double fraction)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => CellText.Percent(fraction));
        Assert.StartsWith("A cell shows finite numbers; pass null for a value that does not exist.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(16)]
    public void Number_DigitsOutOfRange_IsRefused(int digits)
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(digits), () => CellText.Number(1.0, digits));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(digits), () => CellText.Number((decimal?)null, digits));
    }
}
