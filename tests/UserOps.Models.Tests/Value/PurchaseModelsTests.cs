using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class PurchaseModelsTests
{
    private static readonly PurchaseHistory Customers = BuyingModels.Draw(BuyingModels.BetaGeometric(), 10_000, 8);

    [Fact]
    public void Predict_OnAnyNumberOfThreads_IsTheSameAsOneByOne()
    {
        BetaGeometricModel model = BuyingModels.BetaGeometric();
        CustomerPredictions one = model.Predict(Customers, 39, new() { MaxDegreeOfParallelism = 1 });
        CustomerPredictions four = model.Predict(Customers, 39, new() { MaxDegreeOfParallelism = 4 });
        Assert.Equal((10_000, 39), (one.Count, one.Horizon));
        Assert.True(one.ExpectedPurchases.SequenceEqual(four.ExpectedPurchases) && one.ProbabilitiesAlive.SequenceEqual(four.ProbabilitiesAlive));
        for (int row = 0; row < 100; row++)
        {
            Assert.Equal(model.ExpectedPurchases(Customers[row], 39), one.ExpectedPurchases[row]);
            Assert.Equal(model.ProbabilityAlive(Customers[row]), one.ProbabilitiesAlive[row]);
        }
    }

    [Fact]
    public void Totals_OfRows_AreTheirSums()
    {
        foreach (IPurchaseModel model in new IPurchaseModel[] { BuyingModels.BetaGeometric(isModified: true), new NegativeBinomialModel(new() { Version = 1, R = 0.4, Alpha = 12 }) })
        {
            PurchaseHistory some = Customers.With([.. Enumerable.Range(0, 500)], weights: [.. Enumerable.Range(0, 500).Select(row => (double)(row % 3))]);
            CohortTotals totals = model.Totals(some, 39);
            double Sum(Func<PurchaseRecord, double> of) => Enumerable.Range(0, 500).Sum(row => row % 3 * of(some[row]));
            Assert.Equal(Sum(_ => 1), totals.Customers);
            Assert.Equal(Sum(customer => model.ExpectedPurchases(customer, 39)), totals.ExpectedPurchases, 1e-9);
            Assert.Equal(Sum(customer => model.ProbabilityAlive(customer)), totals.Alive, 1e-9);
            Assert.Equal(Sum(customer => model.ExpectedPurchases(customer.Age)), totals.ExpectedSoFar, 1e-9);
            Assert.Equal(Sum(customer => model.ExpectedPurchases(customer.Age + 39)), totals.ExpectedByHorizon, 1e-9);
        }
    }

    [Fact]
    public void Frequencies_OfSimulatedCustomers_AreAsExpected()
    {
        PurchaseFrequencies frequencies = BuyingModels.BetaGeometric().Frequencies(Customers);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7+"], frequencies.Bins.Select(bin => bin.ToString()));
        Assert.Equal(10_000, frequencies.Bins.Sum(bin => bin.Actual));
        Assert.Equal(10_000, frequencies.Bins.Sum(bin => bin.Expected), 1e-9);
        Assert.All(frequencies.Bins, bin => Assert.InRange(bin.Actual, bin.Expected - 5 * Math.Sqrt(bin.Expected), bin.Expected + 5 * Math.Sqrt(bin.Expected)));
    }

    [Fact]
    public void Progress_OfManyRows_RisesToOne()
    {
        PurchaseHistory many = BuyingModels.Draw(BuyingModels.BetaGeometric(), 10_000, 1);
        foreach (Action<RunOptions> ask in new Action<RunOptions>[]
        {
            run => BuyingModels.BetaGeometric().Predict(many, 10, run),
            run => BuyingModels.BetaGeometric().Totals(many, 10, run),
            run => BuyingModels.BetaGeometric().Frequencies(many, 3, run),
        })
        {
            var told = new Told();
            ask(new() { Progress = told });
            Assert.True(told.Shares.Count > 1);
            Assert.Equal(told.Shares.Order().Distinct(), told.Shares);
            Assert.Equal(1, told.Shares[^1]);
        }
    }

    private sealed class Told : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value) => Shares.Add(value);
    }

    [Fact]
    public void Questions_ThatCannotBe_AreRefused()
    {
        BetaGeometricModel weeks = BuyingModels.BetaGeometric(unit: new(CalendarUnit.Day, 7));
        PurchaseHistory days = PurchaseHistory.Of([1], [2], [3], unit: new(CalendarUnit.Day));
        Assert.Equal(
            "Times of the model are in 7 days, those of the history in 1 day. (Parameter 'history')",
            Assert.Throws<ArgumentException>(() => weeks.Predict(days, 1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => weeks.Predict(Customers, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => weeks.Frequencies(Customers, 0));
        Assert.Throws<ArgumentException>(() => weeks.Totals(PurchaseHistory.Of([], [], []), 1));
        Assert.Equal(0, weeks.Predict(PurchaseHistory.Of([], [], []), 1).Count);
        Assert.Throws<OperationCanceledException>(() => weeks.Predict(Customers, 1, null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Totals_AndBins_GoThroughJson()
    {
        var totals = new CohortTotals(3, 52, 1.5, 2.25, 4, 5);
        var bin = new PurchaseFrequencyBin(7, true, 1.5, 2);
        Assert.Equal(totals, UserOpsJson.Deserialize<CohortTotals>(UserOpsJson.Serialize(totals)));
        Assert.Equal(bin, UserOpsJson.Deserialize<PurchaseFrequencyBin>(UserOpsJson.Serialize(bin)));
    }

}
