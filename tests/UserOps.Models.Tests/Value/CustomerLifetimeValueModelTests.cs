using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class CustomerLifetimeValueModelTests
{
    private static readonly CustomerLifetimeValueDefinition TwoMonths = new() { Periods = 2, PeriodLength = 4, DiscountRate = 0.25 };
    private static readonly GammaGammaModel Spends = new(new() { Version = 1, P = 6.25, Q = 3.74, V = 15.44, Currency = "USD" });

    [Fact] // 2 purchases a period, spends of 10 and 30: 2 / 1.25 + 2 / 1.25^2 = 2.88 purchases
    public void Evaluate_GivenSpends_AreDiscountedAtTheEndOfPeriods()
    {
        CustomerLifetimeValueResult result = new CustomerLifetimeValueModel(TwoMonths with { Margin = 0.5 })
            .Evaluate(PurchaseHistory.Of([1, 0], [2, 0], [5, 5], weights: [1, 3]), new SteadyBuyers(0.5), [10, 30]);
        Assert.Equal((4, 2.88), (result.ExpectedPurchases[0], Math.Round(result.DiscountedPurchases[0], 12)));
        Assert.Equal(14.4, result.ValueAt(0).Value!.Value, 1e-12);
        Assert.Equal((4, 4, 16), (result.Total.Customers, result.Total.Valued, result.Total.ExpectedPurchases));
        Assert.Equal(14.4 + 3 * 43.2, result.Total.Value, 1e-12);
        Assert.Equal(36, result.Total.Mean.Value!.Value, 1e-12);
        Assert.Null(result.TotalInterval()); // nothing is known of how well these buyers are known
    }

    [Fact]
    public void TotalOf_Segments_AddUpToTheTotal()
    {
        PurchaseHistory history = HistoryOf("a 2026-03-01T09:00Z 5", "b 2026-03-05T09:00Z 3", "b 2026-03-06T09:00Z 3", "c 2026-03-08T09:00Z 1", "z 2026-03-08T09:00Z 1 view");
        CustomerLifetimeValueResult result = new CustomerLifetimeValueModel(TwoMonths).Evaluate(history, new SteadyBuyers(0.5), Spends);
        UserSet some = UserSet.Of(history.Users!.Directory, ["b", "z"]);
        Assert.Equal((1, 2), (result.TotalOf(some).Customers, result.TotalOf(some.Complement()).Customers));
        Assert.Equal(result.Total.Value, result.TotalOf(some).Value + result.TotalOf(some.Complement()).Value, 1e-12);
        Assert.Equal(result.ValueAt(history.RowOf("b")).Value, result.TotalOf(some).Value);
        Assert.Equal("USD", result.Currency);
    }

    [Fact] // q below 1: the mean of all does not exist, that of who bought again does
    public void Evaluate_WithoutAnExpectedSpend_HasNoValue()
    {
        var heavy = new GammaGammaModel(new() { Version = 1, P = 6.25, Q = 0.8, V = 15.44 });
        CustomerLifetimeValueResult result = new CustomerLifetimeValueModel(TwoMonths)
            .Evaluate(PurchaseHistory.Of([0, 1, 1], [0, 2, 2], [5, 5, 5], meanSpends: [0, 20, -3]), new SteadyBuyers(0.5), heavy);
        Assert.Equal([UndefinedReason.NoSolution, null, UndefinedReason.NoSolution], Enumerable.Range(0, 3).Select(row => result.ValueAt(row).Undefined));
        Assert.Equal((3, 1), (result.Total.Customers, result.Total.Valued));
        Assert.Equal(result.ValueAt(1).Value, result.Total.Value);
    }

    [Fact]
    public void Intervals_OfTwoFits_ContainTheValueAndJoinBothDoubts()
    {
        (ValueFit<BetaGeometricModel> purchases, ValueFit<GammaGammaModel> spends, PurchaseHistory history) = Fitted(4_000);
        var model = new CustomerLifetimeValueModel(TwoMonths);
        CustomerLifetimeValueResult result = model.Evaluate(history, purchases.Model!, spends.Model!);
        Interval both = result.TotalInterval()!.Value;
        Assert.InRange(result.Total.Value, both.Low, both.High);

        // Logarithms of a product: squares of the half-widths add up.
        double[] known = [.. Enumerable.Range(0, history.Count).Select(row => result.ExpectedSpendAt(row).Value!.Value)];
        Interval ofPurchases = model.Evaluate(history, purchases.Model!, known).TotalInterval()!.Value;
        Assert.True(Width(both) > Width(ofPurchases));
        Assert.Equal(result.ValueAt(5).Value!.Value, Math.Sqrt(result.IntervalAt(5)!.Value.Low * result.IntervalAt(5)!.Value.High), 1e-6);
        double ofOne = Width(model.Evaluate(history, purchases.Model!, known).IntervalAt(5)!.Value);
        double ofSpend = Width(spends.Model!.ExpectedSpendInterval(history.RepeatPurchases[5], history.MeanSpends[5])!.Value);
        Assert.Equal(Math.Sqrt(ofOne * ofOne + ofSpend * ofSpend), Width(result.IntervalAt(5)!.Value), 1e-6);
        Assert.Null(model.Evaluate(history, purchases.Model!, Spends).TotalInterval());
    }

    [Fact] // over a thousand fits to simulated histories 95 of 100 intervals would hold the truth; of 40, nearly all do
    public void TotalInterval_OfSimulatedCustomers_HoldsTheTruth()
    {
        int held = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            (ValueFit<BetaGeometricModel> purchases, ValueFit<GammaGammaModel> spends, PurchaseHistory history) = Fitted(1_500, seed);
            var model = new CustomerLifetimeValueModel(TwoMonths);
            double truth = model.Evaluate(history, Truth, Spends).Total.Value;
            Interval? interval = purchases.Model is { } buying && spends.Model is { } spending ? model.Evaluate(history, buying, spending).TotalInterval() : null;
            held += interval is { } found && truth >= found.Low && truth <= found.High ? 1 : 0;
        }

        Assert.InRange(held, 33, 40);
    }

    [Fact]
    public void Evaluate_TimesOrMoneyOfAnotherKind_IsRefused()
    {
        var model = new CustomerLifetimeValueModel(TwoMonths);
        PurchaseHistory history = HistoryOf("a 2026-03-01T09:00Z 5");
        var unit = Assert.Throws<ArgumentException>(() => model.Evaluate(history, new SteadyBuyers(1, new(CalendarUnit.Week)), Spends));
        Assert.Equal("Times of the model are in 1 week, those of the history in 1 day. (Parameter 'purchases')", unit.Message);
        var currency = Assert.Throws<ArgumentException>(() => model.Evaluate(history, new SteadyBuyers(1), new GammaGammaModel(Spends.Parameters with { Currency = "CNY" })));
        Assert.Equal("Spends of the model are in CNY, those of the history in USD. (Parameter 'spends')", currency.Message);
        var none = Assert.Throws<ArgumentException>(() => model.Evaluate(PurchaseHistory.Of([1], [2], [3]), new SteadyBuyers(1), Spends));
        Assert.Equal("The history has no spends; name the column of money when it is read. (Parameter 'history')", none.Message);
        var infinite = Assert.Throws<ArgumentException>(() => model.Evaluate(PurchaseHistory.Of([1], [2], [3]), new SteadyBuyers(1), [double.PositiveInfinity]));
        Assert.Equal("Row 0 has Infinity: a spend is finite. (Parameter 'spends')", infinite.Message);
    }

    [Fact]
    public void Definition_WithEveryFault_ListsThemAll()
    {
        var fault = Assert.Throws<InvalidDefinitionException>(() => new CustomerLifetimeValueModel(new() { Periods = 0, PeriodLength = double.NaN, DiscountRate = -0.1, Margin = 0 }));
        Assert.Equal(
            [
                "The periods are 0; 1 to 10000 are possible.",
                "The length of a period is NaN; it is above 0, and finite.",
                "The discount rate is -0.1; it is 0 or more, and finite.",
                "The margin is 0; it is above 0, and finite.",
            ],
            fault.Issues.Select(issue => issue.Message));
    }

    [Theory] // opportunities cannot be halved, and there are a million of them at most
    [InlineData(2, 0.5)]
    [InlineData(1_000, 1_001.0)]
    public void Evaluate_PeriodsThatAreNoOpportunities_AreRefusedByName(int periods, double length)
    {
        var yearly = new BetaGeometricBetaBernoulliModel(new() { Version = 1, Alpha = 1.2, Beta = 0.75, Gamma = 0.66, Delta = 2.8 });
        var model = new CustomerLifetimeValueModel(TwoMonths with { Periods = periods, PeriodLength = length });
        var fault = Assert.Throws<InvalidDefinitionException>(() => model.Evaluate(PurchaseHistory.Of([1], [2], [3]), yearly, [10]));
        Assert.Equal(("notOpportunities", "/periodLength"), (Assert.Single(fault.Issues).Code, fault.Issues[0].Path));
        Assert.Throws<InvalidDefinitionException>(() => model.Evaluate(PurchaseHistory.Of([1], [2], [3], meanSpends: [10]), yearly, Spends));
    }

    private static BetaGeometricModel Truth { get; } = new(new()
    {
        Version = 1,
        Variant = BetaGeometricVariant.AfterRepeats,
        Regularity = 1,
        R = 0.8,
        Alpha = 4.4,
        A = 0.8,
        B = 2.4,
    });

    private static (ValueFit<BetaGeometricModel> Purchases, ValueFit<GammaGammaModel> Spends, PurchaseHistory History) Fitted(int customers, int seed = 9)
    {
        PurchaseHistory drawn = Truth.Simulate([.. Enumerable.Range(0, customers).Select(i => 20 + i % 19)], seed);
        PurchaseHistory history = PurchaseHistory.Of(drawn.RepeatPurchases, drawn.AgesAtLastPurchase, drawn.Ages, meanSpends: Spends.Simulate(drawn.RepeatPurchases, seed + 1_000));
        return (BetaGeometricModel.Fit(history), GammaGammaModel.Fit(history), history);
    }

    private static double Width(Interval interval) => Math.Log(interval.High / interval.Low);

    private static PurchaseHistory HistoryOf(params ReadOnlySpan<string> lines) => PurchaseHistory.From(
        PurchaseLog.Of(lines), new() { Purchases = "pay", Amount = PurchaseLog.Money, Unit = new(CalendarUnit.Day), End = new(2026, 3, 31) }, PurchaseLog.Utc);
}
