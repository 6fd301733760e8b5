using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

public class RfmSummaryTests
{
    private static readonly RfmAxisScoring Given = new() { Method = RfmScoringMethod.Thresholds, Thresholds = [10m] };

    private static readonly RfmDefinition Shared = PurchaseLogs.Paid with
    {
        RecencyScoring = Given,
        FrequencyScoring = Given,
        MonetaryScoring = Given,
        Split = new() { Method = RfmSplitMethod.Given, Given = new() { Recency = 10, Frequency = 2, Monetary = 10 } },
    };

    [Fact]
    public void Merge_Thresholds_AddsToTheCent()
    {
        RfmSummary whole = SummaryOf(Shared, "ann:pay@2026-03-30T10:00=10.01 bob:pay@2026-03-30T10:00=0.99 cat:pay@2026-03-01T10:00=7");
        RfmSummary merged = RfmSummary.Merge(SummaryOf(Shared, "ann:pay@2026-03-30T10:00=10.01"), SummaryOf(Shared, "bob:pay@2026-03-30T10:00=0.99 cat:pay@2026-03-01T10:00=7"));
        Assert.Equal(whole, merged);
        Assert.Equal(18m, merged.Members.Revenue);
        Assert.Equal(UserOpsJson.Serialize(whole), UserOpsJson.Serialize(merged)); // 18, not 18.00
    }

    [Fact]
    public void Merge_Quantiles_SaysWhatToShare()
    {
        RfmSummary part = SummaryOf(PurchaseLogs.Paid with { FrequencyScoring = Given }, "ann:pay@2026-03-30T10:00=5");
        ArgumentException refused = Assert.Throws<ArgumentException>(() => RfmSummary.Merge(part, part));
        Assert.Equal(
            "The users of a part are compared with each other, not with those of the other part: /recencyScoring scores by ValueQuantile, "
            + "/monetaryScoring scores by ValueQuantile, /split cuts at the Mean. Evaluate all parts with the cuts of one result "
            + "(definition.With(result.Cuts)), or give thresholds and split cuts. (Parameter 'a')",
            refused.Message);
    }

    [Fact]
    public void Merge_OtherQuestions_AreRefused()
    {
        RfmSummary part = SummaryOf(Shared, "ann:pay@2026-03-30T10:00=5");
        Assert.Throws<ArgumentException>("b", () => RfmSummary.Merge(part, SummaryOf(Shared with { LastDays = 9 }, "ann:pay@2026-03-30T10:00=5")));
        Assert.Throws<ArgumentException>("b", () => RfmSummary.Merge(part, part with { Context = PurchaseLogs.AtEndOf("2026-04-01") }));
        Assert.Throws<ArgumentNullException>("b", () => RfmSummary.Merge(part, null!));
    }

    [Fact]
    public void Merge_NamesUnknownToOnePart_AreKnown()
    {
        RfmSummary without = SummaryOf(Shared, "ann:view@2026-03-30T10:00");
        Assert.Equal("pay", Assert.Single(without.Report.UnknownEvents));
        Assert.Empty(RfmSummary.Merge(without, SummaryOf(Shared, "bob:pay@2026-03-30T10:00=5")).Report.UnknownEvents);
    }

    [Fact]
    public void Shares_OfAGroup_AreOfAllMembers()
    {
        RfmSummary summary = SummaryOf(Shared, "ann:pay@2026-03-30T10:00=30 bob:pay@2026-03-01T10:00=10 cat:view@2026-03-01T10:00");
        RfmTotals ann = summary.Groups.Single(row => row.Group == RfmGroup.ImportantDevelop).Totals;
        Assert.Equal(new Ratio(1, 2), summary.ShareOfMembers(ann));
        Assert.Equal(0.75m, summary.ShareOfRevenue(ann).Value);
        Assert.Equal((1, 1), (ann.MeanRecency.Value, ann.MeanFrequency.Value));
        Assert.Equal(30m, ann.MeanMonetary.Value);
    }

    [Fact]
    public void ShareOfRevenue_MoreCameBackThanWasPaid_HasNoNumber()
    {
        RfmSummary summary = SummaryOf(Shared with { Refunds = "refund" }, "ann:pay@2026-03-30T10:00=30 ann:refund@2026-03-30T11:00=40");
        Assert.Equal(UndefinedReason.NegativeBase, summary.ShareOfRevenue(summary.Members).Undefined);
    }

    [Fact]
    public void Evaluate_WhoComesAfterAsOf_IsInNoCountAndNoSet()
    {
        const string log = "ann:pay@2026-03-30T10:00=5 bob:view@2026-03-31T23:59 cat:pay@2026-04-01T00:00=5 dan:view@2026-04-20T10:00";
        RfmResult result = new RfmModel(Shared).Evaluate(PurchaseLogs.DataOf(PurchaseLogs.Rows(log)), PurchaseLogs.AtEndOf("2026-03-31"));
        Assert.Equal((2, 1, 1), ((int)result.Summary.Users, (int)result.Summary.Members.Users, (int)result.Summary.Outside));
        Assert.Equal(["bob"], result.Users.Outside.Ids().Select(id => id.ToString()));
    }

    [Fact]
    public void Evaluate_ARowInTheUserTable_IsThereAtAnyInstant()
    {
        var table = new Dictionary<string, decimal?> { ["cat"] = null, ["eve"] = 5 };
        RfmResult result = new RfmModel(Shared).Evaluate(PurchaseLogs.DataOf(PurchaseLogs.Rows("cat:pay@2026-04-01T00:00=5"), table), PurchaseLogs.AtEndOf("2026-03-31"));
        Assert.Equal((2, 2), ((int)result.Summary.Users, result.Users.Outside.Count));
    }

    [Fact]
    public void Revenue_OfMembersWithoutAnAmount_IsNotZero()
    {
        RfmSummary unknown = SummaryOf(Shared, "ann:pay@2026-03-30T10:00");
        RfmSummary known = SummaryOf(Shared, "bob:pay@2026-03-30T10:00=5 cat:pay@2026-03-01T10:00");
        RfmSummary nobody = SummaryOf(Shared, "dan:view@2026-03-30T10:00");
        Assert.Equal((0, null), ((int)unknown.Members.WithRevenue, unknown.Members.Revenue));
        Assert.Equal((1, 5m), ((int)known.Members.WithRevenue, known.Members.Revenue!.Value));
        Assert.Equal((0, 0m), ((int)nobody.Members.WithRevenue, nobody.Members.Revenue!.Value));
        Assert.Equal(UndefinedReason.EmptyPopulation, unknown.ShareOfRevenue(unknown.Members).Undefined);
        Assert.Equal(UndefinedReason.EmptyTarget, known.ShareOfRevenue(known.Ungrouped).Undefined);
        Assert.Equal(0, known.ShareOfRevenue(known.Groups[0].Totals).Value);
        Assert.Null(RfmSummary.Merge(unknown, nobody).Members.Revenue);
        Assert.Equal(5m, RfmSummary.Merge(unknown, known).Members.Revenue);
        Assert.Equal(5m, RfmSummary.Merge(RfmSummary.Merge(nobody, known), unknown).Members.Revenue);
    }

    [Fact]
    public void MeanLength_NotAsked_IsNull() => Assert.Null(SummaryOf(Shared, "ann:pay@2026-03-30T10:00=5").Members.MeanLength);

    [Fact]
    public void Merge_RowsThatDoNotFit_AreRefused()
    {
        RfmSummary part = SummaryOf(Shared with { Segments = RfmSegmentTables.RecencyFrequency }, "ann:pay@2026-03-30T10:00=5");
        RfmSummary[] strange =
        [
            part with { Groups = part.Groups.RemoveAt(7) },
            part with { Labels = [.. part.Labels.Reverse()] },
            part with { Segments = part.Segments.SetItem(0, part.Segments[0] with { Segment = "other" }) },
            part with { Scores = part.Scores.RemoveAt(0) },
            part with { Scores = part.Scores.SetItem(0, part.Scores[0] with { Counts = [1] }) },
        ];
        Assert.All(strange, other => Assert.Throws<ArgumentException>("b", () => RfmSummary.Merge(part, other)));
        Assert.Equal(
            "The summaries have different rows of RfmGroupTotals; they cannot be added up. (Parameter 'b')",
            Assert.Throws<ArgumentException>(() => RfmSummary.Merge(part, strange[0])).Message);
    }

    private static RfmSummary SummaryOf(RfmDefinition definition, string log)
        => new RfmModel(definition).Evaluate(PurchaseLogs.DataOf(PurchaseLogs.Rows(log)), PurchaseLogs.AtEndOf("2026-03-31")).Summary;
}
