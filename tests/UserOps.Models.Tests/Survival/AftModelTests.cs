using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

public class AftModelTests
{
    public static TheoryData<LifetimeFamily, bool> Families
    {
        get
        {
            var data = new TheoryData<LifetimeFamily, bool>();
            foreach (LifetimeFamily family in Enum.GetValues<LifetimeFamily>())
            {
                data.Add(family, false);
                data.Add(family, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Fit_RandomTables_StandsWhereTheDefinitionIsHighest(LifetimeFamily family, bool hasEntries)
    {
        for (long seed = 0; seed < 8; seed++)
        {
            SurvivalTable table = RandomSurvivalTables.Draw(seed, 60, 2, hasEntries, hasWeights: true);
            AftModel model = AftModel.Fit(table, new() { Family = family });
            Assert.Equal(SurvivalFitStatus.Converged, model.Status);
            double[] found = ParametersOf(model);
            double Twin(double[] parameters) => TwinAft.LogLikelihood(table, family, parameters);
            Derivatives.AssertClose(Twin(found), model.Parameters.LogLikelihood, 1e-10);
            Derivatives.AssertClose(new double[found.Length], Derivatives.Gradient(Twin, found, 1e-6), 1e-4);
            double[] information = [.. Derivatives.Hessian(Twin, found).Select(second => -second)];
            double[] variances = [.. MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowMajor(found.Length, found.Length, information).Inverse().Diagonal()];
            double[] errors = [.. model.Coefficients.Select(one => one.StandardError.Value!.Value), .. model.LogScaleStandardError.Value is { } error ? [error] : Array.Empty<double>()];
            Derivatives.AssertClose([.. variances.Select(Math.Sqrt)], errors, 1e-3);
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Fit_SimulatedLifetimes_FindsTheParameters(LifetimeFamily family, bool hasEntries)
    {
        var chance = new Xoshiro256(20260331);
        double scale = family == LifetimeFamily.Exponential ? 1 : 0.6;
        List<(double Time, bool Ended, double Entry, double X)> rows = [];
        while (rows.Count < 10_000)
        {
            double x = chance.NextNormal();
            double end = new LifetimeDistribution(family, 1 + 0.5 * x, scale).Quantile(chance.NextDouble() * 0.999999 + 5e-7);
            double entry = hasEntries ? 3 * chance.NextDouble() : 0;
            double limit = entry + 10 * chance.NextDouble();
            if (end > entry)
            {
                rows.Add((Math.Min(end, limit), end <= limit, entry, x));
            }
        }

        AftModel model = AftModel.Fit(new(new()
        {
            Times = [.. rows.Select(row => row.Time)],
            Events = [.. rows.Select(row => row.Ended)],
            Entries = hasEntries ? [.. rows.Select(row => row.Entry)] : default,
            Covariates = [new("x", [.. rows.Select(row => row.X)])],
        }), new() { Family = family });
        Assert.All(model.Coefficients.Zip([1, 0.5]), pair =>
            Assert.InRange(pair.First.Estimate.Value!.Value, pair.Second - 4 * pair.First.StandardError.Value!.Value, pair.Second + 4 * pair.First.StandardError.Value!.Value));
        Derivatives.AssertClose(scale, model.Scale.Value!.Value, 4 * (model.LogScaleStandardError.Value ?? 0) + 1e-12);
    }

    [Fact]
    public void Fit_Exponential_IsEventsByTime()
    {
        AftModel model = AftModel.Fit(RandomSurvivalTables.Of([2, 3, 4, 11], [1, 1, 0, 1]), new() { Family = LifetimeFamily.Exponential });
        Assert.Equal(20.0 / 3, model.At().Mean.Value!.Value, 1e-9);
        Assert.Equal(1 / Math.Sqrt(3), model.Coefficients[0].StandardError.Value!.Value, 1e-9);
        Assert.Equal(3 * Math.Log(3.0 / 20) - 3, model.Parameters.LogLikelihood, 1e-9);
    }

    [Fact]
    public void Fit_LogNormalWithoutCensoring_IsMeanAndDeviationOfTheLogarithms()
    {
        double[] times = [1, 2, 4, 8, 16];
        AftModel model = AftModel.Fit(RandomSurvivalTables.Of(times, [1, 1, 1, 1, 1]), new() { Family = LifetimeFamily.LogNormal });
        Assert.Equal(Math.Log(4), model.Parameters.Intercept!.Value, 1e-9);
        Assert.Equal(Math.Log(2) * Math.Sqrt(2), model.Scale.Value!.Value, 1e-9);
    }

    [Theory] // offset | unit of covariates | unit of time
    [InlineData(1e9, 1, 1)]
    [InlineData(0, 1e9, 1e-9)]
    [InlineData(0, 1e-9, 1e9)]
    public void Fit_OtherOriginOrUnit_MovesNothingButTheUnit(double offset, double unit, double timeUnit)
    {
        SurvivalTable table = RandomSurvivalTables.Changed(RandomSurvivalTables.Draw(7, 60), (_, value) => Math.Round(value * 16) / 16);
        AftModel plain = AftModel.Fit(table);
        AftModel moved = AftModel.Fit(new(new()
        {
            Times = [.. table.Times.ToArray().Select(time => time * timeUnit)],
            Events = [.. table.Events],
            Covariates = [.. table.CovariateNames.Select((name, k) => new SurvivalCovariate(name, [.. table.Covariate(k).ToArray().Select(value => value * unit + offset)]))],
        }));
        Assert.Equal(SurvivalFitStatus.Converged, moved.Status);
        Derivatives.AssertClose([.. plain.Coefficients.Skip(1).Select(one => one.Estimate.Value!.Value)], [.. moved.Coefficients.Skip(1).Select(one => one.Estimate.Value!.Value * unit)], 1e-9);
        Derivatives.AssertClose([.. plain.Coefficients.Skip(1).Select(one => one.StandardError.Value!.Value)], [.. moved.Coefficients.Skip(1).Select(one => one.StandardError.Value!.Value * unit)], 1e-9);
        Derivatives.AssertClose(plain.Scale.Value!.Value, moved.Scale.Value!.Value, 1e-9);
        Derivatives.AssertClose(plain.At(1, 5).Median, moved.At(unit + offset, 5 * unit + offset).Median / timeUnit, 1e-6);
    }

    [Theory]
    [InlineData(LifetimeFamily.Exponential)]
    [InlineData(LifetimeFamily.Weibull)]
    [InlineData(LifetimeFamily.LogNormal)]
    [InlineData(LifetimeFamily.LogLogistic)]
    public void Fit_GroupWhereNobodyEnds_NamesWhatIsIdentified(LifetimeFamily family)
    {
        double[] times = [1, 2, 3, 4, 5, 6, 7, 8];
        int[] events = [1, 1, 1, 1, 0, 0, 0, 0];
        AftModel endless = AftModel.Fit(RandomSurvivalTables.Of(times, events, ("endless", [0, 0, 0, 0, 1, 1, 1, 1])), new() { Family = family });
        Assert.Equal(SurvivalFitStatus.NotIdentified, endless.Status);
        Assert.Equal([true, false], endless.Coefficients.Select(one => one.IsIdentified)); // the intercept is that of the others
        AftModel others = AftModel.Fit(RandomSurvivalTables.Of(times[..4], events[..4]), new() { Family = family });
        Derivatives.AssertClose(others.Parameters.Intercept!.Value, endless.Parameters.Intercept!.Value, 1e-4);
        Derivatives.AssertClose(others.Scale.Value!.Value, endless.Scale.Value!.Value, 1e-4);
        AftModel ending = AftModel.Fit(RandomSurvivalTables.Of(times, events, ("ending", [1, 1, 1, 1, 0, 0, 0, 0])), new() { Family = family });
        Assert.Equal([false, false], ending.Coefficients.Select(one => one.IsIdentified));
        AssertNoNumberIsNone(endless, ending);
    }

    [Theory]
    [InlineData(LifetimeFamily.Exponential)]
    [InlineData(LifetimeFamily.Weibull)]
    [InlineData(LifetimeFamily.LogLogistic)]
    public void Fit_LateGroupWhereNobodyEnds_IsTheFitOfTheOthers(LifetimeFamily family)
    {
        double[] times = [3, 4, 5, 7, 6, 9, 5, 6, 7, 8];
        double[] entries = [1, 2, 1, 3, 0, 1, 1, 2, 3, 4];
        bool[] events = [.. times.Select((_, row) => row < 6)];
        double[] endless = [.. times.Select((_, row) => row < 6 ? 0.0 : 1)];
        AftModel all = AftModel.Fit(new(new() { Times = [.. times], Events = [.. events], Entries = [.. entries], Covariates = [new("endless", [.. endless])] }), new() { Family = family });
        AftModel others = AftModel.Fit(new(new() { Times = [.. times[..6]], Events = [.. events[..6]], Entries = [.. entries[..6]] }), new() { Family = family });
        Assert.Equal(SurvivalFitStatus.NotIdentified, all.Status);
        Assert.Equal([true, false], all.Coefficients.Select(one => one.IsIdentified));
        Derivatives.AssertClose(others.Parameters.LogLikelihood, all.Parameters.LogLikelihood, 1e-4);
        Derivatives.AssertClose(others.Parameters.Intercept!.Value, all.Parameters.Intercept!.Value, 1e-3);
        AssertNoNumberIsNone(all);
    }

    [Theory] // times | events: a likelihood without a maximum for a shape that has a scale
    [InlineData(new double[] { 5 }, new[] { 1 })]
    [InlineData(new double[] { 5, 5, 5 }, new[] { 1, 1, 1 })]
    [InlineData(new double[] { 5, 6 }, new[] { 0, 0 })]
    [InlineData(new double[] { 5, 5, 3 }, new[] { 1, 1, 0 })] // it shrinks to a point that nobody contradicts
    public void Fit_NoSpreadOrNoEvents_IsNotIdentified(double[] times, int[] events)
    {
        foreach (LifetimeFamily family in new[] { LifetimeFamily.Weibull, LifetimeFamily.LogNormal, LifetimeFamily.LogLogistic })
        {
            AftModel model = AftModel.Fit(RandomSurvivalTables.Of(times, events), new() { Family = family });
            Assert.Equal(SurvivalFitStatus.NotIdentified, model.Status);
            Assert.False(model.Coefficients[0].IsIdentified);
            Assert.Equal(UndefinedReason.NoSolution, model.Scale.Undefined);
            AssertNoNumberIsNone(model);
        }
    }

    [Fact]
    public void Fit_ConstantOrRepeatedCovariates_LeavesTheOthersIdentified()
    {
        SurvivalTable drawn = RandomSurvivalTables.Draw(4, 60);
        SurvivalTable table = new(new()
        {
            Times = [.. drawn.Times],
            Events = [.. drawn.Events],
            Covariates =
            [
                new("x", [.. drawn.Covariate(1)]),
                new("group", [.. drawn.Covariate(0)]),
                new("again", [.. drawn.Covariate(1).ToArray().Select(value => 3 * value)]),
                new("constant", [.. drawn.Covariate(1).ToArray().Select(_ => 7.0)]),
            ],
        });
        AftModel model = AftModel.Fit(table);
        Assert.Equal(SurvivalFitStatus.NotIdentified, model.Status);
        Assert.Equal([false, false, true, false, false], model.Coefficients.Select(one => one.IsIdentified)); // a constant is an intercept too
        AftModel without = AftModel.Fit(table, new() { Covariates = ["x", "group"] });
        Derivatives.AssertClose(without.Coefficients[2].Estimate.Value!.Value, model.Coefficients[2].Estimate.Value!.Value, 1e-8);
        Derivatives.AssertClose(without.Coefficients[2].StandardError.Value!.Value, model.Coefficients[2].StandardError.Value!.Value, 1e-8);
        Derivatives.AssertClose(without.Scale.Value!.Value, model.Scale.Value!.Value, 1e-8);
        AssertNoNumberIsNone(model);
        Assert.Contains("NotIdentified", Assert.Throws<InvalidOperationException>(() => model.At(1, 1, 1, 1)).Message);
    }

    [Fact]
    public void Fit_TimeZero_IsRefused()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => AftModel.Fit(RandomSurvivalTables.Of([1, 0, 2], [1, 1, 0])));
        Assert.StartsWith("The time of row 1 is 0, which has no logarithm", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_Strata_AreRefused()
    {
        InvalidDefinitionException refusal = Assert.Throws<InvalidDefinitionException>(() => AftModel.Fit(RandomSurvivalTables.Draw(1, strata: 2)));
        Assert.Equal("notForKind", refusal.Issues.Single().Code);
    }

    [Fact]
    public void Model_FromItsJson_IsTheSameModel()
    {
        AftModel model = AftModel.Fit(RandomSurvivalTables.Draw(1, 60));
        AftModel back = new(UserOpsJson.Deserialize<AftParameters>(UserOpsJson.Serialize(model.Parameters)));
        Assert.Equal(model.Parameters, back.Parameters);
        Assert.Equal(model.At(1, 5), back.At(1, 5));
        Assert.Contains("There are 1 values for 2 covariates.", Assert.Throws<ArgumentException>(() => model.At(1)).Message);
        Assert.Throws<ArgumentException>(() => model.At(1, double.NaN));
        InvalidDefinitionException refusal = Assert.Throws<InvalidDefinitionException>(() => new AftModel(model.Parameters with { Version = 2 }));
        Assert.Equal("The version is 2; this library reads version 1.", refusal.Issues.Single().Message);
    }

    [Fact]
    public void Model_ParametersThatCannotBe_AreRefused()
    {
        AftParameters saved = AftModel.Fit(RandomSurvivalTables.Draw(1, 60)).Parameters;
        AssertRefused(saved with { Options = null! }, "missingMember", "/options");
        AssertRefused(saved with { Intercept = null }, "missingMember", "/intercept");
        AssertRefused(saved with { Scale = -1 }, "outOfRange", "/scale");
        AssertRefused(saved with { Options = new() { Family = LifetimeFamily.Exponential } }, "outOfRange", "/scale");
        AssertRefused(saved with { Covariates = [saved.Covariates[0], null!] }, "missingMember", "/covariates/1");
        AssertRefused(saved with { Covariance = [1] }, "lengthDiffers", "/covariance");
        AssertRefused(saved with { LogLikelihood = double.PositiveInfinity }, "notFinite", "/logLikelihood");
        AssertRefused(saved with { Options = new() { Tolerance = 0 } }, "notPositive", "/tolerance");
    }

    private static void AssertRefused(AftParameters parameters, string code, string path) =>
        Assert.Contains(Assert.Throws<InvalidDefinitionException>(() => new AftModel(parameters)).Issues, issue => (issue.Code, issue.Path) == (code, path));

    private static void AssertNoNumberIsNone(params AftModel[] models) => Assert.All(models, model =>
    {
        Assert.True(double.IsFinite(model.Parameters.LogLikelihood));
        Assert.All(model.Parameters.Covariance, value => Assert.True(double.IsFinite(value)));
        Assert.Equal(model.Parameters, UserOpsJson.Deserialize<AftParameters>(UserOpsJson.Serialize(model.Parameters)));
    });

    private static double[] ParametersOf(AftModel model) =>
    [
        .. model.Coefficients.Select(one => one.Estimate.Value!.Value),
        .. model.Parameters.Options.Family == LifetimeFamily.Exponential ? [] : new[] { Math.Log(model.Scale.Value!.Value) },
    ];
}
