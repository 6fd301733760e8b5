using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

public class CoxRulesTests
{
    private static readonly CoxParameters Saved = CoxModel.Fit(RandomSurvivalTables.Draw(1)).Parameters;

    public static TheoryData<CoxOptions, string, string> RefusedOptions => new()
    {
        { new() { Covariates = [] }, "missingMember", "/covariates" },
        { new() { Covariates = default(System.Collections.Immutable.ImmutableArray<string>) }, "missingMember", "/covariates" },
        { new() { Covariates = ["x0", "x0"] }, "duplicateName", "/covariates/1" },
        { new() { Covariates = ["x0", ""] }, "nameMissing", "/covariates/1" },
        { new() { Covariates = ["age"] }, "unknownField", "/covariates/0" },
        { new() { Ties = (CoxTies)9 }, "unknownValue", "/ties" },
        { new() { Ties = CoxTies.Exact }, "notForKind", "/ties" }, // the table has weights
        { new() { Penalty = -1 }, "negativeValue", "/penalty" },
        { new() { Penalty = double.NaN }, "negativeValue", "/penalty" },
        { new() { Tolerance = 0 }, "notPositive", "/tolerance" },
        { new() { MaximumIterations = 0 }, "outOfRange", "/maximumIterations" },
    };

    public static TheoryData<CoxParameters, string, string> RefusedParameters => new()
    {
        { Saved with { Version = 2, Covariates = [] }, "unknownVersion", "/version" },
        { Saved with { Options = null! }, "missingMember", "/options" },
        { Saved with { Status = (SurvivalFitStatus)9 }, "unknownValue", "/status" },
        { Saved with { Covariates = [], Covariance = [] }, "missingMember", "/covariates" },
        { Saved with { Covariates = [Saved.Covariates[0], null!] }, "missingMember", "/covariates/1" },
        { Saved with { Covariates = [Saved.Covariates[0], Saved.Covariates[0]] }, "duplicateName", "/covariates/1/name" },
        { Saved with { Covariates = [Saved.Covariates[0], Saved.Covariates[1] with { Coefficient = null }] }, "missingMember", "/covariates/1/coefficient" },
        { Saved with { Covariates = [Saved.Covariates[0], Saved.Covariates[1] with { Center = double.NaN }] }, "notFinite", "/covariates/1/center" },
        { Saved with { Covariance = [1] }, "lengthDiffers", "/covariance" },
        { Saved with { Covariance = [1, 0, 0, -1] }, "negativeValue", "/covariance/3" },
        { Saved with { LogLikelihood = double.NaN }, "notFinite", "/logLikelihood" },
        { Saved with { Baselines = [null!] }, "missingMember", "/baselines/0" },
        { Saved with { Baselines = [Saved.Baselines[0], Saved.Baselines[0]] }, "duplicateName", "/baselines/0/stratum" },
        { Saved with { Baselines = [Saved.Baselines[0] with { Times = [2, 1] }] }, "notRising", "/baselines/0/times/1" },
        { Saved with { Baselines = [Saved.Baselines[0] with { Times = [1], LogCumulativeHazards = [double.NaN] }] }, "notRising", "/baselines/0/logCumulativeHazards/0" },
        { Saved with { Baselines = [Saved.Baselines[0] with { Times = [1], LogCumulativeHazards = [] }] }, "lengthDiffers", "/baselines/0" },
    };

    [Theory]
    [MemberData(nameof(RefusedOptions))]
    public void Fit_OptionsThatCannotBe_AreRefused(CoxOptions options, string code, string path)
    {
        SurvivalTable table = RandomSurvivalTables.Draw(1, hasWeights: true);
        InvalidDefinitionException refusal = Assert.Throws<InvalidDefinitionException>(() => CoxModel.Fit(table, options));
        Assert.Contains(refusal.Issues, issue => (issue.Code, issue.Path) == (code, path));
    }

    [Theory]
    [MemberData(nameof(RefusedParameters))]
    public void Model_ParametersThatCannotBe_AreRefused(CoxParameters parameters, string code, string path)
    {
        InvalidDefinitionException refusal = Assert.Throws<InvalidDefinitionException>(() => new CoxModel(parameters));
        Assert.Contains(refusal.Issues, issue => (issue.Code, issue.Path) == (code, path));
    }

    [Fact]
    public void Fit_TableWithoutCovariates_IsRefused()
    {
        InvalidDefinitionException refusal = Assert.Throws<InvalidDefinitionException>(() => CoxModel.Fit(SurvivalTable.Of([1, 2], [true, false])));
        Assert.Equal("The definition cannot be used:\n/covariates: A regression needs at least one covariate. [missingMember]", refusal.Message);
    }

    [Fact]
    public void Fit_SeveralFaults_AreListedAtOnce()
    {
        var options = new CoxOptions { Covariates = ["age"], Penalty = -1, Tolerance = -1, MaximumIterations = -1 };
        Assert.Equal(4, Assert.Throws<InvalidDefinitionException>(() => CoxModel.Fit(RandomSurvivalTables.Draw(1), options)).Issues.Length);
    }

    [Fact]
    public void Fit_ExactWithTooManyTies_IsRefused()
    {
        double[] times = [.. Enumerable.Repeat(1.0, 501), 2];
        SurvivalTable table = RandomSurvivalTables.Of(times, [.. times.Select(_ => 1)], ("x", [.. times.Select((_, i) => (double)(i % 7))]));
        InvalidDefinitionException refusal = Assert.Throws<InvalidDefinitionException>(() => CoxModel.Fit(table, new() { Ties = CoxTies.Exact }));
        Assert.Equal("501 rows ended at one time; exact ties are computed for 500 at most.", refusal.Issues.Single().Message);
    }

    [Fact]
    public void Fit_ExactWithAsManyTiesAsAllowed_IsANumber()
    {
        double[] times = [.. Enumerable.Repeat(1.0, 1000)];
        int[] events = [.. times.Select((_, i) => i % 2)];
        SurvivalTable table = RandomSurvivalTables.Of(times, events, ("x", [.. times.Select((_, i) => (double)(i % 7))]));
        CoxModel model = CoxModel.Fit(table, new() { Ties = CoxTies.Exact });
        Assert.Equal(SurvivalFitStatus.Converged, model.Status);
        Assert.True(double.IsFinite(model.Parameters.LogLikelihoodNull));
    }

    [Fact]
    public void Fit_Canceled_Stops() =>
        Assert.Throws<OperationCanceledException>(() => CoxModel.Fit(RandomSurvivalTables.Draw(1), cancellationToken: new CancellationToken(canceled: true)));
}
