using UserOps.Models.Value;

namespace UserOps.Models.Tests.Numerics;

public class LogConcaveIntegralTests
{
    [Theory] // rate, from, to: the integral of e^(-rate v)
    [InlineData(0, 0, 3)]
    [InlineData(1e-9, 0, 500)]
    [InlineData(0.5, 0, 0.001)]
    [InlineData(400, 0, 2)]
    [InlineData(1e12, 0, 50)]
    [InlineData(-0.7, 0, 300)]
    [InlineData(-900, 0, 5)]
    public void LogOf_Exponential_IsTheClosedForm(double rate, double from, double to)
    {
        double expected = rate < 0
            ? -rate * to - Math.Log(-rate) + Math.Log(1 - Math.Exp(rate * (to - from)))
            : Math.Log((to - from) * NearZero.MeanDecay(rate * (to - from)));
        Assert.Equal(expected, LogConcaveIntegral.LogOf(new Exponential(rate), from, to), 1e-13 * (1 + Math.Abs(expected)));
    }

    [Theory] // mean, deviation: the normal density over the half line, whose peak may be anywhere and as narrow as it likes
    [InlineData(20, 1)]
    [InlineData(3, 1e-6)]
    [InlineData(1000, 30)]
    public void LogOf_NormalOverTheHalfLine_IsOne(double mean, double deviation)
        => Assert.Equal(0, LogConcaveIntegral.LogOf(new Bell(mean, deviation), 0, double.PositiveInfinity), 1e-9);

    [Fact]
    public void LogOf_IntervalWithoutLength_IsNothing()
        => Assert.Equal(double.NegativeInfinity, LogConcaveIntegral.LogOf(new Exponential(1), 2, 2));

    [Fact]
    public void LogOf_AnyDensityOfLeaving_IsTheSameOverPanelsSixteenTimesAsFine()
    {
        var random = new Xoshiro256(5);
        for (int i = 0; i < 3_000; i++)
        {
            int zeros = random.NextInt32(3) == 0 ? random.NextInt32(300) : 0;
            var density = new LeavingDensity(zeros, zeros + Spread(random, 6) - 0.9, Spread(random, 7), Math.Min(1, Spread(random, 9)));
            double to = Spread(random, 2.5);
            double found = LogConcaveIntegral.LogOf(density, 0, to);
            Assert.Equal(Fine(density, to), found, 1e-13 * (10 + Math.Abs(found)));
        }
    }

    [Theory] // e^(-(s - 1) v - depth (e^v - 1)) over the half line: for s = 2, 1 and 0 in exponential integrals, by forty digits
    [InlineData(0, 0.5, 2)]
    [InlineData(1, 0.5, 0.92291063248373047)]
    [InlineData(2, 0.5, 0.53854468375813477)]
    public void LogOf_DiscountedStay_IsTheExponentialIntegral(double shape, double depth, double expected)
        => Assert.Equal(Math.Log(expected), LogConcaveIntegral.LogOf(new DiscountedStay(shape, depth), 0, double.PositiveInfinity), 1e-13);

    [Fact]
    public void Sum_OfLogarithmsNoDoubleHolds_IsExact()
    {
        var sum = new LogSum(double.NegativeInfinity);
        Assert.Equal(double.NegativeInfinity, sum.Value);
        sum.Add(-2000);
        sum.Add(double.NegativeInfinity);
        sum.Add(5000 + Math.Log(2));
        sum.Add(5000);
        Assert.Equal(5000 + Math.Log(3), sum.Value, 1e-12);
    }

    [Theory]
    [InlineData(0.5, 5_000)] // by the product and by gamma
    [InlineData(3, 4_096)]
    public void RisingFactorial_LongProduct_IsTheRatioOfGamma(double start, int count)
    {
        double expected = Enumerable.Range(0, count).Sum(i => Math.Log(start + i));
        Assert.Equal(expected, RisingFactorial.Log(start, count), 1e-12 * expected);
    }

    private static double Spread(Xoshiro256 random, double reach) => Math.Exp((2 * random.NextDouble() - 1) * reach);

    private static double Fine(LeavingDensity density, double to)
    {
        var panels = new LogConcavePanels<LeavingDensity>(density, 0, to);
        double sum = 0;
        while (panels.MoveNext())
        {
            double half = panels.HalfWidth / 16;
            for (int part = 0; part < 16; part++)
            {
                double center = panels.Center + (2 * part - 15) * half;
                for (int i = 0; i < GaussLegendre.Nodes.Length; i++)
                {
                    sum += GaussLegendre.Weights[i] * half * Math.Exp(density.At(center + half * GaussLegendre.Nodes[i]) - panels.PeakValue);
                }
            }
        }

        return panels.PeakValue + Math.Log(sum);
    }

    private readonly record struct Exponential(double Rate) : ILogConcave
    {
        public double At(double place) => -Rate * place;

        public double SlopeAt(double place) => -Rate;
    }

    private readonly record struct Bell(double Mean, double Deviation) : ILogConcave
    {
        public double At(double place) => -0.5 * Math.Pow((place - Mean) / Deviation, 2) - Math.Log(Deviation * Math.Sqrt(2 * Math.PI));

        public double SlopeAt(double place) => -(place - Mean) / (Deviation * Deviation);
    }
}
