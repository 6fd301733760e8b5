using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

/// <summary>What a fit says where the data do not decide: which covariates are identified, and never a number that is none.</summary>
public class CoxStatusTests
{
    private static readonly double[] Times = [1, 2, 3, 4, 5, 6, 7, 8];
    private static readonly int[] FirstHalfEnds = [1, 1, 1, 1, 0, 0, 0, 0];
    private static readonly double[] Ordinary = [3, 1, 2, 5, 4, 2, 6, 1];
    private static readonly double[] Separating = [1, 1, 1, 1, 0, 0, 0, 0];

    [Fact]
    public void Fit_Separation_LeavesTheOthersIdentified()
    {
        CoxModel model = CoxModel.Fit(RandomSurvivalTables.Of(Times, FirstHalfEnds, ("separating", Separating), ("ordinary", Ordinary)));
        AssertIdentified(model, SurvivalFitStatus.NotIdentified, false, true);
        Assert.True(model.Coefficients[1].StandardError.Value > 0);
        Assert.Equal(2 * (model.Parameters.LogLikelihood - model.Parameters.LogLikelihoodNull), model.LikelihoodRatio!.Value.Statistic, 1e-9);
        Assert.Null(model.Wald);

        // What is left is the fit among those that separate.
        CoxModel left = CoxModel.Fit(RandomSurvivalTables.Of(Times[..4], FirstHalfEnds[..4], ("ordinary", Ordinary[..4])));
        Derivatives.AssertClose(left.Coefficients[0].Estimate.Value!.Value, model.Coefficients[1].Estimate.Value!.Value, 1e-6);
        Derivatives.AssertClose(left.Coefficients[0].StandardError.Value!.Value, model.Coefficients[1].StandardError.Value!.Value, 1e-6);
        Derivatives.AssertClose(left.Parameters.LogLikelihood, model.Parameters.LogLikelihood, 1e-6);
    }

    [Theory]
    [InlineData(CoxTies.Efron)]
    [InlineData(CoxTies.Breslow)]
    [InlineData(CoxTies.Exact)]
    public void Fit_TimesInTheOrderOfACovariate_IsSeparation(CoxTies ties)
    {
        double[] values = [9, 8.999, 8, 7, 5, 4, 3, -100];
        CoxModel model = CoxModel.Fit(RandomSurvivalTables.Of(Times, [1, 1, 1, 1, 1, 1, 1, 1], ("order", values)), new() { Ties = ties });
        AssertIdentified(model, SurvivalFitStatus.NotIdentified, false);
        Assert.Equal(1, model.Concordance.Value.Value);
    }

    /// <summary>Nobody separates along one covariate alone, but along their sum.</summary>
    [Fact]
    public void Fit_SeparationByASum_NamesItsParts()
    {
        double[] first = [4, 1, 3, 0, -2, 1, -4, -1];
        double[] second = [1, 3, 0, 2, 1, -3, 0, -5];
        CoxModel model = CoxModel.Fit(RandomSurvivalTables.Of(Times, FirstHalfEnds, ("first", first), ("second", second), ("ordinary", Ordinary)));
        Assert.Equal(SurvivalFitStatus.NotIdentified, model.Status);
        Assert.False(model.Coefficients[0].IsIdentified && model.Coefficients[1].IsIdentified);
    }

    [Theory] // values of x beside an ordinary covariate | whether x is identified
    [InlineData(new double[] { 3, 3, 3, 3, 3, 3, 3, 3 }, false)] // constant
    [InlineData(new[] { 1e9 + 0.1, 1e9 + 0.1, 1e9 + 0.1, 1e9 + 0.1, 1e9 + 0.1, 1e9 + 0.1, 1e9 + 0.1, 1e9 + 0.1 }, false)]
    [InlineData(new double[] { 0, 1, 0, 1, 1, 0, 0, 1 }, true)]
    public void Fit_ConstantCovariate_LeavesTheOthersIdentified(double[] values, bool isIdentified)
    {
        CoxModel model = CoxModel.Fit(RandomSurvivalTables.Of(Times, [1, 0, 1, 1, 1, 0, 1, 1], ("x", values), ("ordinary", Ordinary)));
        AssertIdentified(model, isIdentified ? SurvivalFitStatus.Converged : SurvivalFitStatus.NotIdentified, isIdentified, true);
        if (!isIdentified)
        {
            CoxModel alone = CoxModel.Fit(RandomSurvivalTables.Of(Times, [1, 0, 1, 1, 1, 0, 1, 1], ("ordinary", Ordinary)));
            Derivatives.AssertClose(alone.Coefficients[0].Estimate.Value!.Value, model.Coefficients[1].Estimate.Value!.Value, 1e-9);
            Derivatives.AssertClose(alone.Coefficients[0].StandardError.Value!.Value, model.Coefficients[1].StandardError.Value!.Value, 1e-9);
            Assert.Equal(1, model.LikelihoodRatio!.Value.DegreesOfFreedom);
        }
    }

    [Theory] // factor | offset of the repetition
    [InlineData(2, 0)]
    [InlineData(-1, 7)]
    [InlineData(1e6, 1e9)]
    public void Fit_RepeatedCovariate_IdentifiesNeither(double factor, double offset)
    {
        SurvivalTable drawn = RandomSurvivalTables.Draw(4);
        double[] repeated = [.. drawn.Covariate(1).ToArray().Select(value => factor * value + offset)];
        SurvivalTable table = new(new()
        {
            Times = [.. drawn.Times],
            Events = [.. drawn.Events],
            Covariates = [new("x", [.. drawn.Covariate(1)]), new("group", [.. drawn.Covariate(0)]), new("again", [.. repeated])],
        });
        CoxModel model = CoxModel.Fit(table);
        AssertIdentified(model, SurvivalFitStatus.NotIdentified, false, true, false);
        CoxModel without = CoxModel.Fit(table, new() { Covariates = ["x", "group"] });
        Derivatives.AssertClose(without.Parameters.LogLikelihood, model.Parameters.LogLikelihood, 1e-9);
        Derivatives.AssertClose(without.Coefficients[1].Estimate.Value!.Value, model.Coefficients[1].Estimate.Value!.Value, 1e-6);
        Derivatives.AssertClose(without.Coefficients[1].StandardError.Value!.Value, model.Coefficients[1].StandardError.Value!.Value, 1e-6);
        Assert.Equal(without.LikelihoodRatio!.Value.DegreesOfFreedom, model.LikelihoodRatio!.Value.DegreesOfFreedom);
    }

    /// <summary>A covariate that only tells strata apart never varies among those compared.</summary>
    [Fact]
    public void Fit_CovariateConstantWithinStrata_IsNotIdentified()
    {
        SurvivalTable drawn = RandomSurvivalTables.Draw(9, strata: 3);
        SurvivalTable table = new(new()
        {
            Times = [.. drawn.Times],
            Events = [.. drawn.Events],
            Strata = drawn.Strata,
            Covariates = [new("stratum", [.. drawn.Strata!.Codes.ToArray().Select(code => code * 1.1)]), new("x", [.. drawn.Covariate(1)])],
        });
        AssertIdentified(CoxModel.Fit(table), SurvivalFitStatus.NotIdentified, false, true);
    }

    [Theory] // times | events: nothing to compare
    [InlineData(new double[] { 5 }, new[] { 1 })]
    [InlineData(new double[] { 5, 6, 7 }, new[] { 0, 0, 0 })]
    [InlineData(new double[] { 5, 5, 5 }, new[] { 1, 1, 1 })] // everybody at once
    public void Fit_NothingToCompare_IsNotIdentified(double[] times, int[] events)
    {
        foreach (CoxTies ties in Enum.GetValues<CoxTies>())
        {
            // By Efron's rule equal times still compare those left with those gone, so only their values being alike leaves nothing.
            double[] values = ties == CoxTies.Exact || events.Sum() < 2 ? [.. times.Select((_, i) => (double)i)] : [.. times];
            CoxModel model = CoxModel.Fit(RandomSurvivalTables.Of(times, events, ("x", values)), new() { Ties = ties });
            AssertIdentified(model, SurvivalFitStatus.NotIdentified, false);
            Assert.Equal(model.Parameters.LogLikelihoodNull, model.Parameters.LogLikelihood);
            Assert.Null(model.LikelihoodRatio);
            Assert.Null(model.Score);
            Assert.Equal(UndefinedReason.EmptyPopulation, model.Concordance.Value.Undefined);
        }
    }

    [Fact]
    public void Fit_PenaltyUnderSeparation_Converges()
    {
        CoxModel model = CoxModel.Fit(RandomSurvivalTables.Of(Times, FirstHalfEnds, ("x", Separating), ("again", Separating)), new() { Penalty = 1 });
        AssertIdentified(model, SurvivalFitStatus.Converged, true, true);
        Derivatives.AssertClose(model.Coefficients[0].Estimate.Value!.Value, model.Coefficients[1].Estimate.Value!.Value, 1e-9);
    }

    [Fact]
    public void Fit_TooFewIterations_SaysSo()
    {
        CoxModel model = CoxModel.Fit(RandomSurvivalTables.Draw(10), new() { MaximumIterations = 1 });
        Assert.Equal(SurvivalFitStatus.IterationLimit, model.Status);
        Assert.Throws<InvalidOperationException>(() => model.RiskScore(0, 0));
    }

    [Fact]
    public void RiskScore_NotIdentified_IsRefused()
    {
        CoxModel model = CoxModel.Fit(RandomSurvivalTables.Of(Times, FirstHalfEnds, ("x", Separating)));
        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => model.RiskScore(1));
        Assert.Equal("The fit ended with NotIdentified: there are no scores.", refusal.Message);
        Assert.Empty(model.Parameters.Baselines);
    }

    private static void AssertIdentified(CoxModel model, SurvivalFitStatus status, params bool[] identified)
    {
        Assert.Equal(status, model.Status);
        Assert.Equal(identified, model.Coefficients.Select(one => one.IsIdentified));
        Assert.Equal(identified, model.Coefficients.Select(one => one.StandardError.Value is not null));
        Assert.Equal(identified, model.Coefficients.Select(one => one.HazardRatioInterval() is not null));
        Assert.All(model.Parameters.Covariance, value => Assert.True(double.IsFinite(value)));
        Assert.True(double.IsFinite(model.Parameters.LogLikelihood));
        CoxParameters saved = UserOpsJson.Deserialize<CoxParameters>(UserOpsJson.Serialize(model.Parameters));
        Assert.Equal(model.Parameters, saved);
    }
}
