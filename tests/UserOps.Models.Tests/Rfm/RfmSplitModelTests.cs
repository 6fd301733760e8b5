using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

public class RfmSplitModelTests
{
    public static TheoryData<RfmSplitMethod, RfmCutSide> Splits => new()
    {
        { RfmSplitMethod.Mean, RfmCutSide.High }, { RfmSplitMethod.Mean, RfmCutSide.Low },
        { RfmSplitMethod.Median, RfmCutSide.High }, { RfmSplitMethod.Median, RfmCutSide.Low },
        { RfmSplitMethod.Given, RfmCutSide.High }, { RfmSplitMethod.Given, RfmCutSide.Low },
    };

    [Theory]
    [MemberData(nameof(Splits))]
    public void Evaluate_RandomUsers_IsWhatTheTwinSays(RfmSplitMethod method, RfmCutSide equal)
    {
        var random = new Xoshiro256(61);
        RfmGivenCuts? given = method == RfmSplitMethod.Given ? new() { Recency = 3, Frequency = 1.5m, Monetary = -0.01m } : null;
        var model = new RfmSplitModel(new() { Method = method, EqualToCut = equal, Given = given });
        for (int run = 0; run < 200; run++)
        {
            int n = 1 + random.NextInt32(run % 20 == 0 ? 1_500 : 12);
            decimal[] recency = Column(n, _ => random.NextInt32(7));
            decimal[] frequency = Column(n, _ => 1 + random.NextInt32(3));
            decimal[] monetary = Column(n, i => run % 3 == 0 && i % 2 == 0 ? random.NextInt32(50) * 1e-20m + 1e7m : random.NextInt32(500) / 100m - 2);
            RfmSplitResult result = model.Evaluate(recency, frequency, monetary);
            bool[] r = TwinSplit.IsHigh(recency, model.Split, given?.Recency, lowerIsBetter: true);
            bool[] f = TwinSplit.IsHigh(frequency, model.Split, given?.Frequency, lowerIsBetter: false);
            bool[] m = TwinSplit.IsHigh(monetary, model.Split, given?.Monetary, lowerIsBetter: false);
            Assert.Equal(r.Zip(f, m).Select(sides => RfmGroups.Of(sides.First, sides.Second, sides.Third)), result.Groups);
            Assert.Equal(RfmGroups.All.Select(group => result.Groups.LongCount(one => one == group)), RfmGroups.All.Select(result.CountOf));
            Assert.Equal(result.Groups.AsEnumerable(), OfUnits(model, recency, frequency, monetary, run % 3 == 0));
        }
    }

    [Theory] // three times a tenth has the mean of a tenth, whatever adding doubles says
    [InlineData(0.1, 3)]
    [InlineData(0.7, 10)]
    [InlineData(1e300, 7)]
    [InlineData(-0.3, 9)]
    [InlineData(5e-324, 3)]
    public void Evaluate_EqualDoubles_LieOnTheirMean(double value, int users)
    {
        double[] all = [.. Enumerable.Repeat(value, users)];
        RfmSplitResult high = new RfmSplitModel().Evaluate(all, all, all);
        Assert.Equal((value, value, value), (high.RecencyCut, high.FrequencyCut, high.MonetaryCut));
        Assert.All(high.Groups, group => Assert.Equal(RfmGroup.ImportantValue, group));
        RfmSplitResult low = new RfmSplitModel(new() { EqualToCut = RfmCutSide.Low }).Evaluate(all, all, all);
        Assert.All(low.Groups, group => Assert.Equal(RfmGroup.GeneralWinBack, group));
    }

    [Fact]
    public void Evaluate_DoublesAMeanCannotHold_AreComparedWithTheMeanItself()
    {
        // The mean lies between two neighbors, and its nearest double is the even one of them.
        double upper = Math.BitIncrement(1.0);
        double[] values = [1.0, upper];
        RfmSplitResult result = new RfmSplitModel().Evaluate([0.0, 0.0], [0.0, 0.0], values);
        Assert.Equal(1.0, result.MonetaryCut);
        Assert.Equal([RfmGroup.GeneralValue, RfmGroup.ImportantValue], result.Groups.AsEnumerable()); // 1 is below the mean, though equal to the double shown
    }

    [Fact]
    public void Evaluate_GivenCutOfDoubles_MeetsTheNumberAsWritten()
    {
        var model = new RfmSplitModel(new() { Method = RfmSplitMethod.Given, Given = new() { Recency = 0.3m, Frequency = 0.3m, Monetary = 0.3m } });
        Assert.Equal(RfmGroup.ImportantValue, Assert.Single(model.Evaluate([0.3], [0.3], [0.3]).Groups));
    }

    [Fact]
    public void Evaluate_CutsBeyondEveryValue_PutAllOnOneSide()
    {
        var beyond = new RfmGivenCuts { Recency = decimal.MaxValue, Frequency = decimal.MinValue, Monetary = decimal.MaxValue };
        var model = new RfmSplitModel(new() { Method = RfmSplitMethod.Given, Given = beyond });
        Assert.Equal(RfmGroup.GeneralValue, Assert.Single(model.Evaluate([1m], [1m], [1m]).Groups));
        Assert.Equal(RfmGroup.GeneralValue, Assert.Single(model.Evaluate([double.MaxValue / 1e300], [1.0], [1.0]).Groups));
    }

    [Fact]
    public void Evaluate_NobodyOrOtherLengths_IsRefused()
    {
        var model = new RfmSplitModel();
        Assert.Equal("There are no users to group.", Assert.Throws<ArgumentException>(() => model.Evaluate(ReadOnlySpan<decimal>.Empty, [], [])).Message);
        Assert.Equal(
            "There are 1 values of recency, 2 of frequency and 1 of money; there is one of each per user.",
            Assert.Throws<ArgumentException>(() => model.Evaluate([1m], [1m, 2m], [1m])).Message);
        Assert.Throws<ArgumentException>(() => model.Evaluate([1.0], [double.NaN], [1.0]));
    }

    [Fact]
    public void Model_WrongSplit_IsRefused()
    {
        var given = new RfmGivenCuts { Recency = 1, Frequency = 1, Monetary = 1 };
        Assert.Equal(["missingMember"], CodesOf(new() { Method = RfmSplitMethod.Given }));
        Assert.Equal(["unknownMember"], CodesOf(new() { Given = given }));
        Assert.Equal(["unknownValue", "unknownValue", "unknownMember"], CodesOf(new() { Method = (RfmSplitMethod)7, EqualToCut = (RfmCutSide)7, Given = given }));

        static IEnumerable<string> CodesOf(RfmSplit split) => Assert.Throws<InvalidDefinitionException>(() => new RfmSplitModel(split)).Issues.Select(issue => issue.Code);
    }

    /// <summary>The door of the model that reads events: days and counts as int, money as units.</summary>
    private static RfmGroup[] OfUnits(RfmSplitModel model, decimal[] recency, decimal[] frequency, decimal[] monetary, bool tooFine)
    {
        if (tooFine)
        {
            return [.. model.Evaluate(recency, frequency, monetary).Groups]; // nothing finer than 18 digits has units
        }

        var groups = new byte[recency.Length];
        AxisCut r = model.MarkUnits<int>([.. recency.Select(value => (int)value)], 0, model.Split.Given?.Recency, RfmSplitKernels.LowRecency, groups);
        AxisCut f = model.MarkUnits<int>([.. frequency.Select(value => (int)value)], 0, model.Split.Given?.Frequency, RfmSplitKernels.LowFrequency, groups);
        AxisCut m = model.MarkUnits<long>([.. monetary.Select(value => (long)(value * 10_000))], 4, model.Split.Given?.Monetary, RfmSplitKernels.LowMonetary, groups);
        return [.. model.ResultOf(r, f, m, groups).Groups];
    }

    private static decimal[] Column(int length, Func<int, decimal> valueAt) => [.. Enumerable.Range(0, length).Select(valueAt)];
}
