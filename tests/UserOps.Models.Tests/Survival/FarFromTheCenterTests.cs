using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

/// <summary>Numbers that no double holds: results say so, or are kept as logarithms; none is infinite and JSON takes them all.</summary>
public class FarFromTheCenterTests
{
    [Fact]
    public void Fit_WithARowFarBelowTheMeanThatEndsLast_PredictsForEverybody()
    {
        (double[] x, double[] times) = Drawn(7, 200);
        CoxModel near = CoxModel.Fit(Table(x, times));
        CoxModel model = CoxModel.Fit(Table([.. x, -1000], [.. times, 1000]));
        Assert.Equal(SurvivalFitStatus.Converged, model.Status);
        AssertNear(near.CumulativeHazard(0.2, [0.5]), model.CumulativeHazard(0.2, [0.5]));
        AssertNear(near.Survival(0.5, [0.9]), model.Survival(0.5, [0.9]));
        Assert.Equal(1, model.CumulativeHazard(1000, [-1000]), 1e-6); // alone at risk
        Assert.Equal(near.Quantile(0.5, [0.5]), model.Quantile(0.5, [0.5]));
        Assert.Equal(model.Parameters, UserOpsJson.Deserialize<CoxParameters>(UserOpsJson.Serialize(model.Parameters)));
        Assert.Contains("which no double holds", Assert.Throws<ArgumentException>(() => model.RiskScore(double.MaxValue)).Message);
        Assert.Contains("row 0", Assert.Throws<ArgumentException>(() => model.RiskScores(Table([double.MaxValue], [1]))).Message);
    }

    [Fact]
    public void Fit_WithAStratumFarAboveTheMean_KeepsItsSteps()
    {
        (double[] x, double[] times) = Drawn(7, 200);
        string[] strata = [.. x.Select((_, i) => i < 150 ? "near" : "far")];
        CoxModel near = CoxModel.Fit(Table(x, times, strata));
        CoxModel model = CoxModel.Fit(Table([.. x.Select((value, i) => i < 150 ? value : value + 1000)], times, strata));
        Assert.Equal(SurvivalFitStatus.Converged, model.Status);
        AssertNear(near.CumulativeHazard(0.3, [0.5], "near"), model.CumulativeHazard(0.3, [0.5], "near"));
        AssertNear(near.CumulativeHazard(0.3, [0.5], "far"), model.CumulativeHazard(0.3, [1000.5], "far"));
    }

    [Theory] // what varies by 1e-160 has variances beyond what a double holds: it says nothing
    [InlineData(1e-160)]
    [InlineData(1e-300)]
    public void Fit_OfACovariateThatHardlyVaries_IsNotIdentified(double unit)
    {
        (double[] x, double[] times) = Drawn(7, 50);
        SurvivalTable table = Table([.. x.Select(value => value * unit)], times);
        CoxModel cox = CoxModel.Fit(table);
        Assert.Equal((SurvivalFitStatus.NotIdentified, false), (cox.Status, cox.Coefficients[0].IsIdentified));
        Assert.Equal(SurvivalFitStatus.NotIdentified, AftModel.Fit(table).Status);
    }

    [Fact]
    public void HazardCurve_OfAFirstEndOfAlmostNoWeight_HasAFiniteLimit()
    {
        SurvivalTable table = new(new() { Times = [1, 2], Events = [true, true], Weights = [1e-6, 1] });
        HazardPoint point = new NelsonAalenModel().Evaluate(table).Curve.At(1);
        Assert.Equal(double.MaxValue, point.Interval.High);
        Assert.Equal(point, UserOpsJson.Deserialize<HazardPoint>(UserOpsJson.Serialize(point)));
    }

    [Fact]
    public void Ratios_BeyondWhatADoubleHolds_AreNoNumber()
    {
        var cox = new CoxCoefficient("x", 800, 1);
        Assert.Equal(UndefinedReason.NoSolution, cox.HazardRatio.Undefined);
        Assert.Equal(new Interval(double.MaxValue, double.MaxValue), cox.HazardRatioInterval());
        var aft = new AftCoefficient("x", 700, 10);
        Assert.Equal(Math.Exp(700), aft.TimeRatio.Value);
        Assert.Equal(UndefinedReason.NoSolution, (aft with { Estimate = 800 }).TimeRatio.Undefined);
        Assert.Equal(double.MaxValue, aft.TimeRatioInterval()!.Value.High);
    }

    [Theory]
    [InlineData(LifetimeFamily.LogNormal, 0, 40)]
    [InlineData(LifetimeFamily.Weibull, 0, 200)]
    [InlineData(LifetimeFamily.LogLogistic, 800, 0.5)]
    [InlineData(LifetimeFamily.Exponential, 800, 1)]
    public void Mean_BeyondWhatADoubleHolds_IsNoNumber(LifetimeFamily family, double location, double scale)
        => Assert.Equal(UndefinedReason.NoSolution, new LifetimeDistribution(family, location, scale).Mean.Undefined);

    private static void AssertNear(double expected, double actual) => Assert.InRange(actual, expected * (1 - 1e-6), expected * (1 + 1e-6));

    private static (double[] X, double[] Times) Drawn(long seed, int rows)
    {
        var random = new Xoshiro256(seed);
        double[] x = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble())];
        return (x, [.. x.Select(value => -Math.Log(1 - random.NextDouble()) * Math.Exp(-2 * value))]);
    }

    private static SurvivalTable Table(double[] x, double[] times, string[]? strata = null) => new(new()
    {
        Times = [.. times],
        Events = [.. times.Select(_ => true)],
        Strata = strata is null ? null : SurvivalLabels.Of(strata),
        Covariates = [new("x", [.. x])],
    });
}
