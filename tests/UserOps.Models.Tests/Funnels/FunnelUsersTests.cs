using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Funnels;

public sealed class FunnelUsersTests
{
    private static readonly UserOpsDataset Data = Journeys.Of("ABC", "AB", "A.B", "BC", "A....C");

    [Fact]
    public void Sets_OfSteps_NameTheUsers()
    {
        FunnelUsers users = Journeys.Funnel("ABC", TimeSpan.FromMinutes(3)).Evaluate(Data, Journeys.Context).Users;

        Assert.Equal(["u0", "u1", "u2", "u4"], Ids(users.Reached(0)));
        Assert.Equal(["u0", "u1", "u2"], Ids(users.Reached(1)));
        Assert.Equal(["u4"], Ids(users.LostBefore(1)));
        Assert.Equal(["u1", "u2"], Ids(users.LostBefore(2)));
        Assert.Empty(Ids(users.Removed()));
        Assert.Throws<ArgumentOutOfRangeException>(() => users.Reached(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => users.LostBefore(0));
    }

    [Fact]
    public void Sets_WithAnOptionalStep_LookPastIt()
    {
        FunnelUsers users = Journeys.Funnel("ABC", null, d => d with { Steps = ["A", new() { Events = "B", Optional = true }, "C"] })
            .Evaluate(Data, Journeys.Context).Users;

        Assert.Equal(["u0", "u4"], Ids(users.Reached(2)));
        Assert.Equal(["u1", "u2"], Ids(users.LostBefore(2)));
        Assert.Equal(["u4"], Ids(users.LostBefore(1)));
    }

    [Fact]
    public void Sets_AreCountsOfTheSummary()
    {
        UserOpsDataset data = Journeys.Of(FunnelModelTests.RandomJourneys(700, seed: 3));
        FunnelResult result = Journeys.Funnel("ABC", TimeSpan.FromMinutes(3), d => d with { Exclusions = [new() { Events = "X", FromStep = 0, ToStep = 1 }] })
            .Evaluate(data, Journeys.Context);

        Assert.Equal(Journeys.Counts(result), Enumerable.Range(0, 3).Select(step => (long)result.Users.Reached(step).Count));
        Assert.Equal(result.Summary.Steps.Skip(1).Select(step => step.Lost), [result.Users.LostBefore(1).Count, result.Users.LostBefore(2).Count]);
        Assert.Equal(result.Summary.Removed, result.Users.Removed().Count);
        Assert.True(result.Summary.Removed > 0);
    }

    [Fact]
    public void ChosenEvents_OfAUser_AreIndicesIntoTheTable()
    {
        UserOpsDataset data = Journeys.Of("X", "AAB.C");
        FunnelUsers users = Journeys.Funnel("ABC", null, d => d with { Detail = FunnelDetail.Chains }).Evaluate(data, Journeys.Context).Users;

        Assert.Equal<int?>([2, 3, 5], users.ChosenEvents("u1")); // the later A
        Assert.Equal<int?>([null, null, null], users.ChosenEvents("u0"));
        Assert.Throws<KeyNotFoundException>(() => users.ChosenEvents("nobody"));
    }

    [Fact]
    public void ChosenEvents_WithoutChains_SaysHowToAsk()
        => Assert.Equal(
            "Chosen events are kept only with Detail = FunnelDetail.Chains.",
            Assert.Throws<InvalidOperationException>(() => Journeys.Funnel("AB").Evaluate(Data, Journeys.Context).Users.ChosenEvents("u0")).Message);

    [Theory] // window 3 minutes; B at most 1 minute after A
    [InlineData("ABC", 3, null, FunnelObstacle.None, null)]
    [InlineData("A", 1, 1, FunnelObstacle.NoEvent, null)]
    [InlineData("BA", 1, 1, FunnelObstacle.OnlyBefore, null)]
    [InlineData("A..B", 1, 1, FunnelObstacle.AfterStepLimit, 2)]
    [InlineData("A.....B", 1, 1, FunnelObstacle.AfterWindow, 3)]
    [InlineData("AB...C", 2, 2, FunnelObstacle.AfterWindow, 2)]
    [InlineData("B", 0, 0, FunnelObstacle.NoEvent, null)]
    public void Explain_OfAUser_NamesTheLimitThatFailed(string journey, int level, int? next, FunnelObstacle obstacle, int? minutesBeyond)
    {
        FunnelModel funnel = Journeys.Funnel("ABC", TimeSpan.FromMinutes(3), d => d with
        {
            Steps = ["A", new() { Events = "B", Within = TimeSpan.FromMinutes(1) }, "C"],
        });

        FunnelExplanation explanation = funnel.Evaluate(Journeys.Of(journey), Journeys.Context).Users.Explain("u0");

        Assert.Equal(level, explanation.Level);
        Assert.Equal(next, explanation.NextStep);
        Assert.Equal(obstacle, explanation.Obstacle);
        Assert.Equal(minutesBeyond is { } minutes ? TimeSpan.FromMinutes(minutes) : null, explanation.Distance);
        Assert.Equal(level, explanation.Served.Length);
        Assert.Equal(explanation, UserOpsJson.Deserialize<FunnelExplanation>(UserOpsJson.Serialize(explanation)));
    }

    [Fact]
    public void Explain_RemovedUser_NamesTheExcludedEvent()
    {
        FunnelModel funnel = Journeys.Funnel("AB", null, d => d with { Exclusions = [new() { Events = "X", FromStep = 0, ToStep = 1 }] });

        FunnelExplanation explanation = funnel.Evaluate(Journeys.Of("A.XB"), Journeys.Context).Users.Explain("u0");

        Assert.Equal((-1, FunnelObstacle.Excluded, (int?)2), (explanation.Level, explanation.Obstacle, explanation.Event));
        Assert.Equal([0, 3], explanation.Served.Select(served => served.Event));
    }

    [Fact]
    public void Explain_StrictOrder_PointsAtTheEventThatCameTooLate()
    {
        FunnelModel funnel = Journeys.Funnel("AB", null, d => d with { Order = FunnelOrder.Strict });

        FunnelExplanation explanation = funnel.Evaluate(Journeys.Of("AXB"), Journeys.Context).Users.Explain("u0");

        Assert.Equal((FunnelObstacle.NotByTheRules, (int?)2), (explanation.Obstacle, explanation.Event));
    }

    private static string[] Ids(UserSet users) => [.. users.Ids().Select(id => id.ToString())];
}
