using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Funnels;

/// <summary>A canceled token is handed to each piece that goes through the events of one unit.</summary>
public sealed class PromptCancellationTests
{
    private static readonly CancellationToken Canceled = new(canceled: true);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData((1 << 20) - 1, false)]
    [InlineData(1 << 20, true)]
    [InlineData(5 << 20, true)]
    public void LookAt_Canceled_ThrowsOnceInManyEvents(int position, bool throws)
    {
        Exception? thrown = Record.Exception(() => Canceled.LookAt(position));

        Assert.Equal(throws, thrown is OperationCanceledException);
        CancellationToken.None.LookAt(position);
    }

    [Fact]
    public void Read_Canceled_Throws()
    {
        CompiledFunnel funnel = Compile(Journeys.Funnel("AB").Definition);

        Assert.Throws<OperationCanceledException>(() => new UserHits(funnel, Canceled).Read(0));
        Assert.Throws<OperationCanceledException>(() => new UnitReader(funnel, Canceled).Read(0));
    }

    [Fact]
    public void Choose_Canceled_Throws()
    {
        var plan = new FunnelPlan(Journeys.Funnel("AB").Definition);
        var timeline = new Timeline();
        timeline.Add(0, 1, canFill: 1, matches: 1, excluded: 0, isStrict: false);
        timeline.Seal(byArrival: false);
        var all = new StartRange(0, 1);
        ChainGoal goal = new ChainSearch(plan).Search(timeline, all);

        Assert.Throws<OperationCanceledException>(() => new ChainSearch(plan, Canceled).Search(timeline, all));
        Assert.Throws<OperationCanceledException>(() => new ChainChoice(plan, Canceled).Choose(timeline, all, goal, new Chain(plan.StepCount)));
    }

    private static CompiledFunnel Compile(FunnelDefinition definition)
        => CompiledFunnel.Of(definition, Journeys.Of("AB"), Journeys.Context, run: null, CancellationToken.None);
}
