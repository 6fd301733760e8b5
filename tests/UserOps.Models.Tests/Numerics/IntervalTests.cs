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
}
