using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

public class RfmExplanationTests
{
    private static readonly RfmDefinition Asked = PurchaseLogs.Paid with
    {
        LastDays = 31,
        Refunds = "refund",
        Reversals = new() { Events = "reverse", Order = PurchaseLogs.Order },
        RecencyScoring = new() { Method = RfmScoringMethod.Thresholds, Thresholds = [7, 30] },
        FrequencyScoring = new() { Method = RfmScoringMethod.Thresholds, Thresholds = [2, 5] },
        MonetaryScoring = new() { Method = RfmScoringMethod.Thresholds, Thresholds = [100, 500] },
        Split = new() { Method = RfmSplitMethod.Given, Given = new() { Recency = 10, Frequency = 2, Monetary = 100 } },
        Segments = RfmSegmentTables.RecencyFrequency,
    };

    [Fact]
    public void Explain_AMember_GivesTheEventsAndWhatEachDid()
    {
        RfmExplanation explained = Explain(
            "ann",
            """
            ann:pay@2026-02-01T10:00=9 ann:pay@2026-03-02T10:00=40#1 ann:reverse@2026-03-03T10:00#1 ann:pay@2026-03-21T10:00=120.50 ann:pay@2026-03-22T10:00
            ann:refund@2026-03-23T10:00=-20 ann:reverse@2026-03-24T10:00 ann:view@2026-03-25T10:00 ann:pay@2026-04-25T10:00=7
            """);
        Assert.Equal(
            [
                "2026-02-01 pay Purchase 9 BeforeWindow",
                "2026-03-02 pay Purchase 40 TakenBack",
                "2026-03-03 reverse Reversal  TakesBack",
                "2026-03-21 pay Purchase 120.5 Counted",
                "2026-03-22 pay Purchase  WithoutAmount",
                "2026-03-23 refund Refund -20 Counted",
                "2026-03-24 reverse Reversal  TakesNothing",
            ],
            explained.Events.Select(one => FormattableString.Invariant($"{one.At:yyyy-MM-dd} {one.Name} {one.Role} {one.Amount} {one.Effect}")));
        Assert.Equal((9, 2, 100.5m), (explained.Member!.Recency, explained.Member.Frequency, explained.Member.Monetary));
        Assert.Equal(explained, UserOpsJson.Deserialize<RfmExplanation>(UserOpsJson.Serialize(explained)));
    }

    [Theory] // value, score; the cut to the better and how far, the cut to the worse and how far; side of the split and how far
    [InlineData(RfmAxis.Recency, "9 score 2; better at 7, 2 away; worse at 30, 21 away; high by 1")]
    [InlineData(RfmAxis.Frequency, "2 score 2; better at 5, 3 away; worse at 2, 0 away; high by 0")]
    [InlineData(RfmAxis.Monetary, "99.5 score 1; better at 100, 0.5 away; worse at , away; low by 0.5")]
    public void Explain_AnAxis_SaysHowFarTheBoundariesAre(RfmAxis axis, string expected)
    {
        RfmAxisExplanation one = Explain("ann", "ann:pay@2026-03-21T10:00=50 ann:pay@2026-03-22T10:00=49.50").Axes.Single(one => one.Axis == axis);
        Assert.Equal(expected, FormattableString.Invariant(
            $"{one.Value} score {one.Score}; better at {one.NextBetterCut}, {one.ToNextBetter} away; worse at {one.NextWorseCut}, {one.ToNextWorse} away; {(one.IsHigh!.Value ? "high" : "low")} by {one.ToSplit}").Replace("  ", " ", StringComparison.Ordinal));
    }

    [Fact]
    public void Explain_TheSegment_IsTheFirstRowThatMatches()
    {
        RfmExplanation explained = Explain("ann", "ann:pay@2026-03-21T10:00=50");
        RfmSegment first = RfmSegmentTables.RecencyFrequency.Segments.First(segment => segment.Claims(explained.Member!.Cell!.Value));
        Assert.Equal(first, explained.Segment);
        Assert.Equal(RfmSegmentTables.RecencyFrequency.Segments.IndexOf(first), explained.SegmentIndex);
        Assert.Equal(first.Id, explained.Member!.Segment);
    }

    [Fact]
    public void Explain_SomebodyOutside_GivesTheEventsAndNoScores()
    {
        RfmExplanation explained = Explain("bob", "ann:pay@2026-03-21T10:00=50 bob:pay@2026-02-21T10:00=50 bob:refund@2026-03-21T10:00=50");
        Assert.Equal((null, 0, null), (explained.Member, explained.Axes.Length, explained.Segment));
        Assert.Equal([RfmEventEffect.BeforeWindow, RfmEventEffect.SubtractsNothing], explained.Events.Select(one => one.Effect));
    }

    [Theory]
    [InlineData("ann:pay@2026-03-21T10:00=50 ann:refund@2026-03-22T10:00=20", RfmEventEffect.Counted)]
    [InlineData("ann:pay@2026-03-21T10:00 ann:refund@2026-03-22T10:00=20", RfmEventEffect.SubtractsNothing)]    // no purchase has an amount
    [InlineData("ann:pay@2026-02-21T10:00=50 ann:refund@2026-03-22T10:00=20", RfmEventEffect.SubtractsNothing)] // none in the window
    [InlineData("ann:pay@2026-03-21T10:00=50 ann:refund@2026-03-22T10:00", RfmEventEffect.WithoutAmount)]
    public void Explain_ARefund_CountsOnlyWhereItSubtracts(string log, RfmEventEffect effect)
        => Assert.Equal(effect, Explain("ann", log).Events.Single(one => one.Role == RfmEventRole.Refund).Effect);

    [Fact]
    public void Explain_ARefundWhereMoneyIsNotAsked_SubtractsNothing()
    {
        RfmDefinition visits = RfmPresets.Engagement("pay", "read") with { Refunds = "refund" };
        Assert.Equal(RfmEventEffect.SubtractsNothing, Explain("ann", "ann:pay@2026-03-21T10:00 ann:refund@2026-03-22T10:00=20", visits).Events[^1].Effect);
    }

    [Fact]
    public void Explain_Engagement_ListsTheEventsThatAreCounted()
    {
        RfmDefinition visits = RfmPresets.Engagement(EventFilter.Any, "read") with { LastDays = 31 };
        RfmExplanation explained = Explain("ann", "bob:read@2026-03-20T10:00 ann:read@2026-02-01T10:00 ann:pay@2026-03-21T10:00 ann:read@2026-03-22T10:00 ann:read@2026-04-22T10:00", visits);
        Assert.Equal(
            [
                "02-01 Purchase BeforeWindow", "02-01 Engagement BeforeWindow", "03-21 Purchase Counted",
                "03-22 Purchase Counted", "03-22 Engagement Counted",
            ],
            explained.Events.Select(one => FormattableString.Invariant($"{one.At:MM-dd} {one.Role} {one.Effect}")));
        Assert.Equal(1, explained.Member!.Monetary);
    }

    [Fact]
    public void Explain_TwoUsers_SelectsTheBoundariesOnce()
    {
        RfmPlacing placing = new RfmModel(PurchaseLogs.Paid).Evaluate(
            PurchaseLogs.DataOf(PurchaseLogs.Rows("ann:pay@2026-03-21T10:00=50 bob:pay@2026-03-22T10:00=7")), PurchaseLogs.AtEndOf("2026-03-31")).Evaluation.Placing;
        Assert.NotNull(placing.BoundariesOf(RfmAxis.Monetary));
        Assert.All(Enum.GetValues<RfmAxis>(), axis => Assert.Same(placing.BoundariesOf(axis), placing.BoundariesOf(axis)));
    }

    [Fact]
    public void Explain_Ranks_HaveNoBoundaries()
    {
        RfmAxisScoring ranked = new() { Method = RfmScoringMethod.RankFirst };
        RfmExplanation explained = Explain("ann", "ann:pay@2026-03-21T10:00=50 bob:pay@2026-03-22T10:00=50", Asked with { MonetaryScoring = ranked });
        Assert.Equal((1, null, null), (explained.Axes[2].Score, explained.Axes[2].NextBetterCut, explained.Axes[2].NextWorseCut));
    }

    [Fact]
    public void Explain_AStranger_IsRefused() => Assert.Throws<KeyNotFoundException>(() => Explain("zoe", "ann:pay@2026-03-21T10:00=50"));

    [Fact]
    public void Explain_RandomLogs_TellsTheSideAndTheScoreOfEveryAxis()
    {
        for (int seed = 5_000; seed < 5_030; seed++)
        {
            PurchaseRow[] rows = PurchaseLogs.Random(seed, out RfmDefinition definition, out EvaluationContext context, out Dictionary<string, decimal?> assets);
            RfmResult result = new RfmModel(definition).Evaluate(PurchaseLogs.DataOf(rows, assets), context);
            foreach (RfmUser user in result.Users.All().Where(user => user.Group is not null))
            {
                RfmExplanation explained = result.Users.Explain(user.Id);
                Assert.Equal(RfmGroups.CodeOf(user.Group!.Value), string.Concat(explained.Axes.Take(3).Select(axis => axis.IsHigh!.Value ? '1' : '0')));
                Assert.Equal(user, explained.Member);
                Assert.All(explained.Axes, axis => Assert.True(axis.ToNextBetter is null or >= 0 && axis.ToNextWorse is null or >= 0));
                int purchases = explained.Events.Count(one => one.Role == RfmEventRole.Purchase && one.Effect is RfmEventEffect.Counted or RfmEventEffect.WithoutAmount);
                Assert.True(definition.Frequency == RfmFrequency.Purchases ? purchases == user.Frequency : purchases >= user.Frequency);
            }
        }
    }

    private static RfmExplanation Explain(string user, string log, RfmDefinition? definition = null)
        => new RfmModel(definition ?? Asked).Evaluate(PurchaseLogs.DataOf(PurchaseLogs.Rows(log.ReplaceLineEndings(" "))), PurchaseLogs.AtEndOf("2026-03-31")).Users.Explain(user);
}
