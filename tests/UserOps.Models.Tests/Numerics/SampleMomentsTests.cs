namespace UserOps.Models.Tests.Numerics;

public class SampleMomentsTests
{
    [Fact]
    public void Of_FarFromZero_KeepsItsDigits()
    {
        SampleMoments moments = SampleMoments.Of([1e15 + 1, 1e15 + 2, 1e15 + 4]);
        Assert.Equal(3, moments.Count);
        Assert.Equal(Math.Sqrt(7.0 / 3), moments.StandardDeviation.Value!.Value, 1e-12);
        Assert.Equal((-4.0 / 3 * -1 / 3 + -1.0 / 3 * 5 / 3) / (14.0 / 3), moments.LagOneAutocorrelation.Value!.Value, 1e-12);
    }

    [Theory]
    [InlineData(new double[] { }, UndefinedReason.EmptyPopulation, UndefinedReason.TooFew, UndefinedReason.TooFew)]
    [InlineData(new double[] { 3 }, null, UndefinedReason.TooFew, UndefinedReason.TooFew)]
    [InlineData(new double[] { 0.1, 0.1, 0.1 }, null, null, UndefinedReason.ZeroBase)]
    [InlineData(new double[] { double.MaxValue, double.MaxValue }, UndefinedReason.NoSolution, UndefinedReason.NoSolution, UndefinedReason.NoSolution)]
    public void Of_FewOrEqual_SaysWhatThereIsNot(double[] values, UndefinedReason? mean, UndefinedReason? deviation, UndefinedReason? correlation)
    {
        SampleMoments moments = SampleMoments.Of(values);
        Assert.Equal((mean, deviation, correlation), (moments.Mean.Undefined, moments.StandardDeviation.Undefined, moments.LagOneAutocorrelation.Undefined));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Of_NoNumber_IsRefusedWithItsPlace(double value)
        => Assert.StartsWith("Value 1 is ", Assert.Throws<ArgumentException>(() => SampleMoments.Of([0, value])).Message, StringComparison.Ordinal);

    [Theory] // squares of such deviations are 0, or infinite
    [InlineData(1e-200)]
    [InlineData(1e-310)]
    [InlineData(1e200)]
    public void Of_DeviationsOfAnySize_KeepsThem(double size)
    {
        SampleMoments moments = SampleMoments.Of([0, size, size]);
        Assert.Equal(1, moments.StandardDeviation.Value!.Value / size * Math.Sqrt(3), 1e-10);
        Assert.Equal(-1.0 / 6, moments.LagOneAutocorrelation.Value!.Value, 1e-10);
    }

}
