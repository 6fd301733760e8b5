using MathNet.Numerics.LinearAlgebra;
using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

public class ProportionalHazardsTestTests
{
    [Theory]
    [InlineData(ProportionalHazardsTransform.Identity, CoxTies.Efron)]
    [InlineData(ProportionalHazardsTransform.Identity, CoxTies.Breslow)]
    [InlineData(ProportionalHazardsTransform.Log, CoxTies.Efron)]
    [InlineData(ProportionalHazardsTransform.Rank, CoxTies.Efron)]
    [InlineData(ProportionalHazardsTransform.KaplanMeier, CoxTies.Breslow)]
    public void Test_RandomTables_IsTheScoreTestOfTheLikelihoodOverTime(ProportionalHazardsTransform transform, CoxTies ties)
    {
        for (long seed = 0; seed < 5; seed++)
        {
            SurvivalTable table = RandomSurvivalTables.Draw(seed, 60, 2, hasEntries: true, hasWeights: true, strata: 2);
            CoxModel model = CoxModel.Fit(table, new() { Ties = ties });
            ProportionalHazardsTest test = model.TestProportionalHazards(table, transform);
            Func<double, double> function = FunctionOf(transform, table);
            double[] at = [.. model.Coefficients.Select(one => one.Estimate.Value!.Value), 0, 0];
            double Twin(double[] coefficients) => TwinCox.LogLikelihoodOverTime(table, ties, coefficients, function);
            double[] gradient = Derivatives.Gradient(Twin, at);
            double[] hessian = Derivatives.Hessian(Twin, at);
            Derivatives.AssertClose(Score(gradient, hessian, [0, 1, 2]), test.Covariates[0].Test!.Value.Statistic, 1e-4);
            Derivatives.AssertClose(Score(gradient, hessian, [0, 1, 3]), test.Covariates[1].Test!.Value.Statistic, 1e-4);
            Derivatives.AssertClose(Score(gradient, hessian, [0, 1, 2, 3]), test.Global!.Value.Statistic, 1e-4);
            Assert.Equal((1, 2), (test.Covariates[0].Test!.Value.DegreesOfFreedom, test.Global.Value.DegreesOfFreedom));
        }
    }

    [Fact]
    public void Test_CoefficientThatTurns_IsFound()
    {
        var chance = new Xoshiro256(5);
        double[] group = [.. Enumerable.Range(0, 2000).Select(_ => (double)chance.NextInt32(2))];
        double[] steady = [.. group.Select(_ => chance.NextNormal())];

        // In group 1 the hazard is thrice that of group 0 until time 0.5, and a third of it afterwards.
        double[] times = [.. group.Select((one, i) =>
        {
            double hazard = -Math.Log(1 - chance.NextDouble()) / Math.Exp(0.5 * steady[i]);
            return one == 0 ? hazard : hazard < 1.5 ? hazard / 3 : 0.5 + (hazard - 1.5) * 3;
        })];
        SurvivalTable table = RandomSurvivalTables.Of(times, [.. times.Select(_ => 1)], ("group", group), ("steady", steady));
        ProportionalHazardsTest test = CoxModel.Fit(table).TestProportionalHazards(table, ProportionalHazardsTransform.KaplanMeier);
        Assert.True(test.Covariates[0].Test!.Value.PValue < 1e-6);
        Assert.True(test.Covariates[1].Test!.Value.PValue > 0.001);
        Assert.True(test.Global!.Value.PValue < 1e-6);
        Assert.Equal(test, UserOpsJson.Deserialize<ProportionalHazardsTest>(UserOpsJson.Serialize(test)));
    }

    [Fact]
    public void Test_OneEventTime_CannotTell()
    {
        SurvivalTable table = RandomSurvivalTables.Of([1, 1, 1, 2, 2], [1, 1, 0, 0, 0], ("x", [1, 0, 0.5, 0.3, 0.7]));
        ProportionalHazardsTest test = CoxModel.Fit(table).TestProportionalHazards(table);
        Assert.Null(test.Covariates[0].Test);
        Assert.Null(test.Global);
    }

    [Fact]
    public void Test_WhatCannotBeTested_IsRefused()
    {
        SurvivalTable table = RandomSurvivalTables.Draw(2);
        Assert.Throws<InvalidOperationException>(() => CoxModel.Fit(table, new() { Penalty = 1 }).TestProportionalHazards(table));
        Assert.Throws<InvalidOperationException>(() => CoxModel.Fit(table, new() { Ties = CoxTies.Exact }).TestProportionalHazards(table));
        Assert.Throws<ArgumentException>(() => CoxModel.Fit(table).TestProportionalHazards(table, (ProportionalHazardsTransform)9));
        SurvivalTable atZero = RandomSurvivalTables.Of([0, 1, 2, 3, 4], [1, 1, 1, 0, 1], ("x", [1, 0, 0.5, 0.3, 0.7]));
        Assert.Throws<ArgumentException>(() => CoxModel.Fit(atZero).TestProportionalHazards(atZero, ProportionalHazardsTransform.Log));
    }

    private static double Score(double[] gradient, double[] hessian, int[] kept)
    {
        Vector<double> slope = Vector<double>.Build.Dense(kept.Length, i => kept[i] < 2 ? 0 : gradient[kept[i]]);
        Matrix<double> information = Matrix<double>.Build.Dense(kept.Length, kept.Length, (i, j) => -hessian[kept[i] * 4 + kept[j]]);
        return slope * information.Solve(slope);
    }

    private static Func<double, double> FunctionOf(ProportionalHazardsTransform transform, SurvivalTable table)
    {
        int[] rows = [.. Enumerable.Range(0, table.Count)];
        double[] ends = [.. rows.Where(row => table.Events[row]).SelectMany(row => Enumerable.Repeat(table.Times[row], (int)table.Weights[row]))];
        return transform switch
        {
            ProportionalHazardsTransform.Identity => time => time - 4,
            ProportionalHazardsTransform.Log => Math.Log,
            ProportionalHazardsTransform.Rank => time => (ends.Count(end => end < time) + ends.Count(end => end <= time)) / 2.0 / ends.Length,
            _ => time => ends.Where(end => end < time).Distinct().Aggregate(1.0, (survival, end) => survival
                * (1 - ends.Count(other => other == end) / rows.Where(row => table.Entries[row] < end && table.Times[row] >= end).Sum(row => table.Weights[row]))),
        };
    }
}
