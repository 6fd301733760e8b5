using UserOps.Models.Tags;

namespace UserOps.Models.Tests.Tags;

public class QuantileBinningTests
{
    private static readonly QuantileBinningDefinition Thirds = new() { Labels = ["low", "middle", "high"] };

    [Fact]
    public void Fit_EqualShares_CutsAtQuantiles()
    {
        BinningModel model = BinningModel.Fit(Thirds, [7m, 1m, 4m, 10m]); // 1 + 3/3 x 3 = 4, 7
        Assert.Equal([4m, 7m], model.Definition.Edges.AsEnumerable());
        Assert.Equal(["low", "middle", "high", "high"], new[] { 1m, 4m, 7m, 10m }.Select(model.LabelOf));
    }

    [Fact]
    public void Fit_GivenShares_CutsThere()
    {
        var definition = new QuantileBinningDefinition { Labels = ["most", "top"], Probabilities = [0.9m], Closed = BinClosure.Right };
        BinningModel model = BinningModel.Fit(definition, [.. Enumerable.Range(0, 11).Select(i => i / 10m)]);
        Assert.Equal([0.9m], model.Definition.Edges.AsEnumerable());
        Assert.Equal("most", model.LabelOf(0.9m));
    }

    [Fact]
    public void Fit_OfDecimals_IsExact() =>
        Assert.Equal([0.15m], BinningModel.Fit(Thirds with { Labels = ["a", "b"] }, [0.1m, 0.2m]).Definition.Edges.AsEnumerable());

    [Fact]
    public void Fit_TiedEdges_AreRefusedWithTheLabelNobodyCouldHave()
    {
        var refused = Assert.Throws<InvalidDefinitionException>(() => BinningModel.Fit(Thirds, [0m, 0m, 0m, 0m, 9m]));
        DefinitionIssue issue = Assert.Single(refused.Issues);
        Assert.Equal("tiedEdges", issue.Code);
        Assert.Equal("/labels/1", issue.Path);
        Assert.Equal("The edges of 'middle' are both 0, which too many values share; nobody can have this label.", issue.Message);
    }

    [Theory] // values | the edges | the labels left
    [InlineData("0,0,0,0,9", "0", "low,high")]
    [InlineData("5", "5", "low,high")]
    [InlineData("1,2,3,3,3,3,3,3", "3", "low,high")]
    [InlineData("1,4,7,10", "4,7", "low,middle,high")]
    public void Fit_TiedEdgesMerged_LeavesTheEmptyBinsOut(string values, string edges, string labels)
    {
        BinningModel model = BinningModel.Fit(Thirds with { Ties = TiedEdges.Merge }, [.. values.Split(',').Select(decimal.Parse)]);
        Assert.Equal(edges, string.Join(',', model.Definition.Edges));
        Assert.Equal(labels, string.Join(',', model.Definition.Labels));
    }

    [Fact]
    public void Fit_OfDoubles_KeepsTheValueOnItsSide()
    {
        double cut = 0.7999999999999999;
        BinningModel model = BinningModel.Fit(Thirds with { Labels = ["a", "b"] }, [0.1, double.NaN, cut, 0.9]);
        Assert.Equal([0.7999999999999999m], model.Definition.Edges.AsEnumerable());
        Assert.Equal("b", model.LabelOf(cut));
    }

    [Theory] // value that becomes an edge | the code
    [InlineData(double.PositiveInfinity, "outOfRange")]
    [InlineData(1e300, "outOfRange")]
    [InlineData(double.NaN, "noValues")]
    public void Fit_EdgeThatCannotBe_IsRefused(double value, string code) =>
        Assert.Equal(code, Assert.Throws<InvalidDefinitionException>(() => BinningModel.Fit(Thirds, [value])).Issues[0].Code);

    [Fact]
    public void Fit_OfAColumn_TakesTheUsersAskedFor()
    {
        AmountField balance = Field.Amount("balance", "CNY");
        (string Id, decimal? Balance)[] rows = [("a", 1m), ("b", null), ("c", 3m), ("d", 100m), ("e", 5m)];
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(rows, map => map.User(x => x.Id).With(balance, x => x.Balance)).Build();
        var halves = new QuantileBinningDefinition { Labels = ["low", "high"] };
        Assert.Equal([4m], BinningModel.Fit(halves, data, balance).Definition.Edges.AsEnumerable());
        Assert.Equal([3m], BinningModel.Fit(halves, data, balance, UserSet.Of(data.Directory, ["a", "b", "c", "e"])).Definition.Edges.AsEnumerable());
        UserOpsDataset other = new UserOpsDatasetBuilder().AddUsers(rows, map => map.User(x => x.Id)).Build();
        Assert.Throws<ArgumentException>(() => BinningModel.Fit(halves, data, balance, UserSet.Everyone(other.Directory)));
    }

    [Fact]
    public void Fit_DefinitionThatCannotBe_ListsEveryFault()
    {
        var definition = new QuantileBinningDefinition
        {
            Labels = ["a", "a"],
            Probabilities = [0m, 0.5m, 0.5m],
            Quantile = 0,
            Closed = (BinClosure)9,
            Ties = (TiedEdges)9,
        };
        var refused = Assert.Throws<InvalidDefinitionException>(() => BinningModel.Fit(definition, [1m]));
        Assert.Equal(
            ["duplicateLabel /labels/1", "shareOutOfRange /probabilities/0", "edgesNotRising /probabilities/2", "labelCount /labels", "unknownValue /quantile", "unknownValue /closed", "unknownValue /ties"],
            refused.Issues.Select(issue => $"{issue.Code} {issue.Path}"));
    }
}
