using System.Globalization;
using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

public class RfmModelTests
{
    private static readonly RfmReversals ByOrder = new() { Events = "reverse", Order = PurchaseLogs.Order };

    [Theory] // as of the end of 31 March in Shanghai; recency, purchase days, money
    [InlineData("ann:pay@2026-03-31T23:30=5", "0 1 5")]
    [InlineData("ann:pay@2026-03-30T00:10=5", "1 1 5")]
    [InlineData("ann:pay@2026-03-30T09:00=5 ann:pay@2026-03-30T21:00=7", "1 1 12")]  // two purchases, one day
    [InlineData("ann:pay@2026-03-30T23:59=5 ann:pay@2026-03-31T00:01=7", "0 2 12")]  // two minutes, two days
    [InlineData("ann:pay@2026-03-30T10:00=5 ann:pay@2026-04-01T00:00=7", "1 1 5")]   // the future is not seen
    [InlineData("ann:pay@2026-04-01T00:00=7", "outside")]
    [InlineData("ann:view@2026-03-30T10:00=5", "outside")]
    [InlineData("ann:pay@2026-03-30T10:00=0", "1 1 0")]
    [InlineData("ann:pay@2026-03-30T10:00=-3.50", "1 1 -3.5")]
    [InlineData("ann:pay@2026-03-30T10:00", "1 1 none")]                             // an amount that is missing is not 0
    [InlineData("ann:pay@2026-03-30T10:00 ann:pay@2026-03-29T10:00=2", "1 2 2")]
    public void Evaluate_OneUser_MeasuresLocalDates(string log, string expected) => Assert.Equal(expected, MeasureOf(PurchaseLogs.Paid, log));

    [Theory]
    [InlineData(RfmRefundPolicy.Net, "ann:pay@2026-03-01T10:00=50 ann:refund@2026-03-20T10:00=20", "30 1 30")]
    [InlineData(RfmRefundPolicy.Net, "ann:pay@2026-03-01T10:00=50 ann:refund@2026-03-20T10:00=-20", "30 1 30")]  // whatever its sign
    [InlineData(RfmRefundPolicy.Ignore, "ann:pay@2026-03-01T10:00=50 ann:refund@2026-03-20T10:00=20", "30 1 50")]
    [InlineData(RfmRefundPolicy.Net, "ann:pay@2026-03-01T10:00=50 ann:refund@2026-03-20T10:00=50", "30 1 0")]    // the purchase was made
    [InlineData(RfmRefundPolicy.Net, "ann:pay@2026-03-01T10:00=50 ann:refund@2026-03-20T10:00=80", "30 1 -30")]
    [InlineData(RfmRefundPolicy.Net, "ann:pay@2026-03-01T10:00=50 ann:refund@2026-04-20T10:00=50", "30 1 50")]   // not yet
    [InlineData(RfmRefundPolicy.Net, "ann:pay@2026-03-01T10:00=50 ann:refund@2026-03-20T10:00", "30 1 50")]
    [InlineData(RfmRefundPolicy.Net, "ann:pay@2026-03-01T10:00 ann:refund@2026-03-20T10:00=20", "30 1 none")]    // nothing to subtract from
    [InlineData(RfmRefundPolicy.Net, "ann:refund@2026-03-20T10:00=20", "outside")]
    public void Evaluate_Refunds_FollowThePolicy(RfmRefundPolicy policy, string log, string expected)
        => Assert.Equal(expected, MeasureOf(PurchaseLogs.Paid with { Refunds = "refund", RefundPolicy = policy }, log));

    [Theory]
    [InlineData("ann:pay@2026-03-01T10:00=50#7 ann:reverse@2026-03-02T10:00#7", "outside")]
    [InlineData("ann:pay@2026-03-01T10:00=50#7 ann:reverse@2026-03-01T10:00#7", "outside")]                                   // at the same instant
    [InlineData("ann:pay@2026-03-01T10:00=50#7 ann:reverse@2026-03-02T10:00#8", "30 1 50")]                                   // another order
    [InlineData("ann:pay@2026-03-01T10:00=50#7 bob:reverse@2026-03-02T10:00#7", "30 1 50")]                                   // another user
    [InlineData("ann:pay@2026-03-01T10:00=50#7 ann:reverse@2026-03-02T10:00", "30 1 50")]                                     // names nothing
    [InlineData("ann:pay@2026-03-01T10:00=50 ann:reverse@2026-03-02T10:00", "30 1 50")]                                       // two missing ids are not one order
    [InlineData("ann:pay@2026-03-01T10:00=50#7 ann:reverse@2026-04-02T10:00#7", "30 1 50")]                                   // not yet
    [InlineData("ann:pay@2026-03-01T10:00=50#7 ann:reverse@2026-03-02T10:00#7 ann:pay@2026-03-03T10:00=60#7", "28 1 60")]     // a second try stands
    [InlineData("ann:pay@2026-03-01T10:00=50#7 ann:pay@2026-03-05T10:00=9#7 ann:reverse@2026-03-06T10:00#7", "outside")]      // both parts of the order
    [InlineData("ann:pay@2026-03-01T10:00=50#7 ann:pay@2026-03-05T10:00=9 ann:reverse@2026-03-06T10:00#7", "26 1 9")]
    [InlineData("ann:pay@2026-03-01T10:00=50#7 ann:pay@2026-03-05T10:00=9 ann:refund@2026-03-05T11:00=50#7 ann:reverse@2026-03-06T10:00#7", "26 1 9")]
    public void Evaluate_Reversals_TakePurchasesBack(string log, string expected)
        => Assert.Equal(expected, MeasureOf(PurchaseLogs.Paid with { Refunds = "refund", Reversals = ByOrder }, log));

    [Theory]
    [InlineData(1, "ann:pay@2026-03-31T00:00=5", "0 1 5")]
    [InlineData(1, "ann:pay@2026-03-30T23:59=5", "outside")]
    [InlineData(31, "ann:pay@2026-03-01T00:00=5 ann:pay@2026-02-28T23:59=9", "30 1 5")]
    public void Evaluate_LastDays_CountsLocalDates(int days, string log, string expected)
        => Assert.Equal(expected, MeasureOf(PurchaseLogs.Paid with { LastDays = days }, log));

    [Theory]
    [InlineData("2026-03-01", "ann:pay@2026-03-01T00:00=5 ann:pay@2026-02-28T23:59=9", "30 1 5")]
    [InlineData("2026-03-01T04:00:00Z", "ann:pay@2026-03-01T12:00=5 ann:pay@2026-03-01T11:59=9", "30 1 5")] // the instant itself, not its day
    [InlineData("2026-05-01", "ann:pay@2026-03-01T12:00=5", "outside")]
    public void Evaluate_From_BeginsTheWindow(string from, string log, string expected)
    {
        DateOrInstant first = from.Length == 10
            ? DateOnly.Parse(from, CultureInfo.InvariantCulture)
            : DateTimeOffset.Parse(from, CultureInfo.InvariantCulture);
        Assert.Equal(expected, MeasureOf(PurchaseLogs.Paid with { From = first }, log));
    }

    [Fact]
    public void Evaluate_NobodyBought_EverybodyIsOutside()
    {
        RfmResult result = Evaluate(PurchaseLogs.Paid, "ann:view@2026-03-01T10:00 bob:view@2026-03-01T10:00");
        Assert.Equal((2, 0, 2), ((int)result.Summary.Users, (int)result.Summary.Members.Users, (int)result.Summary.Outside));
        Assert.Equal(UndefinedReason.EmptyPopulation, result.Summary.Members.MeanRecency.Undefined);
        Assert.Equal(UndefinedReason.ZeroBase, result.Summary.ShareOfRevenue(result.Summary.Members).Undefined);
        Assert.Null(result.Cuts);
        Assert.Equal("pay", Assert.Single(result.Summary.Report.UnknownEvents));
        Assert.Equal(2, result.Users.Outside.Count);
        Assert.False(result.Users.TryGet("ann", out _));
    }

    [Fact]
    public void Evaluate_NoEvents_IsEmpty()
    {
        RfmResult result = new RfmModel(PurchaseLogs.Paid).Evaluate(PurchaseLogs.DataOf([]), PurchaseLogs.AtEndOf("2026-03-31"));
        Assert.Equal(0, result.Summary.Users);
        Assert.Empty(result.Users.All());
    }

    [Fact]
    public void Evaluate_AllEqual_OneScoreAndTheFirstGroup()
    {
        RfmResult result = Evaluate(PurchaseLogs.Paid, "ann:pay@2026-03-01T10:00=5 bob:pay@2026-03-01T11:00=5 cat:pay@2026-03-01T12:00=5");
        Assert.All(result.Users.All(), user => Assert.Equal((RfmGroup.ImportantValue, RfmLabel.Active, "511"), (user.Group, user.Label, user.Cell!.Value.Code)));
        Assert.Equal(3, result.Users.In(RfmGroup.ImportantValue).Count);
        Assert.Equal((3, 3, 0), (result.Users.CountOf(new(5, 1, 1)), result.Users.In(new RfmCell(5, 1, 1)).Count, result.Users.In(new RfmCell(5, 5, 5)).Count));
    }

    [Fact]
    public void Evaluate_Notices_AreCounted()
    {
        RfmReport report = Evaluate(
            PurchaseLogs.Paid with { Refunds = "refund", Reversals = ByOrder },
            """
            ann:pay@2026-03-01T10:00=50#1 ann:pay@2026-03-02T10:00#2 ann:reverse@2026-03-03T10:00#1 ann:reverse@2026-03-03T11:00#9 ann:reverse@2026-03-03T12:00
            bob:refund@2026-03-01T10:00=5 bob:refund@2026-03-01T11:00 bob:pay@2026-05-01T10:00=5
            cat:pay@2026-03-05T10:00=5 cat:refund@2026-03-06T10:00=9
            """.ReplaceLineEndings(" ")).Summary.Report;
        Assert.Equal(
            new()
            {
                Purchases = 2,
                PurchasesWithoutAmount = 1,
                ReversedPurchases = 1,
                Refunds = 3,
                RefundsWithoutAmount = 1,
                Reversals = 3,
                ReversalsWithoutPurchase = 2,
                UsersWithRefundsOnly = 1,
                MembersWithoutValue = 1,
                MembersWithoutPositiveValue = 1,
                EventsAfterAsOf = 1,
            },
            report);
    }

    [Fact]
    public void Evaluate_OneEventPassesSeveralFilters_IsWhatTakesMostAway()
    {
        RfmDefinition definition = PurchaseLogs.Paid with { Purchases = EventFilter.Any, Refunds = EventFilter.Named("refund", "reverse"), Reversals = ByOrder };
        RfmReport report = Evaluate(definition, "ann:pay@2026-03-01T10:00=5 ann:refund@2026-03-01T11:00=5 ann:reverse@2026-03-01T12:00=5").Summary.Report;
        Assert.Equal((1, 1, 1), ((int)report.Purchases, (int)report.Refunds, (int)report.Reversals));
    }

    [Fact]
    public void Evaluate_WithoutAmountOnTheThirdAxis_ScoresTheOtherTwo()
    {
        RfmResult result = Evaluate(PurchaseLogs.Paid, "ann:pay@2026-03-01T10:00 bob:pay@2026-03-05T10:00=5");
        Assert.True(result.Users.TryGet("ann", out RfmUser? ann));
        Assert.Equal((1, null, null, null, null), (ann.RecencyScore, ann.MonetaryScore, ann.Cell, ann.Group, ann.Segment));
        Assert.True(result.Users.Ungrouped.Contains("ann"));
    }

    [Fact]
    public void Evaluate_WithoutAGroup_HasTheLabelThatRecencyAndFrequencyDecide()
    {
        const string log = "ann:pay@2026-03-01T10:00 bob:pay@2026-03-05T10:00=5 cat:pay@2026-03-05T10:00 cat:pay@2026-03-06T10:00 dan:pay@2026-03-30T10:00";
        RfmResult result = Evaluate(PurchaseLogs.Paid, log);
        Assert.Equal("ann Dormant, bob Dormant, cat Dormant, dan Potential", LabelsOf(result));
        Assert.Equal((3, 1), (result.Users.In(RfmLabel.Dormant).Count, (int)result.Summary.Labels.Single(row => row.Label == RfmLabel.Potential).Totals.Users));

        RfmResult byMoney = Evaluate(PurchaseLogs.Paid with { Labels = new() { ImportantDevelop = RfmLabel.Active } }, log);
        Assert.Equal("ann Dormant, bob Dormant, cat Dormant, dan ", LabelsOf(byMoney)); // now the third axis decides, and dan has no value there
        Assert.Equal(0, byMoney.Users.In(RfmLabel.Potential).Count);

        Assert.Equal("ann Dormant, bob Active", LabelsOf(Evaluate(PurchaseLogs.Paid, "ann:pay@2026-03-01T10:00 bob:pay@2026-03-05T10:00"))); // nobody has a value
    }

    [Fact]
    public void Evaluate_RanksPartEqualUsers_ById()
    {
        RfmAxisScoring ranked = new() { Method = RfmScoringMethod.Ntile, Bins = 3 };
        RfmResult result = Evaluate(
            PurchaseLogs.Paid with { MonetaryScoring = ranked }, "cat:pay@2026-03-01T10:00=5 ann:pay@2026-03-01T11:00=5 bob:pay@2026-03-01T12:00=5");
        Assert.Equal("ann 1, bob 2, cat 3", string.Join(", ", result.Users.All().OrderBy(user => user.Id).Select(user => $"{user.Id} {user.MonetaryScore}")));
        Assert.Null(result.Cuts);
    }

    [Fact]
    public void Evaluate_MoneyBeyond64Bits_IsRefused()
    {
        RfmModel model = new(PurchaseLogs.Paid);
        PurchaseRow[] rows = [.. Enumerable.Range(1, 2).Select(day => new PurchaseRow("ann", new(2026, 3, day, 0, 0, 0, TimeSpan.Zero), "pay", 90_000_000_000_000_000m))];
        OverflowException refused = Assert.Throws<OverflowException>(() => model.Evaluate(PurchaseLogs.DataOf(rows), PurchaseLogs.AtEndOf("2026-03-31")));
        Assert.Equal("The money of the user 'ann' is 18000000000000000000 units, more than 64 bits hold; ask it by a column of a smaller scale.", refused.Message);
    }

    [Fact]
    public void Evaluate_AnyThreads_GiveTheSameBytes()
    {
        PurchaseRow[] rows = PurchaseLogs.Random(77, out RfmDefinition definition, out EvaluationContext context, out Dictionary<string, decimal?> assets);
        string[] texts = [.. Enumerable.Range(1, 8).Select(threads => UserOpsJson.Serialize(
            new RfmModel(definition).Evaluate(PurchaseLogs.DataOf(rows, assets), context, new() { MaxDegreeOfParallelism = threads }).Summary))];
        Assert.Single(texts.Distinct());
    }

    [Fact]
    public void Evaluate_TokenCanceled_GivesUpAndCanBeAskedAgain()
    {
        UserOpsDataset data = PurchaseLogs.DataOf(PurchaseLogs.Rows("ann:pay@2026-03-01T10:00=5"));
        var model = new RfmModel(PurchaseLogs.Paid);
        Assert.Throws<OperationCanceledException>(() => model.Evaluate(data, PurchaseLogs.AtEndOf("2026-03-31"), null, new CancellationToken(true)));
        Assert.Equal(1, model.Evaluate(data, PurchaseLogs.AtEndOf("2026-03-31")).Summary.Members.Users);
    }

    [Fact]
    public void Evaluate_Progress_RisesToOne()
    {
        var told = new List<double>();
        new RfmModel(PurchaseLogs.Paid).Evaluate(
            PurchaseLogs.DataOf(PurchaseLogs.Rows("ann:pay@2026-03-01T10:00=5 bob:pay@2026-03-01T10:00=5")),
            PurchaseLogs.AtEndOf("2026-03-31"),
            new() { MaxDegreeOfParallelism = 1, Progress = new Told(told) });
        Assert.Equal([0.5, 1], told); // measured, and then scored as well
    }

    private static RfmResult Evaluate(RfmDefinition definition, string log)
        => new RfmModel(definition).Evaluate(PurchaseLogs.DataOf(PurchaseLogs.Rows(log)), PurchaseLogs.AtEndOf("2026-03-31"));

    private static string LabelsOf(RfmResult result) => string.Join(", ", result.Users.All().OrderBy(user => user.Id).Select(user => $"{user.Id} {user.Label}"));

    private static string MeasureOf(RfmDefinition definition, string log) => Evaluate(definition, log).Users.TryGet("ann", out RfmUser? ann)
        ? string.Create(CultureInfo.InvariantCulture, $"{ann.Recency} {ann.Frequency} {ann.Monetary?.ToString("0.##", CultureInfo.InvariantCulture) ?? "none"}")
        : "outside";

    private sealed class Told(List<double> values) : IProgress<double>
    {
        public void Report(double value) => values.Add(value);
    }
}
