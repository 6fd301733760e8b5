using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

public class CoxModelTests
{
    [Theory]
    [InlineData(CoxTies.Efron)]
    [InlineData(CoxTies.Breslow)]
    [InlineData(CoxTies.Exact)]
    public void Fit_RandomTables_StandsWhereTheDefinitionIsHighest(CoxTies ties)
    {
        for (long seed = 0; seed < 10; seed++)
        {
            SurvivalTable table = RandomSurvivalTables.Draw(seed, ties == CoxTies.Exact ? 16 : 40, 2, hasEntries: true, hasWeights: ties != CoxTies.Exact, strata: 2);
            CoxModel model = CoxModel.Fit(table, new() { Ties = ties });
            if (model.Status != SurvivalFitStatus.Converged)
            {
                continue; // sixteen rows in two strata may well separate
            }

            double[] found = Estimates(model);
            double Twin(double[] coefficients) => TwinCox.LogLikelihood(table, ties, coefficients);
            double[] information = [.. Derivatives.Hessian(Twin, found).Select(second => -second)];
            double determinant = information[0] * information[3] - information[1] * information[2];
            Derivatives.AssertClose(Twin(found), model.Parameters.LogLikelihood, 1e-11);
            Derivatives.AssertClose(Twin([0, 0]), model.Parameters.LogLikelihoodNull, 1e-11);
            Derivatives.AssertClose([0, 0], Derivatives.Gradient(Twin, found), 1e-5);
            Derivatives.AssertClose(Math.Sqrt(information[3] / determinant), model.Coefficients[0].StandardError.Value!.Value, 1e-4);
            Derivatives.AssertClose(Math.Sqrt(information[0] / determinant), model.Coefficients[1].StandardError.Value!.Value, 1e-4);
        }
    }

    [Theory]
    [InlineData(CoxTies.Efron)]
    [InlineData(CoxTies.Breslow)]
    public void CumulativeHazard_RandomTables_IsTheDefinition(CoxTies ties)
    {
        for (long seed = 0; seed < 8; seed++)
        {
            SurvivalTable table = RandomSurvivalTables.Draw(seed, 40, 2, hasEntries: true, hasWeights: true, strata: 2);
            CoxModel model = CoxModel.Fit(table, new() { Ties = ties });
            double[] found = Estimates(model);
            double[] row = [1, 4.5];
            double risk = Math.Exp(found[0] * row[0] + found[1] * row[1]);
            for (int stratum = 0; stratum < 2; stratum++)
            {
                foreach (double time in new[] { 0.5, 1, 3, 3.5, 7, 100 })
                {
                    double expected = TwinCox.CumulativeHazard(table, ties, found, stratum, time) * risk;
                    string label = table.Strata!.Labels[stratum];
                    Derivatives.AssertClose(expected, model.CumulativeHazard(time, row, label), 1e-9);
                    Derivatives.AssertClose(Math.Exp(-expected), model.Survival(time, row, label), 1e-9);
                }
            }
        }
    }

    [Fact]
    public void Fit_WeightsByBreslow_IsTheFitOfTheRowsWrittenAsOften()
    {
        SurvivalTable table = RandomSurvivalTables.Draw(5, 40, 2, hasEntries: true, hasWeights: true);
        CoxModel weighted = CoxModel.Fit(table, new() { Ties = CoxTies.Breslow });
        CoxModel unfolded = CoxModel.Fit(RandomSurvivalTables.Unfolded(table), new() { Ties = CoxTies.Breslow });
        Derivatives.AssertClose(Estimates(unfolded), Estimates(weighted), 1e-9);
        Derivatives.AssertClose(unfolded.Parameters.LogLikelihood, weighted.Parameters.LogLikelihood, 1e-11);
        Assert.Equal(unfolded.Concordance, weighted.Concordance);
    }

    [Fact]
    public void Fit_RowsInAnotherOrder_IsTheSameFit()
    {
        SurvivalTable table = RandomSurvivalTables.Draw(6, 40, 2, hasEntries: true);
        CoxModel backwards = CoxModel.Fit(RandomSurvivalTables.Rows(table, [.. Enumerable.Range(0, table.Count).Reverse()]));
        Derivatives.AssertClose(Estimates(CoxModel.Fit(table)), Estimates(backwards), 1e-11);
    }

    [Theory] // added to each covariate | multiplied with
    [InlineData(1e9, 1)]
    [InlineData(0, 1e9)]
    [InlineData(0, 1e-9)]
    [InlineData(-1e12, 1e3)]
    [InlineData(0, 1e200)]
    public void Fit_OtherOriginOrUnit_MovesNothingButTheUnit(double offset, double unit)
    {
        // Sixteenths, so that the digits an offset leaves are those there were.
        SurvivalTable table = RandomSurvivalTables.Changed(RandomSurvivalTables.Draw(7, 60), (_, value) => Math.Round(value * 16) / 16);
        CoxModel plain = CoxModel.Fit(table);
        CoxModel moved = CoxModel.Fit(RandomSurvivalTables.Changed(table, (_, value) => value * unit + offset));
        Assert.Equal(SurvivalFitStatus.Converged, moved.Status);
        Derivatives.AssertClose(Estimates(plain), [.. Estimates(moved).Select(b => b * unit)], 1e-9);
        Derivatives.AssertClose(plain.Parameters.LogLikelihood, moved.Parameters.LogLikelihood, 1e-11);
        Derivatives.AssertClose(plain.Wald!.Value.Statistic, moved.Wald!.Value.Statistic, 1e-8);
        Derivatives.AssertClose(plain.Survival(3, [0, 5]), moved.Survival(3, [offset, 5 * unit + offset]), 1e-9);
    }

    /// <summary>One row far out holds nearly all information at the start and none at the maximum, which is there all the same.</summary>
    [Theory]
    [InlineData(1e3)]
    [InlineData(1e6)]
    public void Fit_OneRowFarOut_StillFindsTheMaximum(double far)
    {
        SurvivalTable table = RandomSurvivalTables.Draw(12, 60);
        int last = table.Times.IndexOf(table.Times.ToArray().Max());
        double[] values = table.Covariate(1).ToArray();
        values[last] = -far * Math.Sign(Estimates(CoxModel.Fit(table))[1]);
        SurvivalTable changed = new(new()
        {
            Times = [.. table.Times],
            Events = [.. table.Events.ToArray().Select((ended, row) => ended && row != last)],
            Covariates = [new("x0", [.. table.Covariate(0)]), new("x1", [.. values])],
        });
        CoxModel model = CoxModel.Fit(changed);
        Assert.Equal(SurvivalFitStatus.Converged, model.Status);
        Derivatives.AssertClose([0, 0], Derivatives.Gradient(b => TwinCox.LogLikelihood(changed, CoxTies.Efron, b), Estimates(model), 1e-7), 1e-4);
    }

    [Fact]
    public void Fit_SimulatedHazards_FindsTheCoefficients()
    {
        double[] truth = [0.5, -0.3, 0.2];
        var chance = new Xoshiro256(20260331);
        const int Rows = 20_000;
        double[][] columns = [.. truth.Select(_ => Enumerable.Range(0, Rows).Select(_ => chance.NextNormal()).ToArray())];
        double[] entries = [.. Enumerable.Range(0, Rows).Select(_ => chance.NextDouble() * 0.5)];
        double[] ends = [.. entries.Select((entry, row) => entry - Math.Log(1 - chance.NextDouble()) / Math.Exp(truth.Select((b, k) => b * columns[k][row]).Sum()))];
        double[] limits = [.. entries.Select(entry => entry + 2 * chance.NextDouble())];
        CoxModel model = CoxModel.Fit(new(new()
        {
            Times = [.. ends.Zip(limits, Math.Min)],
            Events = [.. ends.Zip(limits, (end, limit) => end <= limit)],
            Entries = [.. entries],
            Covariates = [.. columns.Select((column, k) => new SurvivalCovariate($"x{k}", [.. column]))],
        }));
        Assert.All(model.Coefficients.Zip(truth), pair =>
            Assert.InRange(pair.First.Estimate.Value!.Value, pair.Second - 4 * pair.First.StandardError.Value!.Value, pair.Second + 4 * pair.First.StandardError.Value!.Value));
        Derivatives.AssertClose(Math.Exp(-1), model.Survival(1, [0, 0, 0]), 0.02); // the hazard is 1 at all times
    }

    [Fact]
    public void Fit_Penalty_ShrinksAndIsTheMaximumOfThePenalizedDefinition()
    {
        SurvivalTable table = RandomSurvivalTables.Draw(8, 40);
        CoxModel model = CoxModel.Fit(table, new() { Penalty = 3 });
        double[] deviations = CoxRows.Of(table, [0, 1]).Covariates.Deviations;
        double Penalized(double[] b) => TwinCox.LogLikelihood(table, CoxTies.Efron, b) - 1.5 * b.Zip(deviations, (one, deviation) => one * one * deviation * deviation).Sum();
        Derivatives.AssertClose([0, 0], Derivatives.Gradient(Penalized, Estimates(model)), 1e-5);
        Derivatives.AssertClose(TwinCox.LogLikelihood(table, CoxTies.Efron, Estimates(model)), model.Parameters.LogLikelihood, 1e-11);
        Assert.True(Math.Abs(Estimates(model)[0]) < Math.Abs(Estimates(CoxModel.Fit(table))[0]));
        Assert.Null(model.LikelihoodRatio);
        Assert.Null(model.Score);
        Assert.Null(model.Wald);
    }

    [Fact]
    public void Score_OfTwoGroupsWithoutTies_IsTheLogRankStatistic()
    {
        SurvivalTable table = RandomSurvivalTables.Of([1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 0, 1, 1, 0, 1, 1], ("group", [1, 0, 1, 1, 0, 1, 0, 0]));

        // Observed less expected ends of group 1, and the variance, time by time.
        double expected = 4.0 / 8 + 3.0 / 7 + 2.0 / 5 + 1.0 / 4 + 0 + 0;
        double variance = 0.25 + 12.0 / 49 + 6.0 / 25 + 3.0 / 16;
        CoxModel model = CoxModel.Fit(table);
        Derivatives.AssertClose((2 - expected) * (2 - expected) / variance, model.Score!.Value.Statistic, 1e-12);
        Assert.Equal(1, model.Score.Value.DegreesOfFreedom);
    }

    private static double[] Estimates(CoxModel model) => [.. model.Coefficients.Select(one => one.Estimate.Value!.Value)];
}
