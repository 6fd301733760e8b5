using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Funnels;

public sealed class UnitLevelsTests
{
    [Fact]
    public void Constructor_MoreChainsThanAnArrayHolds_SaysWhatToAskInstead()
    {
        var plan = new FunnelPlan(new FunnelDefinition { Steps = [.. Enumerable.Range(0, 64).Select(step => (FunnelStep)$"e{step}")] });

        // 67,108,865 units of 64 steps: 64 more than 32 bits count.
        string message = Assert.Throws<InvalidOperationException>(() => new UnitLevels((1 << 26) + 1, plan, withChains: true)).Message;

        Assert.Equal(
            "The chains of 67108865 units and 64 steps are more than one result can hold; ask for counts, or merge summaries of parts of the users.",
            message);
    }
}
