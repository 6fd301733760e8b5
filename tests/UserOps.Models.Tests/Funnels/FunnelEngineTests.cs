using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Funnels;

public sealed class FunnelEngineTests
{
    [Theory] // what is judged start by start can take long for one unit alone, and so can very many events
    [InlineData("ordered")]
    [InlineData("unordered")]
    [InlineData("unordered, reuse")]
    [InlineData("exclusion")]
    [InlineData("totals")]
    [InlineData("days")]
    public void Add_CanceledWithinAUnit_Throws(string asked)
    {
        var plan = new FunnelPlan(new FunnelDefinition
        {
            Steps = ["a", "b"],
            Order = asked.StartsWith("unordered", StringComparison.Ordinal) ? FunnelOrder.Unordered : FunnelOrder.Ordered,
            ReuseEvents = asked.EndsWith("reuse", StringComparison.Ordinal),
            Exclusions = asked == "exclusion" ? [new() { Events = "x", FromStep = 0, ToStep = 1 }] : [],
        });
        using var source = new CancellationTokenSource();
        var engine = new FunnelEngine(plan, new FunnelQuestions(Totals: asked == "totals", DayOf: asked == "days" ? _ => 0 : null), source.Token);
        var timeline = new Timeline();
        timeline.Add(0, 1, 1, 1, 0, isStrict: false);
        engine.Begin();
        engine.Add(timeline);

        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => engine.Add(timeline));
    }
}
