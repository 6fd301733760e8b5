using UserOps.Models.Stratification;

namespace UserOps.Models.Tests.Stratification;

public class ParetoModelTests
{
    private const string SixUsers = "f=1 e=2 d=2 c=2 b=3 a=90";

    [Theory] // users | fraction | who is at the top, ties by id
    [InlineData(SixUsers, "0.1", "a")]
    [InlineData(SixUsers, "0.5", "a b c")]
    [InlineData(SixUsers, "0.66", "a b c d")]
    [InlineData(SixUsers, "1", "a b c d e f")]
    [InlineData("b=0 a=0", "0.5", "a")] // a total of 0 has a top, but no shares
    [InlineData("b= a=", "0.5", "")]
    [InlineData("b=5 a= c=5", "0.5", "b")]
    public void Top_Fraction_TakesTheSmallerIdOfEqualValues(string users, string fraction, string expected)
    {
        ParetoResult result = new ParetoModel(new() { TopFractions = [decimal.Parse(fraction, System.Globalization.CultureInfo.InvariantCulture)] }).Evaluate(Amounts.Of(users));
        Assert.Equal(expected, Amounts.Text(result.Users.Top()));
        Assert.Equal(result.Users.Top().Count, result.Summary.Tops[0].Holds.Users);
    }

    [Theory] // users | share | the fewest who hold it
    [InlineData(SixUsers, "0.9", "a")]
    [InlineData(SixUsers, "0.91", "a b")]
    [InlineData(SixUsers, "0.94", "a b c")]
    [InlineData(SixUsers, "1", "a b c d e f")]
    [InlineData("a=0.1 b=0.2 c=0.7", "0.9", "b c")] // 0.7 + 0.2 is 0.9, which it is not in binary fractions
    [InlineData("a=3 b=0", "1", "a")]
    [InlineData("a=0 b=0", "0.5", "")]
    [InlineData("", "0.5", "")]
    public void Holding_Share_TakesTheFewestUsers(string users, string share, string expected)
    {
        ParetoResult result = new ParetoModel(new() { TargetShares = [decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture)] }).Evaluate(Amounts.Of(users));
        Assert.Equal(expected, Amounts.Text(result.Users.Holding()));
        Assert.Equal(result.Users.Holding().Count, result.Summary.Targets[0].Holds?.Users ?? 0);
    }

    [Theory] // values | users and their share of the value where both shares add up to 1
    [InlineData("a=80 b=5 c=5 d=5 e=5", 1, 0.8)]
    [InlineData("a=1 b=1 c=1 d=1", 2, 0.5)]
    [InlineData("a=5 b=0 c=0 d=0 e=0 f=0 g=0 h=0 i=0 j=0", 1, 1)]
    public void Balance_BothShares_AddUpToOne(string users, long count, double share)
    {
        ParetoResult result = new ParetoModel().Evaluate(Amounts.Of(users));
        Assert.Equal((count, share), (result.Summary.Balance!.Users, result.Summary.Balance.ValueShare.Value));
        Assert.Equal(count, result.Users.Balance().Count);
    }

    [Fact]
    public void Evaluate_Summary_IsDataAndJson()
    {
        ParetoSummary summary = new ParetoModel(new() { TopFractions = [0.2m, 0.5m], TargetShares = [0.8m] }).Evaluate(Amounts.Of("a=67.8 b=12.2 c=10 d=5 e=5 x=", "CNY")).Summary;
        Assert.Equal(("CNY", 5, 1, 100m), (summary.Currency, summary.Users, summary.Missing, summary.Total));
        Assert.Equal("20% of the users hold 67.8% of the value", summary.Tops[0].Holds.ToString());
        Assert.Equal("60% of the users hold 90% of the value", summary.Tops[1].Holds.ToString());
        Assert.Equal("40% of the users hold 80% of the value", summary.Targets[0].Holds!.ToString());
        Assert.Equal(summary, UserOpsJson.Deserialize<ParetoSummary>(UserOpsJson.Serialize(summary)));
        Assert.NotEqual(summary, summary with { Tops = [summary.Tops[0]] });
    }

    [Fact]
    public void Evaluate_WithoutUsers_IsTheSame()
    {
        Assert.Equal(new ParetoModel().Evaluate(Amounts.Of("a=1 b=2.5 c=7")).Summary, new ParetoModel().Evaluate([2.5m, 7, 1]));
        Assert.Equal(UndefinedReason.EmptyPopulation, new ParetoModel().Evaluate([]).Undefined);
        ParetoSummary zeros = new ParetoModel().Evaluate([0, 0]);
        Assert.Equal((UndefinedReason.ZeroBase, null, null), (zeros.Undefined, zeros.Targets[0].Holds, zeros.Balance));
        Assert.Equal("50% of the users hold - of the value", zeros.Tops[0].Holds.ToString());
        Assert.Equal(UndefinedReason.ZeroBase, zeros.Gini.Undefined);
    }

    [Fact]
    public void Evaluate_NegativeValues_AreRefused()
    {
        var byIndex = Assert.Throws<NegativeValuesException>("values", () => new ParetoModel().Evaluate([10, -5, -6]));
        Assert.Equal(1, byIndex.Index);
        Assert.Empty(byIndex.Users);
        Assert.Equal("Value 1 is negative (-5); a share of a total needs values of 0 or more. Of profits with losses ask WhaleCurveModel. (Parameter 'values')", byIndex.Message);

        var byUser = Assert.Throws<NegativeValuesException>("values", () => new ParetoModel().Evaluate(Amounts.Of("c=-1 a=5 b=-2.5")));
        Assert.Null(byUser.Index);
        Assert.Equal(["b", "c"], byUser.Users.Select(id => id.ToString()));
        Assert.Equal(
            "The value of user 'b' is negative (-2.5), and so are 1 more; a share of a total needs values of 0 or more. Of profits with losses ask WhaleCurveModel. (Parameter 'values')",
            byUser.Message);
        Assert.Throws<NegativeValuesException>(() => new LorenzModel().Evaluate([0, -0.01m]));
        Assert.Throws<NegativeValuesException>(() => new PyramidModel(StratificationPresets.Abc).Evaluate(Amounts.Of("a=-1 b=3")));
    }

    [Fact]
    public void Evaluate_TooManyDigits_AreRefused()
        => Assert.Throws<OverflowException>(() => new ParetoModel().Evaluate([decimal.MaxValue, 0.1m]));

    [Theory] // fractions | shares | faults
    [InlineData("0", "0.8", "outOfRange /topFractions/0 The share is 0; it is above 0 and at most 1.")]
    [InlineData("0.2 1.01", "-1", "outOfRange /topFractions/1 The share is 1.01; it is above 0 and at most 1.|outOfRange /targetShares/0 The share is -1; it is above 0 and at most 1.")]
    public void New_SharesThatCannotBe_AreRefused(string fractions, string shares, string expected)
    {
        var refused = Assert.Throws<InvalidDefinitionException>(() => new ParetoModel(new() { TopFractions = List(fractions), TargetShares = List(shares) }));
        Assert.Equal(expected, string.Join('|', refused.Issues.Select(issue => $"{issue.Code} {issue.Path} {issue.Message}")));
    }

    [Fact]
    public void New_TooManyShares_AreRefused()
        => Assert.Equal(
            "There are 101 shares; up to 100 are possible.",
            Assert.Single(Assert.Throws<InvalidDefinitionException>(() => new ParetoModel(new() { TopFractions = [.. Enumerable.Repeat(0.5m, 101)] })).Issues).Message);

    [Fact]
    public void Explain_User_TellsRankAndSharesBefore()
    {
        ParetoResult result = new ParetoModel().Evaluate(Amounts.Of("d=20 c=20 b=40 a=20 x="));
        RankExplanation found = result.Users.Explain("c");
        Assert.Equal((20m, 3L, 4L, 60m, 100m), (found.Value, found.Rank, found.Users, found.ValueBefore, found.Total));
        Assert.Equal((0.6, 0.8), (found.ShareBefore.Value, found.ShareUpTo.Value));
        Assert.Equal(found, UserOpsJson.Deserialize<RankExplanation>(UserOpsJson.Serialize(found)));
        Assert.Equal((null, null, UndefinedReason.EmptyPopulation), (result.Users.Explain("x").Value, result.Users.Explain("x").Rank, result.Users.Explain("x").ShareBefore.Undefined));
        Assert.Equal("x", Amounts.Text(result.Users.Missing));
        Assert.Equal("The dataset does not know the user 'zoe'.", Assert.Throws<KeyNotFoundException>(() => result.Users.Explain("zoe")).Message);
        Assert.Throws<ArgumentOutOfRangeException>("index", () => result.Users.Top(1));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => result.Users.Holding(-1));
    }

    private static System.Collections.Immutable.ImmutableArray<decimal> List(string text)
        => [.. text.Split(' ').Select(number => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
}
