namespace UserOps.Models.Tests.Numerics;

public class RandomVariatesTests
{
    private const int Draws = 200_000;

    [Theory]
    [InlineData(0.1, 2)]
    [InlineData(0.9, 0.5)]
    [InlineData(1, 1)]
    [InlineData(6.25, 3)]
    public void NextGamma_OfManyDraws_HasItsMeanAndVariance(double shape, double rate)
        => CheckMoments(random => random.NextGamma(shape, rate), shape / rate, shape / (rate * rate));

    [Theory]
    [InlineData(0.79, 2.43)]
    [InlineData(0.01, 0.04)]
    [InlineData(5, 1)]
    public void NextBeta_OfManyDraws_HasItsMeanAndVariance(double a, double b)
        => CheckMoments(random => random.NextBeta(a, b), a / (a + b), a * b / ((a + b) * (a + b) * (a + b + 1)));

    [Fact]
    public void NextExponential_OfManyDraws_HasItsMeanAndVariance() => CheckMoments(random => random.NextExponential(4), 0.25, 1.0 / 16);

    // Six standard errors of a mean; the variance, whose error depends on the fourth moment, within a twentieth.
    private static void CheckMoments(Func<Xoshiro256, double> draw, double mean, double variance)
    {
        var random = new Xoshiro256(7);
        double[] drawn = [.. Enumerable.Range(0, Draws).Select(_ => draw(random))];
        double average = drawn.Average();
        Assert.All(drawn, value => Assert.True(double.IsFinite(value) && value >= 0));
        Assert.InRange(average, mean - 6 * Math.Sqrt(variance / Draws), mean + 6 * Math.Sqrt(variance / Draws));
        Assert.InRange(drawn.Average(value => (value - average) * (value - average)) / variance, 0.95, 1.05);
    }
}
