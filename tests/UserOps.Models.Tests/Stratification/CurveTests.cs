using UserOps.Models.Stratification;

namespace UserOps.Models.Tests.Stratification;

public class CurveTests
{
    [Fact]
    public void Lorenz_FewUsers_HasAPointAfterEach()
    {
        LorenzCurve curve = new LorenzModel().Evaluate(Amounts.Of("c=6 a=1 b=3 x=", "CNY"));
        Assert.Equal([new(0, 0), new(1, 0.1), new(2, 0.4), new(3, 1)], curve.Points.ToArray());
        Assert.Equal(("CNY", 3, 1, 10m), (curve.Currency, curve.Users, curve.Missing, curve.Total));
        Assert.Equal(curve, UserOpsJson.Deserialize<LorenzCurve>(UserOpsJson.Serialize(curve)));
        Assert.NotEqual(curve, curve with { Points = [curve.Points[0]] });
    }

    [Theory] // users, points asked for | users at the points kept
    [InlineData(3, 4, "0 1 2 3")]
    [InlineData(4, 4, "0 1 2 4")]
    [InlineData(1000, 5, "0 250 500 750 1000")]
    [InlineData(10, 2, "0 10")]
    [InlineData(1, 101, "0 1")]
    public void Points_ManyUsers_AreThinnedEvenly(int users, int points, string expected)
    {
        decimal[] values = [.. Enumerable.Range(1, users).Select(value => (decimal)value)];
        LorenzCurve lorenz = new LorenzModel(new() { MaximumPoints = points }).Evaluate(values);
        WhaleCurveSummary whale = new WhaleCurveModel(new() { MaximumPoints = points }).Evaluate(values);
        Assert.Equal(expected, string.Join(' ', lorenz.Points.Select(point => point.Users)));
        Assert.Equal(expected, string.Join(' ', whale.Points.Select(point => point.Users)));
        Assert.Equal(new LorenzModel().Evaluate(values).Gini, lorenz.Gini); // of all values, not of the points
    }

    [Fact]
    public void Whale_Losses_LieBehindThePeak()
    {
        WhaleCurveResult result = new WhaleCurveModel().Evaluate(Amounts.Of("e=-20 d=0 c=30 b=50 a=-10 x=", "CNY"));
        WhaleCurveSummary whale = result.Summary;
        Assert.Equal([0, 1, 1.6, 1.6, 1.4, 1], whale.Points.Select(point => point.ProfitShare));
        Assert.Equal((1.6, 0.4), (whale.Peak.Value, whale.PeakAt.Value));
        Assert.Equal((2, 80m, 2, -30m, 50m, 5, 1), (whale.ProfitMakers, whale.Profit, whale.LossMakers, whale.Loss, whale.Total, whale.Users, whale.Missing));
        Assert.Equal(("b c", "a e", "x"), (Amounts.Text(result.Users.ProfitMakers), Amounts.Text(result.Users.LossMakers), Amounts.Text(result.Users.Missing)));
        Assert.Equal((4, 1.6, 1.4), (result.Users.Explain("a").Rank, result.Users.Explain("a").ShareBefore.Value, result.Users.Explain("a").ShareUpTo.Value));
        Assert.Equal(whale, UserOpsJson.Deserialize<WhaleCurveSummary>(UserOpsJson.Serialize(whale)));
        Assert.NotEqual(whale, whale with { Points = [whale.Points[0]] });
    }

    [Theory] // profits | why there is no curve
    [InlineData("", UndefinedReason.EmptyPopulation)]
    [InlineData("a=", UndefinedReason.EmptyPopulation)]
    [InlineData("a=5 b=-5", UndefinedReason.ZeroBase)]
    [InlineData("a=5 b=-6", UndefinedReason.NegativeBase)]
    public void Whale_NoPositiveTotal_HasNoCurve(string profits, UndefinedReason expected)
    {
        WhaleCurveSummary whale = new WhaleCurveModel().Evaluate(Amounts.Of(profits)).Summary;
        Assert.Equal((expected, expected, expected), (whale.Undefined, whale.Peak.Undefined, whale.PeakAt.Undefined));
        Assert.Empty(whale.Points);
        Assert.Equal(whale, UserOpsJson.Deserialize<WhaleCurveSummary>(UserOpsJson.Serialize(whale)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000_001)]
    public void New_PointsThatCannotBe_AreRefused(int points)
    {
        string message = FormattableString.Invariant($"{points} points are to be kept; 2 to 1000000 are possible.");
        Assert.Equal(message, Assert.Single(Assert.Throws<InvalidDefinitionException>(() => new LorenzModel(new() { MaximumPoints = points })).Issues).Message);
        Assert.Equal(message, Assert.Single(Assert.Throws<InvalidDefinitionException>(() => new WhaleCurveModel(new() { MaximumPoints = points })).Issues).Message);
    }

    [Fact]
    public void Gini_KnownValues_AreGiven()
    {
        Assert.Equal(0, new LorenzModel().Evaluate([4, 4, 4]).Gini.Value);
        Assert.Equal(0.75, new LorenzModel().Evaluate([0, 0, 0, 8]).Gini.Value);
        Assert.Equal(4d / 15, new LorenzModel().Evaluate([5, 3, 1, 4, 2]).Gini.Value!.Value, 15);
        Assert.Equal(UndefinedReason.ZeroBase, new LorenzModel().Evaluate([0, 0]).Undefined);
        Assert.Empty(new LorenzModel().Evaluate([]).Points);
    }
}
