using System.Globalization;

namespace UserOps.Models.Tests.Numerics;

public class RatioTests
{
    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(0, 4, 0.0)]
    [InlineData(1, 4, 0.25)]
    [InlineData(4, 4, 1.0)]
    [InlineData(long.MaxValue, long.MaxValue, 1.0)]
    public void Value_OfTwoCounts_IsTheirQuotientOrNothing(long numerator, long denominator, double? expected)
        => Assert.Equal(expected, new Ratio(numerator, denominator).Value);

    [Theory]
    [InlineData(-1, 1, "numerator")]
    [InlineData(2, 1, "numerator")]
    [InlineData(0, -1, "numerator")]
    [InlineData(-2, -1, "numerator")]
    public void Constructor_CountsThatCannotBe_Throws(long numerator, long denominator, string parameter)
        => Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(() => new Ratio(numerator, denominator)).ParamName);

    [Fact]
    public void Default_IsNoneOfNothing()
    {
        Assert.Equal(new Ratio(0, 0), default);
        Assert.Null(default(Ratio).Value);
        Assert.Null(default(Ratio).Wilson());
    }

    [Theory] // R. G. Newcombe, Statistics in Medicine 17, 1998, 857-872, table I, method 3; four decimals
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_At95Percent_IsNewcombesTable(long numerator, long denominator, double low, double high)
    {
        Interval interval = new Ratio(numerator, denominator).Wilson()!.Value;
        Assert.Equal(low, Math.Round(interval.Low, 4));
        Assert.Equal(high, Math.Round(interval.High, 4));
    }

    [Theory] // the formula of Wilson 1927 in 40-digit arithmetic
    [InlineData(1, 10, 0.95, 0.0178762130950729089, 0.404150026795238431)]
    [InlineData(5, 10, 0.95, 0.236593090512564015, 0.763406909487435985)]
    [InlineData(3, 7, 0.99, 0.11637368051613815, 0.810285095911612469)]
    [InlineData(1, 1_000_000_000_000, 0.95, 1.76524554935174777e-13, 5.66493426573650997e-12)] // the difference of the textbook loses this
    public void Wilson_AtSomeLevel_HasAllDigits(long numerator, long denominator, double level, double low, double high)
    {
        Interval interval = new Ratio(numerator, denominator).Wilson(level)!.Value;
        Assert.InRange(interval.Low / low, 1 - 1e-14, 1 + 1e-14);
        Assert.InRange(interval.High / high, 1 - 1e-14, 1 + 1e-14);
    }

    [Fact]
    public void Wilson_AnyCounts_HoldsTheRateAndIsExactAtTheEnds()
    {
        var random = new Xoshiro256(11);
        for (int trial = 0; trial < 20_000; trial++)
        {
            long denominator = 1 + (long)(random.NextUInt64() >> (1 + random.NextInt32(62)));
            long numerator = (trial % 4) switch
            {
                0 => 0,
                1 => denominator,
                _ => (long)(random.NextDouble() * denominator),
            };
            double level = 0.001 + 0.998 * random.NextDouble();
            var share = new Ratio(Math.Min(numerator, denominator), denominator);

            Interval interval = share.Wilson(level)!.Value;

            Assert.True(interval.Contains(share.Value!.Value), $"{share} at {level}: {interval}");
            Assert.True(0 <= interval.Low && interval.High <= 1, $"{share} at {level}: {interval}");
            Assert.Equal(share.Numerator == 0, interval.Low == 0);
            Assert.True(share.Numerator != denominator || interval.High == 1, $"{share} at {level}: {interval}");
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-0.5)]
    [InlineData(95.0)]
    [InlineData(double.NaN)]
    public void Wilson_LevelOutsideItsRange_Throws(double level)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => default(Ratio).Wilson(level));
        Assert.Equal("level", error.ParamName);
        Assert.StartsWith("A confidence level lies strictly between 0 and 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_UnderAnotherCulture_IsInvariant()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NegativeSign = "~", NumberDecimalSeparator = "," } };
        try
        {
            Assert.Equal("3 of 8", new Ratio(3, 8).ToString());
            Assert.Equal("[-0.25, 0.5]", new Interval(-0.25, 0.5).ToString());
            Assert.Equal("-1.5", ((Measure<double>)(-1.5)).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
