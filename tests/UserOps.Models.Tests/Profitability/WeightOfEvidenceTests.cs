using UserOps.Models.Profitability;

namespace UserOps.Models.Tests.Profitability;

public class WeightOfEvidenceTests
{
    private static readonly CategoryField City = Field.Category("city");

    [Fact]
    public void Of_Counts_WeighsEveryBin()
    {
        WeightOfEvidence answer = WeightOfEvidence.Of([100, 200, 300], [50, 30, 20]);
        Assert.Equal([Math.Log(100 / 600.0 / 0.5), Math.Log(200 / 600.0 / 0.3), Math.Log(0.5 / 0.2)], answer.Bins.Select(bin => bin.Weight.Value!.Value), Near);
        Assert.Equal(answer.Bins.Sum(bin => bin.InformationValue.Value!.Value), answer.InformationValue.Value!.Value, 1e-12);
        Assert.All(answer.Bins, bin => Assert.True(bin.InformationValue.Value >= 0));
        Assert.Equal(answer, UserOpsJson.Deserialize<WeightOfEvidence>(UserOpsJson.Serialize(answer)));
    }

    [Fact]
    public void Of_SameShares_TellNothing() => Assert.Equal(0, WeightOfEvidence.Of([10, 30], [1, 3]).InformationValue.Value!.Value, 1e-15);

    [Theory] // of good and bad by bin; totals that no adjustment mends come before bins
    [InlineData("5,0", "1,2", "good", 1)]
    [InlineData("5,1", "0,2", "bad", 0)]
    [InlineData("0,0", "1,2", null, 0)]
    [InlineData("1,2", "0,0", null, 0)]
    public void Of_Zeros_AreRefusedOrUndefined(string good, string bad, string? argument, int index)
    {
        if (argument is null)
        {
            Assert.Equal(UndefinedReason.ZeroBase, WeightOfEvidence.Of(Counts(good), Counts(bad)).InformationValue.Undefined);
            Assert.Equal(UndefinedReason.ZeroBase, WeightOfEvidence.Of(Counts(good), Counts(bad), 0.5m).Bins[1].Weight.Undefined);
            return;
        }

        EmptyBinException refusal = Assert.Throws<EmptyBinException>(() => WeightOfEvidence.Of(Counts(good), Counts(bad)));
        Assert.Equal((argument, index), (refusal.ParamName, refusal.Index));
        Assert.Equal($"Bin {index} has none of these; join it with a neighbor, or give an adjustment. (Parameter '{argument}')", refusal.Message);
        Assert.NotNull(WeightOfEvidence.Of(Counts(good), Counts(bad), 0.5m).InformationValue.Value);
    }

    [Fact]
    public void Of_Adjustment_ChangesTheEmptyBinAlone()
    {
        WeightOfEvidence answer = WeightOfEvidence.Of([100, 200, 300], [60, 40, 0], 0.5m);
        Assert.Equal(Math.Log(100 / 600.0 / 0.6), answer.Bins[0].Weight.Value!.Value, 1e-12);
        Assert.Equal(Math.Log(300.5 / 600 / 0.005), answer.Bins[2].Weight.Value!.Value, 1e-12);
    }

    [Fact]
    public void Of_CountsThatCannotBe_AreRefused()
    {
        Assert.Equal("bad", Assert.Throws<ArgumentException>(() => WeightOfEvidence.Of([1, 2], [1])).ParamName);
        Assert.Equal("bad", Assert.Throws<ArgumentException>(() => WeightOfEvidence.Of([], [])).ParamName);
        Assert.Equal("good", Assert.Throws<ArgumentOutOfRangeException>(() => WeightOfEvidence.Of([1, -2], [1, 1])).ParamName);
        Assert.Equal("zeroAdjustment", Assert.Throws<ArgumentOutOfRangeException>(() => WeightOfEvidence.Of([1], [1], 0m)).ParamName);
    }

    [Fact]
    public void Of_Column_WeighsItsValuesAndTheMissing()
    {
        (string Id, string? City)[] people = [("a", "west"), ("b", "west"), ("c", "east"), ("d", "east"), ("e", null), ("f", null), ("g", "north")];
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(people, map => map.User(row => row.Id).With(City, row => row.City)).Build();
        WeightOfEvidence answer = WeightOfEvidence.Of(data, City, UserSet.Of(data.Directory, ["a", "c", "e"]), UserSet.Of(data.Directory, ["b", "d", "f"]));
        Assert.Equal(["east", "west", null], answer.Bins.Select(bin => bin.Label)); // nobody of the north was judged
        Assert.All(answer.Bins, bin => Assert.Equal((1L, 1L, 0d), (bin.Good, bin.Bad, bin.Weight.Value!.Value)));
        Assert.Equal(UndefinedReason.EmptyPopulation, WeightOfEvidence.Of(data, City, UserSet.None(data.Directory), UserSet.None(data.Directory)).InformationValue.Undefined);
        UserSet ann = UserSet.Of(data.Directory, ["a"]);
        Assert.Equal("Somebody is both a good and a bad customer. (Parameter 'bad')", Assert.Throws<ArgumentException>(() => WeightOfEvidence.Of(data, City, ann, ann)).Message);
    }

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-12;

    private static long[] Counts(string text) => [.. text.Split(',').Select(count => long.Parse(count, System.Globalization.CultureInfo.InvariantCulture))];
}
