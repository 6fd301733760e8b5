namespace UserOps.Models.Tests.Numerics;

public class RisingFactorialTests
{
    [Theory] // start, count; sums of the logarithms, of inverses, of their squares, of j / (start + j)^2, each term by term with 40 digits or an exact sum
    [InlineData(0.001, 100_000, 1051280.813307692, 1012.0884924067723, 1000001.6425231958, 12.086849883576427)]
    [InlineData(3.7, 100_000, 1051328.8787755, 10.345803925100894, 0.31002785799002813, 9.19870085053779)]
    [InlineData(1e9, 5_000, 103616.34168221123, 4.999987502541654e-06, 4.999975005124962e-15, 1.249741669213356e-11)]
    public void Sums_OfMoreTermsThanAreAddedUp_KeepTheirDigits(double start, int count, double logs, double inverses, double squares, double spread)
    {
        var sums = new RisingSums(start);
        sums.AdvanceTo(count);
        AssertClose(logs, RisingFactorial.Log(start, count));
        AssertClose(logs, sums.Logs);
        AssertClose(inverses, sums.Inverses);
        AssertClose(squares, sums.InverseSquares);
        AssertClose(spread, sums.Spread, 1e-11);
    }

    [Fact]
    public void Sums_StepByStep_AreThoseOfOneJump()
    {
        var jump = new RisingSums(2.5);
        var steps = new RisingSums(2.5);
        for (int count = 0; count <= 9_000; count += 1_000)
        {
            steps.AdvanceTo(count);
        }

        jump.AdvanceTo(9_000);
        AssertClose(steps.Logs, jump.Logs);
        AssertClose(steps.Spread, jump.Spread);
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-9)]
    [InlineData(0.0099999)]
    [InlineData(0.0100001)]
    [InlineData(4)]
    public void LogOnePlusLess_OnBothSidesOfItsSeries_IsTheIntegral(double x)
    {
        // ln(1 + x) - x is minus the integral of t / (1 + t), here by Simpson's rule over 2,000 parts.
        double sum = 0;
        for (int i = 0; i <= 2_000; i++)
        {
            double t = x * i / 2_000;
            sum += (i is 0 or 2_000 ? 1 : i % 2 == 1 ? 4 : 2) * (t / (1 + t));
        }

        double expected = -sum * (x / 6_000);
        Assert.Equal(expected, NearZero.LogOnePlusLess(x), 1e-12 * Math.Abs(expected));
    }

    private static void AssertClose(double expected, double actual, double relative = 2e-14) => Assert.Equal(expected, actual, relative * Math.Abs(expected));
}
