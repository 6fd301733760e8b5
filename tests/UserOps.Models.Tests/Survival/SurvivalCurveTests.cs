using System.Text.Json;
using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

public class SurvivalCurveTests
{
    [Fact]
    public void Curve_NobodyEnds_StaysAtOne()
    {
        SurvivalCurve curve = Curve([5, 8, 12], [false, false, false]);
        Assert.Empty(curve.Points);
        Assert.Equal(UndefinedReason.NotYetObservable, curve.Median.Time.Undefined);
        Assert.Equal(new SurvivalPoint(8, 2, 0, 1, 0.0, new Interval(1, 1)), curve.At(8));
        Assert.Equal(new RestrictedMean(20, 20, 0, true), curve.RestrictedMean(20));
    }

    [Fact]
    public void Curve_AllEndAtOnce_DropsToZeroWithoutAnError()
    {
        SurvivalCurve curve = Curve([7, 7, 7], [true, true, true]);
        Assert.Equal(new SurvivalPoint(7, 3, 3, 0, UndefinedReason.NoSolution, UndefinedReason.NoSolution), Assert.Single(curve.Points));
        Assert.Equal(7, curve.Median.Time.Value);
        Assert.Null(curve.Median.Lower.Value);
        Assert.Equal(new RestrictedMean(10, 7, 0, false), curve.RestrictedMean(10));
    }

    [Fact]
    public void Curve_OneRow_IsAnswered()
    {
        Assert.Equal(0, Curve([3], [true]).SurvivalAt(3));
        Assert.Equal(1, Curve([3], [false]).SurvivalAt(1e300));
        Assert.Equal(0, Curve([0], [true]).SurvivalAt(0));
    }

    [Fact]
    public void Curve_EverybodyAtRiskEndsBeforeLateEntries_StaysAtZero()
    {
        SurvivalCurve curve = new KaplanMeierModel().Evaluate(new SurvivalTable(new() { Times = [1, 5, 6], Events = [true, true, false], Entries = [-1, 2, 2] })).Curve;
        Assert.Equal([(1.0, 1.0, 0.0), (5.0, 2.0, 0.0)], curve.Points.Select(point => (point.Time, point.AtRisk, point.Survival)));
        Assert.Equal(0, curve.Risk.AtRiskAt(2));
    }

    [Fact]
    public void AtRisk_EntriesAtZeroAndBefore_DifferForAnEndAtZero()
    {
        var risk = RiskTable.Of(new SurvivalTable(new() { Times = [0, 2, 3], Events = [true, true, false], Entries = [-1, 0, -0.5] }));
        Assert.Equal([(0.0, 2.0), (2.0, 2.0), (3.0, 1.0)], risk.Times.Zip(risk.AtRisk));
    }

    [Fact]
    public void Median_OfTenSteps_IsReachedDespiteRounding()
        => Assert.Equal(5, Curve([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [true, true, true, true, true, true, true, true, true, true]).Median.Time.Value);

    [Fact]
    public void Weights_OfVeryDifferentSize_KeepTheSmallOnes()
    {
        // 1e20 is at risk and then gone; without care the rest would be 0 or less.
        SurvivalCurve curve = new KaplanMeierModel().Evaluate(new SurvivalTable(new()
        {
            Times = [1, 2, 3],
            Events = [true, true, true],
            Weights = [1e20, 1, 1],
            Entries = [-1, -1, 1.5],
        })).Curve;
        Assert.Equal([1, 2, 1], curve.Points.Skip(1).Select(point => point.AtRisk).Prepend(1));
        Assert.All(curve.Points, point => Assert.InRange(point.Survival, 0, 1));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Time_ThatIsNone_IsRefused(double time)
    {
        SurvivalCurve curve = Curve([1], [true]);
        Assert.Throws<ArgumentOutOfRangeException>(() => curve.At(time));
        Assert.Throws<ArgumentOutOfRangeException>(() => curve.SurvivalAt(time));
        Assert.Throws<ArgumentOutOfRangeException>(() => curve.RestrictedMean(time));
        Assert.Throws<ArgumentOutOfRangeException>(() => curve.Quantile(time));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Level_OutsideZeroAndOne_IsRefused(double level)
    {
        Assert.Equal("levelOutOfRange", Assert.Throws<InvalidDefinitionException>(() => new KaplanMeierModel(new() { Level = level })).Issues.Single().Code);
        Assert.Equal("levelOutOfRange", Assert.Throws<InvalidDefinitionException>(() => new NelsonAalenModel(new() { Level = level })).Issues.Single().Code);
        Assert.Equal("levelOutOfRange", Assert.Throws<InvalidDefinitionException>(() => new CompetingRisksModel(new() { Level = level })).Issues.Single().Code);
    }

    [Fact]
    public void CompetingRisks_WithoutCauses_IsRefused()
        => Assert.StartsWith("The table has no causes", Assert.Throws<ArgumentException>(() => new CompetingRisksModel().Evaluate(SurvivalTable.Of([1], [true]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Incidence_OfACauseNobodyHad_IsRefusedByName()
    {
        SurvivalTable table = new(new() { Times = [1], Events = [true], Causes = SurvivalLabels.Of("price") });
        Assert.Throws<KeyNotFoundException>(() => new CompetingRisksModel().Evaluate(table).Curves["bank"]);
    }

    [Theory] // a stored risk table | what is wrong with it
    [InlineData("""{"times":[1,2],"events":[1],"censored":[0,0]}""", "one value per time")]
    [InlineData("""{"times":[2,1],"events":[1,1],"censored":[0,0]}""", "ascend from zero or more")]
    [InlineData("""{"times":[-1],"events":[1],"censored":[0]}""", "ascend from zero or more")]
    [InlineData("""{"times":[1],"events":[-1],"censored":[2]}""", "negative or not finite")]
    [InlineData("""{"times":[1,2],"events":[1,1],"censored":[0,0],"entered":[0,5]}""", "More end or are censored than are at risk")]
    [InlineData("""{"times":[1],"events":[2],"censored":[0],"causes":[{"cause":"a","events":[1]}]}""", "do not add up")]
    [InlineData("""{"times":[1],"events":[2],"censored":[0],"causes":[{"cause":"a","events":[1]},{"cause":"a","events":[1]}]}""", "stands twice")]
    [InlineData("""{"times":[1],"events":[2],"censored":[0],"rows":{"times":[2],"events":[1],"censored":[0]}}""", "of the same times")]
    public void RiskTable_ThatCannotBe_IsRefusedWhenRead(string json, string reason)
        => Assert.Contains(reason, Assert.Throws<JsonException>(() => UserOpsJson.Deserialize<RiskTable>(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Merge_OfOtherDefinitionsOrGroups_IsRefused()
    {
        SurvivalTable plain = SurvivalTable.Of([1], [true]);
        KaplanMeierResult a = new KaplanMeierModel().Evaluate(plain);
        Assert.Throws<ArgumentException>(() => KaplanMeierResult.Merge(a, new KaplanMeierModel(new() { Level = 0.9 }).Evaluate(plain)));
        SurvivalTable grouped = new(new() { Times = [1], Events = [true], Groups = SurvivalLabels.Of("x") });
        Assert.Throws<ArgumentException>(() => KaplanMeierResult.Merge(a, new KaplanMeierModel().Evaluate(grouped)));
        SurvivalTable caused = new(new() { Times = [1], Events = [true], Causes = SurvivalLabels.Of("x") });
        Assert.Throws<ArgumentException>(() => KaplanMeierResult.Merge(a, new KaplanMeierModel().Evaluate(caused)));
    }

    [Fact]
    public void Kernels_Warm_AllocateNothing()
    {
        double[] times = [1, 2, 3], events = [1, 0, 2], censored = [0, 1, 0], atRisk = new double[3], a = new double[3], b = new double[3];
        ulong[] keys = [.. times.Select(time => TimeOrder.Key(time, true))], otherKeys = new ulong[3];
        int[] rows = [0, 1, 2], otherRows = new int[3];
        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Run()
        {
            TimeOrder.Sort(keys, rows, otherKeys, otherRows);
            RiskKernels.Sum(keys, rows, [], [], [], new(a.AsSpan(0, RiskKernels.DifferentTimes(keys, [])), b, censored, []));
            RiskKernels.AtRisk(events, censored, [], atRisk);
            KaplanMeierKernels.Survival(events, atRisk, a, b);
            KaplanMeierKernels.Area(times, events, atRisk, a, 4);
            NelsonAalenKernels.Hazard(events, atRisk, a, b);
            IncidenceKernels.Incidence(events, events, atRisk, a, a, b);
        }
    }

    private static SurvivalCurve Curve(double[] times, bool[] events) => new KaplanMeierModel().Evaluate(SurvivalTable.Of(times, events)).Curve;
}
