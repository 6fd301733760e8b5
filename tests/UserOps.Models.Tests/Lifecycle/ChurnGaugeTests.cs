using UserOps.Models.Lifecycle;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>The span door: what it refuses, and that it allocates nothing.</summary>
public class ChurnGaugeTests
{
    private static readonly ChurnGauge Gauge = new ChurnWarningModel(ChurnLogs.Definition).GaugeIn(ChurnLogs.EndOf(400));

    [Fact]
    public void Assess_NoEvents_IsUnknown()
    {
        ChurnAssessment nobody = Gauge.Assess([]);
        Assert.Equal((ChurnState.Unknown, (ChurnUnknownReason?)ChurnUnknownReason.NoActivity), (nobody.State, nobody.UnknownBecause));
        Assert.Equal((UndefinedReason?)UndefinedReason.EmptyPopulation, nobody.Score.Undefined);
        Assert.Equal((UndefinedReason?)UndefinedReason.ZeroBase, nobody.AmountTrend!.Value.Undefined);
    }

    [Fact]
    public void Assess_BadArguments_AreRefused()
    {
        Assert.StartsWith("There are 1 instants but 2 amounts.", Assert.Throws<ArgumentException>(() => Gauge.Assess([], [1], [1, 2])).Message, StringComparison.Ordinal);
        ChurnGauge gapOnly = new ChurnWarningModel(ChurnLogs.Definition with { Amounts = null, WarnWhen = ChurnCombination.GapOnly }).GaugeIn(ChurnLogs.EndOf(1));
        Assert.StartsWith("The definition asks for no amounts.", Assert.Throws<ArgumentException>(() => gapOnly.Assess([], [1], [1])).Message, StringComparison.Ordinal);
        Assert.Equal((2, "activityUtcTicks"), Unsorted(() => Gauge.Assess([1, 3, 2])));
        Assert.Equal((1, "amountUtcTicks"), Unsorted(() => Gauge.Assess([], [2, 1], [1, 1])));
        Assert.Equal("activityUtcTicks", Assert.Throws<ArgumentOutOfRangeException>(() => Gauge.Assess([-1])).ParamName);
        Assert.Equal("activityUtcTicks", Assert.Throws<ArgumentOutOfRangeException>(() => Gauge.Assess([DateTime.MaxValue.Ticks + 1])).ParamName);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)] // beyond the stack: from the pool
    [InlineData(5_000)]
    public void Assess_AnyUser_AllocatesNothing(int events)
    {
        long[] logins = [.. Enumerable.Range(0, events).Select(hour => ChurnLogs.Noon(1).AddHours(hour).UtcTicks)];
        long[] units = [.. logins.Select(ticks => ticks % 1000)];
        ChurnAssessment warmed = default;
        for (int i = 0; i < 3; i++)
        {
            warmed = Gauge.Assess(logins, logins, units);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        ChurnAssessment assessed = Gauge.Assess(logins, logins, units);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(warmed, assessed);
    }

    private static (int, string?) Unsorted(Func<object> call)
    {
        var refusal = Assert.Throws<EventsNotSortedException>(call);
        return (refusal.Index, refusal.ParamName);
    }
}
