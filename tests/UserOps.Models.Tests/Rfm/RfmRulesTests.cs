using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

public class RfmRulesTests
{
    private static readonly RfmBoundaries Lower = new() { Cuts = [10], LowerIsBetter = true };
    private static readonly RfmBoundaries Higher = new() { Cuts = [10] };

    public static TheoryData<string, string> Faults => new()
    {
        { "noAmount", "missingMember /amount The third axis is money, but no column of it is named." },
        { "noBalances", "missingMember /monetary/field The column of the balances is missing." },
        { "twoCurrencies", "unitMismatch /monetary/field The balances are in USD, the purchases in CNY; one question has one currency." },
        { "noEngagement", "missingMember /monetary/events There is no event filter here; EventFilter.Any takes every event." },
        { "noDays", "outOfRange /lastDays The window has 0 days; it has 1 to 3653." },
        { "manyDays", "outOfRange /lastDays The window has 3654 days; it has 1 to 3653." },
        { "twoWindows", "unknownMember /lastDays The window begins on a given date or instant, and has a given number of days; one of the two says it all." },
        { "noOrder", "missingMember /reversals/order The column of the order's id is missing; a reversal could not say what it takes back." },
        { "emptyRefund", "emptyName /refunds/names/0 An event has a name." },
        { "elevenBins", "binsOutOfRange /lengthScoring/bins The number of bins is 11; it is 1 to 10." },
        { "tenBinsFor5", "binCount /segments/bins The table is meant for scores of 1 to 5, but a score of frequency may be 10." },
        { "cutsOfRecency", "wrongDirection /cuts/recency/lowerIsBetter Fewer days are better; the cuts say more are." },
        { "cutsOfFrequency", "wrongDirection /cuts/frequency/lowerIsBetter More is better; the cuts say less is." },
        { "cutsOfLength", "missingMember /cuts/length The cuts of the axis are missing." },
        { "unknownFrequency", "unknownValue /frequency 9 is none of PurchaseDays, Purchases." },
        { "unknownPolicy", "unknownValue /refundPolicy 9 is none of Net, Ignore." },
        { "segmentId", "idMissing /segments/segments/0/id A segment needs an id." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Model_AFault_IsRefusedWithPlaceAndReason(string fault, string expected)
    {
        InvalidDefinitionException refused = Assert.Throws<InvalidDefinitionException>(() => new RfmModel(Wrong(fault)));
        Assert.Equal([expected], refused.Issues.Select(issue => $"{issue.Code} {issue.Path} {issue.Message}"));
    }

    [Fact]
    public void Model_SeveralFaults_AreListedTogether()
    {
        InvalidDefinitionException refused = Assert.Throws<InvalidDefinitionException>(() => new RfmModel(new() { Purchases = null!, LastDays = -1, Weights = new() { Recency = -1 } }));
        Assert.Equal(["/purchases", "/amount", "/lastDays", "/weights/recency"], refused.Issues.Select(issue => issue.Path));
    }

    [Fact]
    public void Evaluate_ColumnsThatAreNotThere_AreListedTogether()
    {
        RfmDefinition definition = new()
        {
            Purchases = EventFilter.Named("pay").And(Field.Category("channel").Is("app")),
            Amount = Field.Amount("amount", "CNY", 4),
            Monetary = new RfmAssets { Field = Field.Amount("balance", "CNY") },
            Reversals = new() { Events = "reverse", Order = Field.Category("amount") },
        };
        InvalidDefinitionException refused = Assert.Throws<InvalidDefinitionException>(() => new RfmModel(definition).Evaluate(Data(), PurchaseLogs.AtEndOf("2026-03-31")));
        Assert.Equal(
            [
                "/purchases/where/field There is no field 'channel' here.",
                "/amount Column 'amount' is an amount in CNY with scale 2, not an amount in CNY with scale 4.",
                "/monetary/field There is no column 'balance'.",
                "/reversals/order Column 'amount' is of kind Amount, not Category.",
            ],
            refused.Issues.Select(issue => $"{issue.Path} {issue.Message}"));
    }

    [Fact]
    public void Evaluate_AmountsInAnotherCurrency_AreRefused()
    {
        RfmModel model = new(PurchaseLogs.Paid with { Amount = Field.Amount("amount", "USD", 2) });
        InvalidDefinitionException refused = Assert.Throws<InvalidDefinitionException>(() => model.Evaluate(Data(), PurchaseLogs.AtEndOf("2026-03-31")));
        Assert.Equal("Column 'amount' is an amount in CNY with scale 2, not an amount in USD with scale 2.", refused.Issues.Single().Message);
    }

    [Fact]
    public void Evaluate_NothingGiven_IsRefused()
    {
        var model = new RfmModel(PurchaseLogs.Paid);
        Assert.Throws<ArgumentNullException>("definition", () => new RfmModel(null!));
        Assert.Throws<ArgumentNullException>("data", () => model.Evaluate(null!, PurchaseLogs.AtEndOf("2026-03-31")));
        Assert.Throws<ArgumentNullException>("context", () => model.Evaluate(Data(), null!));
        Assert.Throws<ArgumentNullException>("cuts", () => PurchaseLogs.Paid.With(null!));
    }

    private static UserOpsDataset Data() => PurchaseLogs.DataOf(PurchaseLogs.Rows("ann:pay@2026-03-01T10:00=5"));

    private static RfmCuts Cuts(RfmBoundaries recency, RfmBoundaries frequency)
        => new() { Recency = recency, Frequency = frequency, Monetary = Higher, Split = new() { Recency = 1, Frequency = 1, Monetary = 1 } };

    private static RfmDefinition Wrong(string fault)
    {
        RfmDefinition fine = PurchaseLogs.Paid;
        return fault switch
        {
            "noAmount" => fine with { Amount = null },
            "noBalances" => fine with { Monetary = new RfmAssets { Field = null! } },
            "twoCurrencies" => fine with { Monetary = new RfmAssets { Field = Field.Amount("assets", "USD") } },
            "noEngagement" => fine with { Monetary = new RfmEngagement { Events = null! } },
            "noDays" => fine with { LastDays = 0 },
            "manyDays" => fine with { LastDays = 3_654 },
            "twoWindows" => fine with { LastDays = 30, From = new DateOnly(2026, 1, 1) },
            "noOrder" => fine with { Reversals = new() { Events = "reverse", Order = null! } },
            "emptyRefund" => fine with { Refunds = "" },
            "elevenBins" => fine with { LengthScoring = new() { Bins = 11 } },
            "tenBinsFor5" => fine with { FrequencyScoring = new() { Bins = 10 }, Segments = RfmSegmentTables.RecencyFrequency },
            "cutsOfRecency" => fine.With(Cuts(Higher, Higher)),
            "cutsOfFrequency" => fine.With(Cuts(Lower, Lower)),
            "cutsOfLength" => fine.With(Cuts(Lower, Higher)) with { LengthScoring = new() },
            "unknownFrequency" => fine with { Frequency = (RfmFrequency)9 },
            "unknownPolicy" => fine with { RefundPolicy = (RfmRefundPolicy)9 },
            _ => fine with { Segments = RfmSegmentTables.RecencyFrequency with { Segments = [RfmSegmentTables.RecencyFrequency.Segments[0] with { Id = "" }] } },
        };
    }
}
