using MathNet.Numerics.LinearAlgebra;
using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

public class LogRankModelTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Evaluate_RandomTables_IsTheSumOfTheContract(double rho)
    {
        int compared = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            NaiveRow[] rows = RandomRows.Of(seed);
            string[] groups = [.. rows.Select(row => row.Group).Distinct().Order(StringComparer.Ordinal)];
            if (groups.Length < 2)
            {
                continue;
            }

            LogRankResult result = new LogRankModel(new() { Rho = rho }).Evaluate(RandomRows.TableOf(rows));
            (double[] observed, double[] expected, double[,] covariance) = NaiveSurvival.LogRank(rows, groups, rho);
            for (int group = 0; group < groups.Length; group++)
            {
                Assert.Equal(observed[group], result.Groups[group].Observed, 1e-9);
                Assert.Equal(expected[group], result.Groups[group].Expected, 1e-9);
            }

            Assert.Equal(result.Groups.Sum(group => group.Observed), result.Groups.Sum(group => group.Expected), 1e-9);
            Matrix<double> v = Matrix<double>.Build.DenseOfArray(covariance);
            Vector<double> u = Vector<double>.Build.Dense([.. observed.Zip(expected, (o, e) => o - e)]);
            int rank = v.Svd().S.Count(value => value > 1e-9);
            Assert.Equal(rank, result.DegreesOfFreedom);
            Assert.Equal(rank == 0, result.Statistic.Value is null);
            if (rank > 0)
            {
                Assert.Equal(u * (v.PseudoInverse() * u), result.Statistic.Value!.Value, 1e-6);
                compared++;
            }
        }

        Assert.True(compared > 100);
    }

    [Fact]
    public void Evaluate_GroupsFromMergedSums_IsTheTestOfTheRows()
    {
        NaiveRow[] rows = [.. Enumerable.Range(0, 20).SelectMany(RandomRows.Of).Select(row => row with { Entry = null, Weight = 1, Stratum = "s" })];
        var model = new LogRankModel(new() { Pairs = PairwiseCorrection.Holm });
        LogRankResult whole = model.Evaluate(RandomRows.TableOf(rows));
        KaplanMeierResult[] parts = [.. rows.Chunk(50).Select(chunk => new KaplanMeierModel().Evaluate(RandomRows.TableOf(chunk)))];
        Assert.Equal(whole, model.Evaluate(parts.Aggregate(KaplanMeierResult.Merge).RiskByGroup));
        Assert.Equal(whole, UserOpsJson.Deserialize<LogRankResult>(UserOpsJson.Serialize(whole)));
    }

    [Fact]
    public void Evaluate_TwoGroups_HaveOnePairEqualToTheTest()
    {
        SurvivalTable table = Table([1, 2, 3, 4, 5, 6], [true, true, false, true, true, true], "a", "b", "a", "b", "a", "b");
        LogRankResult result = new LogRankModel(new() { Pairs = PairwiseCorrection.Bonferroni }).Evaluate(table);
        LogRankPair pair = Assert.Single(result.Pairs);
        Assert.Equal(("a", "b"), (pair.First, pair.Second));
        Assert.Equal(result.Statistic, pair.Statistic);
        Assert.Equal(result.PValue, pair.AdjustedPValue);
    }

    [Fact]
    public void Evaluate_NobodyEnds_HasNoValueAndSaysWhy()
    {
        LogRankResult result = new LogRankModel().Evaluate(Table([1, 2, 3], [false, false, false], "a", "b", "b"));
        Assert.Equal(0, result.DegreesOfFreedom);
        Assert.Equal(UndefinedReason.TooFew, result.Statistic.Undefined);
        Assert.Equal(UndefinedReason.TooFew, result.PValue.Undefined);
    }

    [Fact]
    public void Evaluate_AllEndAtOnce_HasNoValue()
    {
        LogRankResult result = new LogRankModel(new() { Rho = 1, Pairs = PairwiseCorrection.None }).Evaluate(Table([7, 7, 7], [true, true, true], "a", "b", "b"));
        Assert.Equal([(1, 1), (2, 2)], result.Groups.Select(group => (group.Observed, group.Expected)));
        Assert.Null(result.Statistic.Value);
        Assert.Null(result.Pairs[0].AdjustedPValue.Value);
    }

    [Fact]
    public void Evaluate_GroupGoneBeforeAnybodyEnds_IsNotCounted()
    {
        LogRankResult result = new LogRankModel().Evaluate(Table([1, 2, 3, 4, 5, 6], [false, true, true, true, true, false], "a", "b", "c", "b", "c", "b"));
        Assert.Equal(1, result.DegreesOfFreedom);
        Assert.Equal(0, result.Groups[0].Expected);
    }

    [Fact]
    public void Evaluate_GroupsNeverInOneStratum_CountNoDirectionBetweenThem()
    {
        // a and b meet in one stratum, c and d in another: two comparisons, not three.
        string[] groups = ["a", "b", "a", "b", "c", "d", "c", "d"];
        SurvivalTable table = new(new()
        {
            Times = [1, 2, 3, 4, 1, 2, 3, 4],
            Events = [true, true, true, true, true, true, true, true],
            Groups = SurvivalLabels.Of(groups),
            Strata = SurvivalLabels.Of("x", "x", "x", "x", "y", "y", "y", "y"),
        });
        Assert.Equal(2, new LogRankModel().Evaluate(table).DegreesOfFreedom);
    }

    [Fact]
    public void Evaluate_WithoutTwoGroups_IsRefused()
    {
        Assert.StartsWith("The table has no groups", Assert.Throws<ArgumentException>(() => new LogRankModel().Evaluate(SurvivalTable.Of([1], [true]))).Message, StringComparison.Ordinal);
        Assert.StartsWith("There is only the group 'a'", Assert.Throws<ArgumentException>(() => new LogRankModel().Evaluate(Table([1], [true], "a"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1.0, "Rho is -1; it is zero or more and finite.")]
    [InlineData(double.NaN, "Rho is NaN; it is zero or more and finite.")]
    public void Definition_ThatCannotBe_IsRefused(double rho, string message)
        => Assert.Equal(message, Assert.Throws<InvalidDefinitionException>(() => new LogRankModel(new() { Rho = rho })).Issues.Single().Message);

    [Theory] // p-values ascending -> adjusted; R: p.adjust(c(.01, .02, .03, .5), method)
    [InlineData(PairwiseCorrection.None, 0.01, 0.02, 0.03, 0.5)]
    [InlineData(PairwiseCorrection.Bonferroni, 0.04, 0.08, 0.12, 1.0)]
    [InlineData(PairwiseCorrection.Holm, 0.04, 0.06, 0.06, 0.5)]
    [InlineData(PairwiseCorrection.BenjaminiHochberg, 0.04, 0.04, 0.04, 0.5)]
    public void Adjust_FourValues_FollowsTheCorrection(PairwiseCorrection correction, double first, double second, double third, double fourth)
    {
        double[] expected = [first, second, third, fourth];
        double[] values = [0.01, 0.02, 0.03, 0.5];
        PairwiseKernels.Adjust(values, correction);
        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal(expected[i], values[i], 1e-15);
        }
    }

    [Theory] // R: pchisq(x, df, lower.tail = FALSE)
    [InlineData(3.841458820694124, 1, 0.05)]
    [InlineData(122.249125573, 1, 2.03598322229e-28)]
    [InlineData(21.9621316825, 3, 6.6425353558e-05)]
    [InlineData(0, 2, 1)]
    public void UpperTail_KnownValues_KeepsItsDigits(double statistic, int degrees, double expected)
        => Assert.InRange(ChiSquare.UpperTail(statistic, degrees), expected * (1 - 1e-8), expected * (1 + 1e-8));

    private static SurvivalTable Table(double[] times, bool[] events, params string[] groups)
        => new(new() { Times = [.. times], Events = [.. events], Groups = SurvivalLabels.Of(groups) });

    [Fact]
    public void Result_FromJsonWithoutPairs_HasNone()
    {
        SurvivalTable table = new(new() { Times = [1, 2], Events = [true, true], Groups = SurvivalLabels.Of("a", "b") });
        LogRankResult result = new LogRankModel().Evaluate(table);
        var json = System.Text.Json.Nodes.JsonNode.Parse(UserOpsJson.Serialize(result))!.AsObject();
        Assert.True(json.Remove("pairs"));
        LogRankResult read = UserOpsJson.Deserialize<LogRankResult>(json.ToJsonString());
        Assert.Empty(read.Pairs);
        Assert.Equal(result, read);
        Assert.Empty((result with { Pairs = default }).Pairs);
    }
}
