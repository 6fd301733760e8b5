using FsCheck;
using FsCheck.Fluent;
using UserOps.Models.Tags;

namespace UserOps.Models.Tests.Tags;

public class BinningModelTests
{
    private static readonly BinningDefinition Assets = new() { Edges = [0m, 100m, 1000.5m], Labels = ["debt", "small", "middle", "large"] };
    private static readonly NumberField Score = Field.Number("score");
    private static readonly QuantityField Weight = Field.Quantity("weight", 2);
    private static readonly AmountField Balance = Field.Amount("balance", "CNY");

    [Theory] // value | closed left | closed right
    [InlineData("-0.01", "debt", "debt")]
    [InlineData("0", "small", "debt")]
    [InlineData("99.999", "small", "small")]
    [InlineData("100", "middle", "small")]
    [InlineData("1000.5", "large", "middle")]
    [InlineData("1000.50000000000000000001", "large", "large")]
    public void LabelOf_Decimal_FollowsTheEdges(string text, string left, string right)
    {
        decimal value = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(left, new BinningModel(Assets).LabelOf(value));
        Assert.Equal(right, new BinningModel(Assets with { Closed = BinClosure.Right }).LabelOf(value));
    }

    [Theory] // value | label, the bin closed on the left
    [InlineData(double.NaN, null)]
    [InlineData(double.NegativeInfinity, "debt")]
    [InlineData(double.PositiveInfinity, "large")]
    [InlineData(-0.0, "small")]
    [InlineData(1000.5, "large")]
    [InlineData(1000.4999999999999, "middle")]
    public void LabelOf_Double_FollowsTheEdges(double value, string? label) => Assert.Equal(label, new BinningModel(Assets).LabelOf(value));

    [Fact]
    public void LabelOf_DoubleOnAnEdgeThatHasNoExactDouble_MeetsTheNearest()
    {
        var model = new BinningModel(new() { Edges = [0.1m, 0.3m], Labels = ["a", "b", "c"] });
        Assert.Equal("b", model.LabelOf(0.1));
        Assert.Equal("c", model.LabelOf(0.1 + 0.2)); // 0.30000000000000004
        Assert.Equal("b", new BinningModel(model.Definition with { Closed = BinClosure.Right }).LabelOf(0.3));
    }

    [Fact]
    public void LabelOf_NoEdge_IsTheOneLabel()
    {
        var model = new BinningModel(new() { Edges = [], Labels = ["all"], Closed = BinClosure.Right });
        string?[] expected = ["all", null];
        Assert.Equal(expected, new[] { model.LabelOf(double.PositiveInfinity), model.LabelOf(double.NaN) });
        Assert.Equal(expected, model.Evaluate(Users(("a", 1, 1, 1), ("b", null, null, null)), Weight));
        Assert.Equal("all", model.LabelOf(-5m));
    }

    [Fact]
    public void Evaluate_AnyColumn_LabelsEveryUserAndLeavesTheMissingOut()
    {
        UserOpsDataset data = Users(("a", -1, -1, -1), ("b", null, null, null), ("c", 100, 100, 100), ("d", 1000.5, 1000.5m, 1000.5m), ("e", 5, 5, 5));
        string?[] expected = ["debt", null, "middle", "large", "small"];
        var model = new BinningModel(Assets);
        Assert.Equal(expected, model.Evaluate(data, Score));
        Assert.Equal(expected, model.Evaluate(data, Weight));
        BinnedColumn balances = model.Evaluate(data, Balance);
        Assert.Equal(expected, balances);
        Assert.Equal([new("debt", 1), new("small", 1), new("middle", 1), new("large", 1)], balances.Counts.AsEnumerable());
        Assert.Equal(1, balances.Unlabeled);
        Assert.Equal(["c"], balances.UsersOf("middle").Ids().Select(id => id.ToString()));
        Assert.Throws<ArgumentException>(() => balances.UsersOf("huge"));
    }

    [Fact]
    public void Evaluate_ColumnOfAnotherCurrency_IsRefused() =>
        Assert.Throws<InvalidDefinitionException>(() => new BinningModel(Assets).Evaluate(Users(("a", 1, 1, 1)), Field.Amount("balance", "USD")));

    [Theory] // edges in text | the first reachable units at scale 2, closed left
    [InlineData("1.005", 101L)]
    [InlineData("-1.005", -100L)]
    [InlineData("1", 100L)]
    [InlineData("-79228162514264337593543950335", long.MinValue)]
    [InlineData("-92233720368547758.08", long.MinValue)]
    public void LowestUnits_Edge_IsTheFirstAtOrAboveIt(string edge, long units) =>
        Assert.Equal([units], BinKernels.LowestUnits([decimal.Parse(edge, System.Globalization.CultureInfo.InvariantCulture)], BinClosure.Left, 2));

    [Fact]
    public void LowestUnits_EdgeNoUnitReaches_IsLeftOut() =>
        Assert.Equal([0L], BinKernels.LowestUnits([0m, 92233720368547758.08m, decimal.MaxValue], BinClosure.Left, 2));

    [Fact]
    public void Bins_AnyEdgesAndValues_AreThoseOfALinearSearch()
    {
        var gen = from cuts in Gen.Choose(-300, 300).NonEmptyListOf()
                  from values in Gen.Choose(-350, 350).ListOf()
                  from closed in Gen.Elements(BinClosure.Left, BinClosure.Right)
                  select (cuts, values, closed);
        Prop.ForAll(gen.ToArbitrary(), given =>
        {
            decimal[] edges = [.. given.cuts.Distinct().Order().Select(cut => cut / 100m + 0.005m * (cut % 2))];
            edges = [.. edges.Distinct().Order()];
            var model = new BinningModel(new() { Edges = [.. edges], Labels = [.. Enumerable.Range(0, edges.Length + 1).Select(i => $"{i}")], Closed = given.closed });
            UserOpsDataset data = Users([.. given.values.Select((value, i) => ($"{i}", (double?)value / 100, (decimal?)(value / 100m), (decimal?)(value / 100m)))]);
            string[] expected = [.. given.values.Select(value => $"{edges.Count(edge => given.closed == BinClosure.Left ? edge <= value / 100m : edge < value / 100m)}")];
            Assert.Equal(expected, given.values.Select(value => model.LabelOf(value / 100m)));
            Assert.Equal(expected, model.Evaluate(data, Weight));
            Assert.Equal(expected, model.Evaluate(data, Balance));
            Assert.Equal(expected, model.Evaluate(data, Score));
        }).QuickCheckThrowOnFailure();
    }

    [Theory] // edges | labels | code at path
    [InlineData("1,1", "a,b,c", "edgesNotRising /edges/1")]
    [InlineData("2,1", "a,b,c", "edgesNotRising /edges/1")]
    [InlineData("1", "a", "labelCount /labels")]
    [InlineData("1", "a,a", "duplicateLabel /labels/1")]
    [InlineData("1", "a,", "labelMissing /labels/1")]
    [InlineData("", "a,b", "labelCount /labels")]
    public void Model_DefinitionThatCannotBe_IsRefused(string edges, string labels, string fault)
    {
        var definition = new BinningDefinition
        {
            Edges = [.. edges.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(decimal.Parse)],
            Labels = [.. labels.Split(',')],
        };
        var refused = Assert.Throws<InvalidDefinitionException>(() => new BinningModel(definition));
        Assert.Equal([fault], refused.Issues.Select(issue => $"{issue.Code} {issue.Path}"));
    }

    [Fact]
    public void Model_EveryFault_IsListedAtOnce()
    {
        var refused = Assert.Throws<InvalidDefinitionException>(() => new BinningModel(new() { Edges = default, Labels = default, Closed = (BinClosure)7 }));
        Assert.Equal(["/edges", "/labels", "/closed"], refused.Issues.Select(issue => issue.Path));
    }

    private static UserOpsDataset Users(params (string Id, double? Score, decimal? Weight, decimal? Balance)[] rows) => new UserOpsDatasetBuilder()
        .AddUsers(rows, map => map.User(x => x.Id).With(Score, x => x.Score).With(Weight, x => x.Weight).With(Balance, x => x.Balance))
        .Build();
}
