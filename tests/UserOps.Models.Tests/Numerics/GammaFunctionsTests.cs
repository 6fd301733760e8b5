namespace UserOps.Models.Tests.Numerics;

public class GammaFunctionsTests
{
    [Theory] // Abramowitz and Stegun, tables 6.1 and 6.2; sums of reciprocals
    [InlineData(1, -0.57721566490153286, 1.6449340668482264)]
    [InlineData(0.5, -1.9635100260214235, 4.934802200544679)]
    [InlineData(2, 0.42278433509846714, 0.64493406684822644)]
    [InlineData(10, 2.2517525890667211, 0.10516633568168575)]
    public void Derivatives_AtTabulatedPlaces_AreThoseOfTheTable(double x, double digamma, double trigamma)
    {
        Assert.Equal(digamma, GammaFunctions.Digamma(x), 14);
        Assert.Equal(trigamma, GammaFunctions.Trigamma(x), 14);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(0.03)]
    [InlineData(7.5)]
    [InlineData(14.999)]
    [InlineData(15)]
    [InlineData(1234.5)]
    [InlineData(1e9)]
    public void Derivatives_OneFurther_FollowTheRecurrence(double x)
    {
        Near(GammaFunctions.Digamma(x) + 1 / x, GammaFunctions.Digamma(x + 1), 1 / x);
        Near(GammaFunctions.Trigamma(x) - 1 / (x * x), GammaFunctions.Trigamma(x + 1), 1 / (x * x));
        Near(GammaFunctions.LogGamma(x) + Math.Log(x), GammaFunctions.LogGamma(x + 1), Math.Abs(GammaFunctions.LogGamma(x)));
    }

    private static void Near(double expected, double actual, double scale)
        => Assert.True(Math.Abs(expected - actual) <= 4e-15 * (1 + Math.Abs(expected) + scale), $"{expected:R} and {actual:R}");
}
