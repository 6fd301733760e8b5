using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

public class CoxPredictionTests
{
    private static readonly SurvivalTable Table = RandomSurvivalTables.Draw(11, 60);
    private static readonly CoxModel Model = CoxModel.Fit(Table);

    [Fact]
    public void RiskScores_OfATable_AreThoseOfItsRows()
    {
        double[] scores = Model.RiskScores(Table);
        Assert.All(Enumerable.Range(0, Table.Count), row =>
            Assert.Equal(Model.RiskScore(Table.Covariate(0)[row], Table.Covariate(1)[row]), scores[row], 1e-12));
        Assert.Equal(Model.Concordance, TwinCox.Concordance(Table, scores));
    }

    [Fact]
    public void Survival_OverTime_FallsFromOneAndStaysAfterTheLastEvent()
    {
        double last = Table.Times.ToArray().Where((_, row) => Table.Events[row]).Max();
        Assert.Equal(1, Model.Survival(0.5, [1, 5]));
        Assert.True(Model.Survival(2, [1, 5]) > Model.Survival(5, [1, 5]));
        Assert.Equal(Model.Survival(last, [1, 5]), Model.Survival(1e9, [1, 5]));
    }

    [Fact]
    public void Survival_RiskBeyondAllBounds_IsStillANumber()
    {
        double coefficient = Model.Coefficients[1].Estimate.Value!.Value;
        Assert.Equal(0, Model.Survival(5, [0, Math.Sign(coefficient) * 1e300]));
        Assert.Equal(1, Model.Survival(0.5, [0, Math.Sign(coefficient) * 1e300]));
        Assert.Equal(1, Model.Survival(5, [0, -Math.Sign(coefficient) * 1e300]));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Quantile_OfARow_IsTheFirstTimeSoManyEnded(double probability)
    {
        double[] row = [1, 5];
        double? expected = Model.Parameters.Baselines[0].Times.Cast<double?>().FirstOrDefault(time => Model.Survival(time!.Value, row) <= 1 - probability);
        Assert.Equal(expected, Model.Quantile(probability, row).Value);
    }

    [Fact]
    public void Quantile_NeverReached_IsUndefined()
    {
        double coefficient = Model.Coefficients[1].Estimate.Value!.Value;
        Assert.Equal(UndefinedReason.NotYetObservable, Model.Quantile(0.5, [0, -Math.Sign(coefficient) * 1e6]).Undefined);
    }

    [Fact]
    public void Model_FromItsJson_IsTheSameModel()
    {
        string json = UserOpsJson.Serialize(Model.Parameters);
        CoxModel back = new(UserOpsJson.Deserialize<CoxParameters>(json));
        Assert.Equal(Model.Parameters, back.Parameters);
        Assert.Equal(Model.Survival(3, [1, 5]), back.Survival(3, [1, 5]));
        Assert.Equal(Model.Coefficients.AsEnumerable(), back.Coefficients.AsEnumerable());
    }

    [Fact]
    public void HazardRatioInterval_OfACoefficient_IsExpOfTheWaldLimits()
    {
        CoxCoefficient one = Model.Coefficients[1];
        Interval interval = one.HazardRatioInterval(0.9)!.Value;
        Assert.Equal(Math.Exp(one.Estimate.Value!.Value - 1.6448536269514722 * one.StandardError.Value!.Value), interval.Low, 1e-12);
        Assert.Equal(Math.Exp(one.Estimate.Value!.Value + 1.6448536269514722 * one.StandardError.Value!.Value), interval.High, 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => one.HazardRatioInterval(1));
    }

    [Fact]
    public void Predictions_OfWhatCannotBe_AreRefused()
    {
        Assert.Contains("There are 1 values for 2 covariates.", Assert.Throws<ArgumentException>(() => Model.RiskScore(1)).Message);
        Assert.Contains("The value of 'x1' is NaN; it is finite.", Assert.Throws<ArgumentException>(() => Model.RiskScore(1, double.NaN)).Message);
        Assert.Contains("A time is zero or more.", Assert.Throws<ArgumentOutOfRangeException>(() => Model.Survival(-1, [1, 5])).Message);
        Assert.Contains("no events in a stratum 'east'", Assert.Throws<ArgumentException>(() => Model.Survival(1, [1, 5], "east")).Message);
        Assert.Contains("The table has no covariate 'x0'.", Assert.Throws<ArgumentException>(() => Model.RiskScores(SurvivalTable.Of([1], [true]))).Message);
        CoxModel inStrata = CoxModel.Fit(RandomSurvivalTables.Draw(11, 60, strata: 2));
        Assert.Contains("The fit has strata; name one.", Assert.Throws<ArgumentException>(() => inStrata.Survival(1, [1, 5])).Message);
    }
}
