namespace UserOps.Models.Tests.Numerics;

public class IntervalTests
{
    [Theory]
    [InlineData(0.2, true)]
    [InlineData(0.3, true)]
    [InlineData(0.4, true)]
    [InlineData(0.19, false)]
    [InlineData(0.41, false)]
    [InlineData(double.NaN, false)]
    public void Contains_ANumber_TakesBothEndsIn(double value, bool expected)
        => Assert.Equal(expected, new Interval(0.2, 0.4).Contains(value));

    [Theory]
    [InlineData(0.25, 0.5, "[0.25, 0.5]")]
    [InlineData(0, 1, "[0, 1]")]
    [InlineData(-0.0, 1.0 / 3, "[0, 0.333333]")]
    [InlineData(-2.0 / 3, 1234567.0000004, "[-0.666667, 1234567]")]
    [InlineData(0.001, 0.000999, "[0.001, 0.000999]")]
    [InlineData(1.0 / 3e9, 1e15, "[3.33333E-10, 1E+15]")]
    [InlineData(double.NegativeInfinity, double.NaN, "[-Infinity, NaN]")]
    public void ToString_InAnyCulture_IsReadable(double low, double high, string expected)
    {
        using var _ = new OtherCulture();
        Assert.Equal(expected, new Interval(low, high).ToString());
    }
}
