using System.Globalization;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class PurchaseHistoryModelTests
{
    private static readonly PurchaseHistoryDefinition Daily = new()
    {
        Purchases = "pay",
        Amount = PurchaseLog.Money,
        Refunds = "refund",
        Unit = new(CalendarUnit.Day),
        End = new(2026, 3, 31),
    };

    public static TheoryData<string, DayOfWeek, CalendarUnit> Calendars
    {
        get
        {
            var calendars = new TheoryData<string, DayOfWeek, CalendarUnit>();
            foreach (string zone in new[] { "UTC", "Asia/Shanghai", "America/New_York", "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe" })
            {
                calendars.Add(zone, DayOfWeek.Monday, CalendarUnit.Day);
                calendars.Add(zone, DayOfWeek.Monday, CalendarUnit.Week);
                calendars.Add(zone, DayOfWeek.Saturday, CalendarUnit.Week);
                calendars.Add(zone, DayOfWeek.Sunday, CalendarUnit.Month);
            }

            return calendars;
        }
    }

    [Theory] // logs around changes of the clock, with ties, refunds, missing and negative money, later events, with and without an end
    [MemberData(nameof(Calendars))]
    public void Evaluate_RandomLogs_AreReadAsTheNaiveWay(string zone, DayOfWeek weekStart, CalendarUnit unit)
    {
        for (int seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            PurchaseLine[] log = RandomLog(random, zone);
            var context = new EvaluationContext { AsOf = log[0].At.AddDays(random.Next(20, 400)), Zone = TimeZoneInfo.FindSystemTimeZoneById(zone), WeekStart = weekStart };
            PurchaseHistoryDefinition definition = Daily with
            {
                Unit = new(unit, random.Next(1, 8)),
                Refunds = random.Next(3) == 0 ? null : EventFilter.Named("refund"),
                End = random.Next(2) == 0 ? null : NaivePurchases.DayOf(context.AsOf, context).AddDays(-random.Next(0, 60)),
            };
            PurchaseHistoryResult result = new PurchaseHistoryModel(definition).Evaluate(PurchaseLog.Of(log), context, new() { MaxDegreeOfParallelism = 1 + seed % 3 });
            AssertSame(NaivePurchases.Read(log, definition, context), result, definition.Unit.Count);
        }
    }

    [Theory] // the lines of one customer -> purchases, spend of all, mean of repeats; null where there is none
    [InlineData("09:00 1 5; 18:00 1 7", 1, "12", null)] // one day, one purchase
    [InlineData("09:00 1 5; 09:00 2 7; 10:00 3 8", 3, "20", "7.5")]
    [InlineData("09:00 1 5; 09:00 3 -2", 2, "3", "-2")] // a purchase of a negative amount stays one
    [InlineData("09:00 1 5; 09:00 3 6; 08:00 4 2 refund", 2, "9", "4")] // off the purchase before
    [InlineData("09:00 1 5; 09:00 3 6; 08:00 4 -2 refund", 2, "9", "4")] // of either sign
    [InlineData("09:00 1 5; 09:00 3 6; 08:00 3 2 refund", 2, "9", "4")] // earlier on the same day
    [InlineData("09:00 1 5; 09:00 3 6; 08:00 2 2 refund", 2, "9", "6")] // of the first, which is in no mean of repeats
    [InlineData("08:00 1 9 refund; 09:00 2 5; 09:00 3 6", 2, "11", "6")] // nothing was bought yet
    [InlineData("09:00 1 5; 09:00 3 ?; 09:00 4 6", 3, "11", "6")] // money unknown: a purchase, but in no mean
    [InlineData("09:00 1 5; 09:00 3 ?; 10:00 3 2 refund", 2, "5", null)] // what is left of it is unknown too
    [InlineData("09:00 1 ?", 1, null, null)]
    [InlineData("09:00 1 5; 09:00 3 6; 10:00 3 ?; 09:00 4 8", 3, "13", "8")] // a part of a spend is none: the amount that is missing is not 0
    [InlineData("09:00 1 5; 09:00 3 ?; 10:00 3 6; 11:00 3 1 refund", 2, "5", null)]
    public void Evaluate_OneCustomer_CountsPeriodsAndMoney(string lines, int purchases, string? spend, string? meanRepeatSpend)
    {
        PurchaseCustomer customer = new PurchaseHistoryModel(Daily).Evaluate(LogOf(lines), PurchaseLog.Utc).Customers[0];
        Assert.Equal((purchases, Number(spend), Number(meanRepeatSpend)), (customer.Purchases, customer.Spend.Value, customer.MeanRepeatSpend.Value));
    }

    [Fact]
    public void Summary_OfEverything_CountsWhatBecameOfIt()
    {
        UserOpsDataset data = PurchaseLog.Of(
            "a 2026-03-01T09:00Z 5", "a 2026-03-01T10:00Z ?", "a 2026-03-05T09:00Z 7", "a 2026-03-06T09:00Z 1 refund", "a 2026-04-01T00:00Z 9",
            "b 2026-03-02T09:00Z 1 refund", "b 2026-03-31T23:59Z 3", "b 2026-03-31T23:59Z ? refund", "c 2026-04-02T00:00Z 1", "d 2026-03-01T09:00Z 1 view");
        PurchaseHistorySummary summary = new PurchaseHistoryModel(Daily with { Purchases = EventFilter.Named("pay", "buy") }).Evaluate(data, PurchaseLog.Utc).Summary;
        Assert.Equal((4, 2, 1), (summary.Users, summary.Customers, summary.RepeatBuyers));
        Assert.Equal((4, 3, 1, 1), (summary.Events, summary.Purchases, summary.Joined, summary.RepeatPurchases));
        Assert.Equal((1, 1, 2), (summary.EventsWithoutAmount, summary.PurchasesWithoutSpend, summary.EventsAfterEnd));
        Assert.Equal((3, 1, 1), (summary.Refunds, summary.RefundsWithoutAmount, summary.RefundsWithoutPurchase));
        Assert.Equal((9m, new DateOnly(2026, 3, 31)), (summary.Spend, summary.End));
        Assert.Equal("buy", Assert.Single(summary.UnknownEvents));
        Assert.Equal(summary, UserOpsJson.Deserialize<PurchaseHistorySummary>(UserOpsJson.Serialize(summary)));
    }

    [Fact]
    public void Merge_OfShards_IsTheWhole()
    {
        PurchaseLine[] log = RandomLog(new Random(7), "UTC");
        var model = new PurchaseHistoryModel(Daily with { End = NaivePurchases.DayOf(log[0].At.AddDays(100), PurchaseLog.Utc) });
        PurchaseHistorySummary[] shards = [.. log.GroupBy(line => line.User[0] % 3).Select(shard => model.Evaluate(PurchaseLog.Of(shard), PurchaseLog.Utc).Summary)];
        Assert.Equal(model.Evaluate(PurchaseLog.Of(log), PurchaseLog.Utc).Summary, shards.Aggregate(PurchaseHistorySummary.Merge));
    }

    [Fact]
    public void Merge_OfDifferentEnds_IsRefused()
    {
        var model = new PurchaseHistoryModel(Daily with { End = null });
        var fault = Assert.Throws<ArgumentException>(() => PurchaseHistorySummary.Merge(
            model.Evaluate(PurchaseLog.Of("a 2026-03-01T09:00Z 5"), PurchaseLog.Utc).Summary,
            model.Evaluate(PurchaseLog.Of("b 2026-03-02T09:00Z 5"), PurchaseLog.Utc).Summary));
        Assert.Equal("The observations end on 2026-03-01 and 2026-03-02; give the definition an end, which shards have in common. (Parameter 'b')", fault.Message);
    }

    [Fact]
    public void Evaluate_AnyThreads_GivesTheSame()
    {
        UserOpsDataset data = PurchaseLog.Of(RandomLog(new Random(3), "UTC"));
        PurchaseHistoryResult[] results = [.. new[] { 1, 2, 7 }.Select(threads => new PurchaseHistoryModel(Daily with { End = null }).Evaluate(data, PurchaseLog.Utc, new() { MaxDegreeOfParallelism = threads }))];
        Assert.All(results, result =>
        {
            Assert.Equal(results[0].Summary, result.Summary);
            Assert.True(results[0].History.MeanSpends.SequenceEqual(result.History.MeanSpends));
            Assert.True(results[0].History.LogGaps.SequenceEqual(result.History.LogGaps));
        });
    }

    [Fact]
    public void History_KnowsItsUsers()
    {
        PurchaseHistory history = PurchaseHistory.From(PurchaseLog.Of("z 2026-03-01T09:00Z 5 view", "a 2026-03-01T09:00Z 5", "b 2026-03-05T09:00Z 5"), Daily, PurchaseLog.Utc);
        Assert.Equal(["a", "b"], history.Users!.Ids().Select(id => id.ToString()));
        Assert.Equal(("b", 0, -1, "USD"), (history.UserAt(1).ToString(), history.RowOf("a"), history.RowOf("z"), history.Currency));
        Assert.Throws<KeyNotFoundException>(() => history.RowOf("nobody"));
    }

    [Fact]
    public void History_OfColumns_NamesNobody()
    {
        PurchaseHistory history = PurchaseHistory.Of([1], [2], [3]);
        Assert.Null(history.Users);
        var fault = Assert.Throws<InvalidOperationException>(() => history.UserAt(0));
        Assert.Equal("This history was made of columns; only one that was read from a dataset knows its users.", fault.Message);
    }

    [Fact]
    public void Evaluate_Nobody_HasNoRows()
    {
        PurchaseHistoryResult result = new PurchaseHistoryModel(Daily with { End = null }).Evaluate(PurchaseLog.Of("a 2026-03-01T09:00Z 5 view"), PurchaseLog.Utc);
        Assert.Equal((0, 0, 0L, 0m), (result.History.Count, result.Customers.Users.Count, result.Summary.Purchases, result.Summary.Spend));
    }

    [Fact]
    public void Definition_WithEveryFault_ListsThemAll()
    {
        var fault = Assert.Throws<InvalidDefinitionException>(() => new PurchaseHistoryModel(new() { Purchases = null!, Unit = null!, Refunds = "refund" }));
        Assert.Equal(["missingMember /purchases", "missingMember /unit", "refundsWithoutAmount /refunds"], fault.Issues.Select(issue => $"{issue.Code} {issue.Path}"));
    }

    [Theory] // the amount that is asked for -> the issue
    [InlineData("amount", "CNY", "typeMismatch", "Column 'amount' is an amount in USD with scale 4, not an amount in CNY with scale 4.")]
    [InlineData("price", "USD", "unknownField", "There is no column 'price'.")]
    public void Evaluate_MoneyThatIsNotThere_IsRefused(string name, string currency, string code, string message)
    {
        var model = new PurchaseHistoryModel(Daily with { Amount = Field.Amount(name, currency) });
        var fault = Assert.Throws<InvalidDefinitionException>(() => model.Evaluate(PurchaseLog.Of("a 2026-03-01T09:00Z 5"), PurchaseLog.Utc));
        Assert.Equal(new DefinitionIssue(code, "/amount", message), Assert.Single(fault.Issues));
    }

    [Fact]
    public void Evaluate_EndAfterAsOf_IsRefused()
    {
        var fault = Assert.Throws<InvalidDefinitionException>(() => new PurchaseHistoryModel(Daily).Evaluate(
            PurchaseLog.Of("a 2026-03-01T09:00Z 5"), EvaluationContext.AtEndOf(new(2026, 3, 30), TimeZoneInfo.Utc)));
        Assert.Equal(
            new DefinitionIssue("endAfterAsOf", "/end", "The observation ends on 2026-03-31, but 'as of' lies on 2026-03-30: nobody has seen what came between."), Assert.Single(fault.Issues));
    }

    [Fact]
    public void Evaluate_Canceled_Throws()
        => Assert.Throws<OperationCanceledException>(() => new PurchaseHistoryModel(Daily).Evaluate(PurchaseLog.Of("a 2026-03-01T09:00Z 5"), PurchaseLog.Utc, cancellationToken: new(canceled: true)));

    [Fact] // prices in the table of contents, as the rules and revenue read them; a missing reference is a missing amount
    public void Evaluate_AmountOfContents_IsReadByReference()
    {
        var price = Field.Amount("price", "USD");
        (string User, string? Content, int Day)[] rows = [("a", "book", 1), ("a", "pen", 2), ("a", null, 3)];
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddContents([("book", 12.5m), ("pen", 2m)], map => map.Id(row => row.Item1).With(price, row => row.Item2))
            .AddEvents(rows, map => map.User(row => row.User).At(row => new DateTimeOffset(2026, 3, row.Day, 0, 0, 0, TimeSpan.Zero)).Name(_ => "pay").Content(row => row.Content))
            .Build();
        PurchaseHistoryResult result = new PurchaseHistoryModel(Daily with { Amount = Field.Amount("content.price", "USD"), Refunds = null }).Evaluate(data, PurchaseLog.Utc);
        Assert.Equal((14.5m, 1L, 2.0), (result.Summary.Spend, result.Summary.PurchasesWithoutSpend, result.History.MeanSpendAt(0).Value));
        var fault = Assert.Throws<InvalidDefinitionException>(() => new PurchaseHistoryModel(Daily with { Amount = Field.Amount("content.cost", "USD") }).Evaluate(data, PurchaseLog.Utc));
        Assert.Equal(new DefinitionIssue("unknownField", "/amount", "There is no column 'content.cost'."), Assert.Single(fault.Issues));
    }

    [Fact]
    public void Explain_AnyUser_ShowsThePurchasesBehindTheRow()
    {
        PurchaseHistoryResult result = new PurchaseHistoryModel(Daily).Evaluate(
            PurchaseLog.Of(
                "a 2026-03-01T08:00Z 1 refund", "a 2026-03-02T09:00Z 5", "a 2026-03-02T10:00Z 7", "a 2026-03-04T09:00Z 2 refund", "a 2026-03-09T09:00Z 5", "a 2026-03-09T10:00Z ?",
                "a 2026-03-10T10:00Z ? refund", "a 2026-04-02T10:00Z 9", "z 2026-03-01T09:00Z 5 view"),
            PurchaseLog.Utc);
        PurchaseHistoryExplanation why = result.Explain("a");
        Assert.Equal(
            [
                new() { FirstDay = new(2026, 3, 2), Events = 2, EventsWithoutAmount = 0, Refunds = 1, Spend = 10 },
                new() { FirstDay = new(2026, 3, 9), Events = 2, EventsWithoutAmount = 1, Refunds = 0 },
            ],
            why.Purchases.ToArray());
        Assert.Equal((0, result.Customers[0]), (why.Row, why.Customer));
        Assert.Equal((1, 1, 1), (why.EventsAfterEnd, why.RefundsWithoutAmount, why.RefundsWithoutPurchase));
        Assert.Equal(why, UserOpsJson.Deserialize<PurchaseHistoryExplanation>(UserOpsJson.Serialize(why)));
        Assert.Equal((null, null, 0), (result.Explain("z").Row, result.Explain("z").Customer, result.Explain("z").Purchases.Length));
        Assert.Throws<KeyNotFoundException>(() => result.Explain("nobody"));
    }

    [Fact] // what is told of every user is what the rows say
    public void Explain_RandomLogs_AddUpToTheRows()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            PurchaseHistoryResult result = new PurchaseHistoryModel(Daily with { End = null, Unit = new((CalendarUnit)(1 + seed % 3)) }).Evaluate(PurchaseLog.Of(RandomLog(new Random(seed), "UTC")), PurchaseLog.Utc);
            PurchaseHistoryExplanation[] all = [.. result.Customers.Users.Ids().Select(result.Explain)];
            Assert.All(all, why =>
            {
                Assert.Equal((why.Customer!.Purchases, why.Customer.FirstPurchase, why.Customer.LastPurchase), (why.Purchases.Length, why.Purchases[0].FirstDay, why.Purchases[^1].FirstDay));
                Assert.Equal(why.Customer.Spend.Value, why.Purchases.Any(purchase => purchase.Spend is not null) ? why.Purchases.Sum(purchase => purchase.Spend ?? 0) : null);
                Assert.Equal(result.History.RepeatsWithSpend[why.Row!.Value], why.Purchases.Skip(1).Count(purchase => purchase.Spend is not null));
            });
            Assert.Equal((result.Summary.Events, result.Summary.Spend), (all.Sum(why => why.Purchases.Sum(purchase => purchase.Events)), all.Sum(why => why.Customer!.Spend.Value ?? 0)));
            Assert.Equal(result.Summary.PurchasesWithoutSpend, all.Sum(why => why.Purchases.Count(purchase => purchase.Spend is null)));
        }
    }

    [Fact]
    public void Track_Canceled_Throws()
    {
        PurchaseHistoryResult result = new PurchaseHistoryModel(Daily).Evaluate(PurchaseLog.Of("a 2026-03-01T09:00Z 5"), PurchaseLog.Utc);
        Assert.Throws<OperationCanceledException>(() => result.Track(new SteadyBuyers(1), cancellationToken: new(canceled: true)));
        Assert.Equal(31, result.Track(new SteadyBuyers(1), CalendarUnit.Day, new() { MaxDegreeOfParallelism = 1 }).Steps.Length);
    }

    private static void AssertSame(IReadOnlyList<NaivePurchases> expected, PurchaseHistoryResult actual, double periodsPerUnit)
    {
        Assert.Equal(expected.Select(own => own.User).Order(), actual.Customers.Users.Ids().Select(id => id.ToString()).Order());
        foreach (NaivePurchases own in expected)
        {
            int row = actual.Customers.RowOf(own.User);
            PurchaseCustomer customer = actual.Customers[row];
            Assert.Equal((own.Purchases, own.Spend), (customer.Purchases, customer.Spend.Value));
            Assert.Equal(own.RepeatsWithSpend == 0 ? null : own.RepeatSpend / own.RepeatsWithSpend, customer.MeanRepeatSpend.Value);
            Assert.Equal(new PurchaseRecord(own.Purchases - 1, (own.Last - own.First) / periodsPerUnit, (own.End - own.First) / periodsPerUnit), actual.History[row]);
            Assert.Equal(own.LogGaps, actual.History.LogGaps[row]);
            Assert.Equal(own.RepeatsWithSpend, actual.History.RepeatsWithSpend[row]);
            Assert.Equal(own.RepeatsWithSpend == 0 ? null : Nearest(own.RepeatSpend!.Value / own.RepeatsWithSpend), actual.History.MeanSpendAt(row).Value);
        }
    }

    // The framework's own conversion of a decimal is off by a last bit; that of a text is not.
    private static double? Nearest(decimal value) => double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static PurchaseLine[] RandomLog(Random random, string zone)
    {
        // Changes of the clock: of New York, São Paulo and Lord Howe in October and November, of Apia over the date line on 2011-12-30.
        DateTimeOffset start = zone == "Pacific/Apia" ? PurchaseLog.Instant("2011-12-10T00:00Z") : PurchaseLog.Instant("2017-10-01T00:00Z");
        var log = new List<PurchaseLine>();
        int users = random.Next(1, 9);
        for (int i = random.Next(1, 120); i > 0; i--)
        {
            DateTimeOffset at = random.Next(5) == 0 && log.Count > 0 ? log[^1].At : start.AddHours(random.Next(0, random.Next(2) == 0 ? 24 * 60 : 24 * 400)).AddTicks(random.Next(2));
            string name = random.Next(6) switch { 0 => "refund", 1 => "view", _ => "pay" };
            decimal? amount = random.Next(6) == 0 ? null : random.Next(-300, 5000) / 100m;
            log.Add(new($"{(char)('a' + random.Next(users))}", at, amount, name));
        }

        return [.. log];
    }

    // "09:00 1 5" is 9 o'clock on the first of March.
    private static UserOpsDataset LogOf(string lines) => PurchaseLog.Of([.. lines.Split("; ").Select(line => line.Split(' '))
        .Select(words => string.Join(' ', [$"a 2026-03-0{words[1]}T{words[0]}Z", .. words[2..]]))]);

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
