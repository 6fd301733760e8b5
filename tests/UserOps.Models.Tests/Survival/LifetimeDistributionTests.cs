using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

public class LifetimeDistributionTests
{
    public static TheoryData<LifetimeFamily, double, double> Distributions => new()
    {
        { LifetimeFamily.Exponential, 1.5, 1 },
        { LifetimeFamily.Weibull, 1.5, 0.4 },
        { LifetimeFamily.Weibull, -0.5, 1.7 },
        { LifetimeFamily.LogNormal, 0.7, 0.8 },
        { LifetimeFamily.LogLogistic, 0.7, 0.3 },
        { LifetimeFamily.LogLogistic, 0.7, 0.9 },
    };

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Functions_OfADistribution_AgreeWithTheTextbook(LifetimeFamily family, double location, double scale)
    {
        var distribution = new LifetimeDistribution(family, location, scale);
        foreach (double time in new[] { 0.01, 0.5, 1, 2, 7, 20 })
        {
            double survival = TwinAft.Survival(family, time, location, scale);
            Derivatives.AssertClose(survival, distribution.Survival(time), 1e-12);
            Derivatives.AssertClose(-Math.Log(survival), distribution.CumulativeHazard(time), 1e-9);
            Derivatives.AssertClose(TwinAft.Density(family, time, location, scale) / survival, distribution.Hazard(time), 1e-9);
        }

        foreach (double probability in new[] { 1e-9, 0.1, 0.5, 0.9, 0.999 })
        {
            Derivatives.AssertClose(1 - probability, distribution.Survival(distribution.Quantile(probability)), 1e-12);
        }

        Assert.Equal(1, distribution.Survival(0));
        Assert.Equal(0, distribution.Survival(double.PositiveInfinity));
        Assert.Equal(distribution, UserOpsJson.Deserialize<LifetimeDistribution>(UserOpsJson.Serialize(distribution)));
    }

    /// <summary>The mean is the area under the survival; over ln t, where the tails are short, but not for the heaviest.</summary>
    [Theory]
    [MemberData(nameof(Distributions))]
    public void Mean_OfADistribution_IsTheAreaUnderItsSurvival(LifetimeFamily family, double location, double scale)
    {
        var distribution = new LifetimeDistribution(family, location, scale);
        const double Step = 1e-3;
        double area = Enumerable.Range(-60_000, 360_000).Select(i => Math.Exp(i * Step)).Sum(time => distribution.Survival(time) * time * Step);
        Derivatives.AssertClose(area, distribution.Mean.Value!.Value, 1e-6);
    }

    [Theory] // the tail is too heavy for a mean
    [InlineData(1.0)]
    [InlineData(2.5)]
    public void Mean_OfAHeavyLogLogistic_IsUndefined(double scale) =>
        Assert.Equal(UndefinedReason.NoSolution, new LifetimeDistribution(LifetimeFamily.LogLogistic, 0, scale).Mean.Undefined);

    [Theory] // z | ln(1 - Phi(z)): by the C library's complementary error function; the last by the asymptotic series
    [InlineData(-10, -7.619853024160593e-24)]
    [InlineData(-1, -0.1727537790234499)]
    [InlineData(0, -0.6931471805599453)]
    [InlineData(1, -1.8410216450092634)]
    [InlineData(4.999, -15.059812373671575)]
    [InlineData(5.001, -15.070185381609438)]
    [InlineData(10, -53.23128515051246)]
    [InlineData(50, -1254.8313611394199)]
    public void LogSurvival_OfTheNormalTail_IsExact(double z, double expected) => Assert.Equal(expected, NormalTail.LogSurvival(z), 1e-13 * Math.Max(1e-20, Math.Abs(expected)));

    [Fact]
    public void LogSurvival_OfTheNormalTail_HasItsHazardAsSlope()
    {
        for (double z = -8; z < 60; z += 0.37)
        {
            double hazard = NormalTail.Hazard(z);
            Derivatives.AssertClose((NormalTail.LogSurvival(z - 1e-5) - NormalTail.LogSurvival(z + 1e-5)) / 2e-5, hazard, 1e-6);
            Derivatives.AssertClose((NormalTail.Hazard(z + 1e-5) - NormalTail.Hazard(z - 1e-5)) / 2e-5, hazard * NormalTail.HazardAbove(z, hazard), 1e-5);
        }
    }

    [Fact]
    public void Distribution_ThatCannotBe_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifetimeDistribution((LifetimeFamily)9, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifetimeDistribution(LifetimeFamily.Weibull, double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifetimeDistribution(LifetimeFamily.Weibull, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifetimeDistribution(LifetimeFamily.Exponential, 0, 2));
        var distribution = new LifetimeDistribution(LifetimeFamily.Weibull, 0, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => distribution.Survival(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => distribution.Survival(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => distribution.Hazard(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => distribution.Quantile(1));
    }
}
