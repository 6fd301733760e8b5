using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Funnels;

public sealed class FunnelSpanDoorTests
{
    [Fact]
    public void CompletedSteps_UsedBefore_AllocatesNothing()
    {
        FunnelModel[] funnels =
        [
            Journeys.Funnel("ABC"),
            Journeys.Funnel("ABC", TimeSpan.FromTicks(2), d => d with { Order = FunnelOrder.Strict }),
            Journeys.Funnel("ABC", TimeSpan.FromTicks(2), d => d with { Order = FunnelOrder.Unordered }),
            Journeys.Funnel("ABC", TimeSpan.FromTicks(2), d => d with { Ties = FunnelTies.Increasing, ReuseEvents = true }),
            Journeys.Funnel("ABC", null, d => d with { Steps = ["A", new FunnelStep { Events = "B", Optional = true }, "C"] }),
        ];
        long[] instants = [.. Enumerable.Range(0, 500).Select(i => (long)(i / 3))];
        ulong[] steps = [.. Enumerable.Range(0, 500).Select(i => (ulong)(i * 7 % 8))];
        long[] apart = [.. Enumerable.Range(0, 500).Select(i => (long)i)];
        foreach (FunnelModel funnel in funnels)
        {
            funnel.CompletedSteps(instants, steps);
            funnel.CompletedSteps(apart, steps);

            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 10; i++)
            {
                funnel.CompletedSteps(instants, steps);
                funnel.CompletedSteps(apart, steps);
            }

            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [Fact]
    public void CompletedSteps_FromManyThreads_GivesTheSame()
    {
        FunnelModel funnel = Journeys.Funnel("ABC", null, d => d with { Order = FunnelOrder.Strict });
        long[] instants = [0, 1, 2, 3];
        ulong[][] journeys = [[1, 2, 4, 0], [1, 0, 2, 4], [1, 2, 0, 4], [0, 0, 0, 0]];
        int[] expected = [3, 1, 2, 0];

        Parallel.For(0, 4_000, i => Assert.Equal(expected[i % 4], funnel.CompletedSteps(instants, journeys[i % 4])));
    }

    [Fact]
    public void CompletedSteps_BadArguments_AreNamed()
    {
        FunnelModel funnel = Journeys.Funnel("AB");

        Assert.Equal(
            "There are 2 instants and 1 masks; each event has one of both. (Parameter 'stepsFilled')",
            Assert.Throws<ArgumentException>(() => funnel.CompletedSteps([1, 2], [1])).Message);
        Assert.Equal(
            "A mask has bit 2; the last step is 1. (Parameter 'stepsFilled')",
            Assert.Throws<ArgumentException>(() => funnel.CompletedSteps([1], [4])).Message);
        var unsorted = Assert.Throws<EventsNotSortedException>(() => funnel.CompletedSteps([1, 5, 4], [1, 1, 1]));
        Assert.Equal(2, unsorted.Index);
        Assert.Equal("Event 2 is earlier than event 1; sort each user's events by instant first. (Parameter 'utcTicks')", unsorted.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => funnel.CompletedSteps([-1], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => funnel.CompletedSteps([long.MaxValue], [1]));
    }

    [Fact]
    public void CompletedSteps_OptionsThatNeedColumns_AreRefusedByName()
    {
        FunnelModel funnel = Journeys.Funnel("AB", null, d => d with
        {
            HoldConstant = [Journeys.Channel],
            Exclusions = [new() { Events = "X", FromStep = 0, ToStep = 1 }],
            Steps = [new() { Events = "A", Occurrence = FunnelOccurrence.FirstEver }, "B"],
        });

        Assert.Equal(
            "This funnel has HoldConstant, Exclusions, Occurrence; without a dataset it cannot be judged. Use Evaluate, or a definition without them.",
            Assert.Throws<InvalidOperationException>(() => funnel.CompletedSteps([], [])).Message);
    }
}
