using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class LifetimeValueTests
{
    [Theory] // retention, discount -> the sum, term by term, with the first margin now and one period later
    [InlineData(0.8, 0.1)]
    [InlineData(0.0, 0.1)]
    [InlineData(1.0, 0.01)]
    [InlineData(0.999999, 0.0)]
    [InlineData(1.0, 1e-9)]
    [InlineData(1.0, 0.0)]
    [InlineData(0.3, 2.5)]
    public void Of_AnyHorizon_IsTheSumOfItsTerms(double retention, double discount)
    {
        foreach (int periods in (int[])[0, 1, 2, 3, 100, 5_000])
        {
            (double now, double later) = (0, 0);
            for (int i = 0; i < periods; i++)
            {
                now += 20 * Math.Pow(retention / (1 + discount), i);
                later += 20 * Math.Pow(retention / (1 + discount), i + 1);
            }

            Assert.Equal(now, LifetimeValue.Of(20, retention, discount, MarginTiming.Now, periods), 1e-11 * (1 + now));
            Assert.Equal(later, LifetimeValue.Of(20, retention, discount, MarginTiming.AfterOnePeriod, periods), 1e-11 * (1 + later));
        }
    }

    [Theory]
    [InlineData(20, 1, 0, double.PositiveInfinity)] // r = 1 + d
    [InlineData(-20, 1, 0, double.NegativeInfinity)]
    [InlineData(0, 1, 0, 0)]
    [InlineData(20, 0.8, 0.1, 73.333333333333333)]
    [InlineData(20, 0, 0, 20)]
    public void Of_ForEver_IsTheLimit(double margin, double retention, double discount, double expected)
        => Assert.Equal(expected, LifetimeValue.Of((decimal)margin, retention, discount, MarginTiming.Now), 1e-10);

    [Theory]
    [InlineData(1.1, 0.2, 0, "retention")] // above 1 is refused whatever the discount
    [InlineData(-0.1, 0.2, 0, "retention")]
    [InlineData(double.NaN, 0.2, 0, "retention")]
    [InlineData(0.5, -0.1, 0, "discountRate")]
    [InlineData(0.5, double.PositiveInfinity, 0, "discountRate")]
    [InlineData(0.5, 0.1, -1, "periods")]
    public void Of_WhatCannotBe_IsRefused(double retention, double discount, int periods, string parameter)
        => Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(() => LifetimeValue.Of(1, retention, discount, MarginTiming.Now, periods)).ParamName);

    [Fact]
    public void Of_UnknownTiming_IsRefused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => LifetimeValue.Of(1, 0.5, 0, (MarginTiming)2));
}
