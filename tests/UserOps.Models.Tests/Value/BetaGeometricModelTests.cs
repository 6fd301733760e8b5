using UserOps.Models.Tests.Survival;
using UserOps.Models.Tests.Value.Twin;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class BetaGeometricModelTests
{
    [Fact]
    public void ProbabilityOf_TailOfMillionsOfTerms_IsItsClosedForm()
    {
        // a = b = 1: half of the one purchase and half of one or more; both have a closed form.
        double y = 9 / 1e-6;
        double none = Math.Exp(-5e-4 * Math.Log(1 + y));
        double expected = 0.5 * 5e-4 * (y / (1 + y)) * none + 0.5 * (1 - none);
        Assert.Equal(1, BuyingModels.BetaGeometric(5e-4, 1e-6, 1, 1).ProbabilityOf(1, 9) / expected, 1e-11);
    }

    [Theory] // r, y, n; one less the sum of the probabilities before, with 40 digits
    [InlineData(5e-4, 9e6, 1, 0.0079744020282694790800)]
    [InlineData(5e-4, 1e5, 300_000, 0.0000065305446788758626643)]
    [InlineData(0.001, 1e5, 2_000, 0.0033501355796126641359)]
    public void ProbabilityOfAtLeast_LongTail_KeepsItsDigits(double r, double y, int n, double expected)
        => Assert.Equal(1, NegativeBinomialKernels.ProbabilityOfAtLeast(r, y, n) / expected, 1e-9);

    [Fact]
    public void Simulate_AgesThatCannotBeOrAreWithoutEnd_IsRefused()
    {
        IPurchaseModel[] models = [BuyingModels.BetaGeometric(), new NegativeBinomialModel(new() { Version = 1, R = 0.7, Alpha = 9 }), ParetoNbdModelTests.Model(1, 8, 1, 9)];
        foreach (IPurchaseModel model in models)
        {
            foreach (double age in new[] { double.PositiveInfinity, double.NaN, -1 })
            {
                Assert.Equal("ages", Assert.Throws<ArgumentOutOfRangeException>(() => model.Simulate([10, age], 1)).ParamName);
            }
        }

        IPurchaseModel[] restless = [BuyingModels.BetaGeometric(r: 5, alpha: 1e-12, a: 1e-9), new NegativeBinomialModel(new() { Version = 1, R = 5, Alpha = 1e-12 }), ParetoNbdModelTests.Model(5, 1e-12, 1, 1e9)];
        Assert.All(restless, model => Assert.StartsWith(
            "A customer drawn buys 10000000 times within the age, and on; take shorter ages.",
            Assert.Throws<ArgumentOutOfRangeException>(() => model.Simulate([10], 1)).Message));
    }

    [Fact]
    public void DiscountRate_BeyondWhatADoubleHolds_IsRefused()
    {
        Assert.Equal(double.MaxValue, DiscountRate.OfUnit(double.MaxValue).PerUnit);
        Assert.True(double.IsFinite(DiscountRate.OfContinuous(700).PerUnit));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscountRate.OfContinuous(800));
    }

    [Fact]
    public void Predict_CustomersWithManyPurchases_IsTheSameWhereTheySharePlaces()
    {
        // 300 and 556 purchases are prepared in the same place, one after the other.
        BetaGeometricModel model = BuyingModels.BetaGeometric();
        PurchaseRecord[] customers = [new(300, 30, 39), new(556, 38, 39), new(300, 30, 39)];
        double[] fresh = [.. customers.Select(customer => BuyingModels.BetaGeometric().ExpectedPurchases(customer, 10))];
        Assert.Equal(fresh, customers.Select(customer => model.ExpectedPurchases(customer, 10)));
    }

    [Theory] // modified, k
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    [InlineData(true, 2)]
    public void Formulas_AgainstSimulation_Agree(bool isModified, int k)
    {
        const int customers = 100_000;
        const double age = 20, horizon = 15;
        BetaGeometricModel model = BuyingModels.BetaGeometric(1.2, 6, 0.7, 1.8, isModified, k);
        PurchaseHistory seen = model.Simulate([.. Enumerable.Repeat(age, customers)], 17);
        PurchaseHistory later = model.Simulate([.. Enumerable.Repeat(age + horizon, customers)], 18);
        double mean = later.RepeatPurchases.ToArray().Average();
        double deviation = Math.Sqrt(later.RepeatPurchases.ToArray().Average(x => (x - mean) * (x - mean)) / customers);
        Assert.InRange(model.ExpectedPurchases(age + horizon), mean - 5 * deviation, mean + 5 * deviation);
        for (int n = 0; n < 8; n++)
        {
            double share = (double)seen.RepeatPurchases.ToArray().Count(x => x == n) / customers;
            Assert.InRange(model.ProbabilityOf(n, age), share - 0.008, share + 0.008);
        }

        // What is expected of all customers, given what each did, adds up to what is expected of nobody in particular.
        CustomerPredictions predictions = model.Predict(seen, horizon);
        double expected = predictions.ExpectedPurchases.ToArray().Average();
        Assert.Equal(model.ExpectedPurchases(age + horizon) - model.ExpectedPurchases(age), expected, 0.02);
    }

    [Theory] // what one model says of the future is what another row says of the past: (0, h] without a purchase
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(true, 3)]
    public void ProbabilityAlive_AfterATime_IsTheAverageOverWhatMayHappen(bool isModified, int k)
    {
        BetaGeometricModel model = BuyingModels.BetaGeometric(1.2, 6, 0.7, 1.8, isModified, k);
        PurchaseHistory seen = model.Simulate([.. Enumerable.Repeat(20.0, 40_000)], 4);
        PurchaseHistory later = model.Simulate([.. Enumerable.Repeat(35.0, 40_000)], 5);
        double foreseen = Enumerable.Range(0, seen.Count).Average(row => model.ProbabilityAlive(seen[row], 15));
        double found = Enumerable.Range(0, later.Count).Average(row => model.ProbabilityAlive(later[row]));
        Assert.Equal(found, foreseen, 0.015);
    }

    [Theory] // age
    [InlineData(38.86)]
    [InlineData(0)]
    public void ProbabilityAlive_WithoutRepeats_IsExactlyOne(double age)
        => Assert.Equal(1, BuyingModels.BetaGeometric().ProbabilityAlive(new(0, 0, age)));

    [Fact]
    public void ProbabilityAlive_LastPurchaseAtTheEnd_IsBelowOne()
        => Assert.Equal(1 / (1 + 0.793 / (2.426 + 4)), BuyingModels.BetaGeometric().ProbabilityAlive(new(5, 38.86, 38.86)), 1e-14);

    [Fact]
    public void LogLikelihood_OfRandomCustomers_IsThatOfTheDefinition()
    {
        foreach ((bool isModified, int k) in new[] { (false, 1), (true, 1), (false, 3), (true, 5) })
        {
            BetaGeometricModel model = BuyingModels.BetaGeometric(0.8, 5, 0.5, 2, isModified, k);
            PurchaseHistory history = BuyingModels.Draw(model, 300, k);
            for (int row = 0; row < history.Count; row++)
            {
                double expected = NaiveBetaGeometric.LogLikelihood(history[row], history.LogGaps[row], isModified, k, [0.8, 5, 0.5, 2]);
                Derivatives.AssertClose(expected, model.LogLikelihood(history[row], history.LogGaps[row]), 1e-11);
            }
        }
    }

    [Theory] // modified, k: everybody has some number of purchases, and their mean is the expectation
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    [InlineData(true, 3)]
    public void ProbabilityOf_AllNumbers_IsOneAndHasTheExpectedMean(bool isModified, int k)
    {
        BetaGeometricModel model = BuyingModels.BetaGeometric(1.2, 6, 0.7, 1.8, isModified, k);
        double[] probabilities = [.. Enumerable.Range(0, 600).Select(n => model.ProbabilityOf(n, 30))];
        Assert.Equal(1, probabilities.Sum(), 1e-12);
        Assert.Equal(model.ExpectedPurchases(30), probabilities.Select((p, n) => n * p).Sum(), 1e-10);
    }

    [Fact]
    public void ProbabilityOf_FarInTheTail_HasAllItsDigits()
    {
        // 120-digit arithmetic; a difference of 1 and the sum of all that is likelier has no digit left here.
        BetaGeometricModel model = BuyingModels.BetaGeometric();
        Assert.Equal(1, model.ProbabilityOf(100, 2) / 9.24693763136941093e-55, 1e-11);
        Assert.Equal(1, model.ProbabilityOf(200, 2) / 7.78430917981562063e-106, 1e-11);
    }

    [Fact]
    public void ExpectedPurchases_AroundAEqualToOne_IsSmooth()
    {
        double At(double a) => BuyingModels.BetaGeometric(a: a).ExpectedPurchases(new(2, 30.43, 38.86), 39);
        Assert.Equal(At(1), (At(1 - 1e-6) + At(1 + 1e-6)) / 2, 1e-11);
    }

    [Fact]
    public void Intervals_WithEvidence_HoldThePrediction()
    {
        BetaGeometricModel model = BetaGeometricModel.Fit(BuyingModels.Draw(BuyingModels.BetaGeometric(), 2_000, 9)).Model!;
        var customer = new PurchaseRecord(2, 30, 38);
        Interval purchases = model.ExpectedPurchasesInterval(customer, 39)!.Value;
        Interval alive = model.ProbabilityAliveInterval(customer, 10)!.Value;
        Assert.InRange(model.ExpectedPurchases(customer, 39), purchases.Low, purchases.High);
        Assert.InRange(model.ProbabilityAlive(customer, 10), alive.Low, alive.High);
        Assert.True(alive.Low > 0 && alive.High < 1 && purchases.High - purchases.Low < model.ExpectedPurchases(customer, 39));
        Assert.Equal(new Interval(1, 1), model.ProbabilityAliveInterval(new(0, 0, 38))); // nobody can have left: no doubt
        Assert.Null(BuyingModels.BetaGeometric().ExpectedPurchasesInterval(customer, 39));
    }

    [Fact]
    public void Interval_OfManyFits_HoldsTheTruthAsOftenAsItSays()
    {
        BetaGeometricModel truth = BuyingModels.BetaGeometric(0.6, 5, 0.6, 2);
        var customer = new PurchaseRecord(3, 20, 30);
        int held = Enumerable.Range(0, 100).Count(seed =>
            BetaGeometricModel.Fit(BuyingModels.Draw(truth, 1_000, seed)).Model?.ExpectedPurchasesInterval(customer, 20, 0.9) is { } interval
            && truth.ExpectedPurchases(customer, 20) is var expected && interval.Low <= expected && expected <= interval.High);
        Assert.InRange(held, 80, 98);
    }

    [Fact]
    public void Parameters_ThroughJson_MakeTheSameModel()
    {
        PurchaseHistory history = BuyingModels.Draw(BuyingModels.BetaGeometric(unit: new(CalendarUnit.Day, 7)), 500, 3);
        BetaGeometricParameters saved = BetaGeometricModel.Fit(history).Model!.Parameters;
        BetaGeometricParameters read = UserOpsJson.Deserialize<BetaGeometricParameters>(UserOpsJson.Serialize(saved));
        Assert.Equal(saved, read);
        Assert.Equal("7 days", read.Unit!.ToString());
        var options = new BetaGeometricOptions { Variant = BetaGeometricVariant.AfterEveryPurchase, Regularity = 2 };
        Assert.Equal("""{"variant":"afterEveryPurchase","regularity":2,"penalty":0,"tolerance":1E-09,"maximumIterations":200}""", UserOpsJson.Serialize(options));
        Assert.Equal(options, UserOpsJson.Deserialize<BetaGeometricOptions>("""{"variant":"afterEveryPurchase","regularity":2}"""));
    }

    [Fact]
    public void Model_OfParametersThatCannotBe_NamesThemAll()
    {
        BetaGeometricParameters good = BuyingModels.BetaGeometric().Parameters;
        Assert.Equal(
            ["/regularity", "/r", "/alpha", "/b"],
            Assert.Throws<InvalidDefinitionException>(() => new BetaGeometricModel(good with { Regularity = 0, R = 0, Alpha = double.NaN, B = double.PositiveInfinity })).Issues.Select(issue => issue.Path));
        Assert.Equal(
            ["The version is 2; this library reads version 1."],
            Assert.Throws<InvalidDefinitionException>(() => new BetaGeometricModel(good with { Version = 2, R = -1 })).Issues.Select(issue => issue.Message));
    }

    [Fact]
    public void Questions_ThatCannotBe_AreRefused()
    {
        BetaGeometricModel model = BuyingModels.BetaGeometric();
        BetaGeometricModel regular = BuyingModels.BetaGeometric(k: 3);
        var customer = new PurchaseRecord(2, 30, 38);
        Assert.Equal("A time is 0 or more, and finite. (Parameter 'horizon')\nActual value was -1.", Refusal(() => model.ExpectedPurchases(customer, -1)));
        Assert.Equal("A time is 0 or more, and finite. (Parameter 'after')\nActual value was NaN.", Refusal(() => model.ProbabilityAlive(customer, double.NaN)));
        Assert.Equal("A time is 0 or more, and finite. (Parameter 'age')\nActual value was ∞.", Refusal(() => model.ProbabilityOf(1, double.PositiveInfinity)).Replace("Infinity", "∞", StringComparison.Ordinal));
        Assert.Equal(
            "The time holds more than a million hidden events; regular buying (k above 1) is not added up that far. (Parameter 'horizon')\nActual value was 1000000000000.",
            Refusal(() => regular.ExpectedPurchases(customer, 1e12)));
        Assert.Equal(
            "So many repeat purchases of 3 events each are more than can be counted. (Parameter 'customer')\nActual value was 1000000000.",
            Refusal(() => regular.ProbabilityAlive(new(1_000_000_000, 1, 2))));
        Assert.Equal(
            "The likelihood of regular buying (k = 3) depends on the times between purchases; give the sum of their logarithms.",
            Assert.Throws<InvalidOperationException>(() => regular.LogLikelihood(customer)).Message);
    }

    [Fact]
    public void Scoring_AfterTheFirstCustomer_AllocatesNothing()
    {
        BetaGeometricModel model = BuyingModels.BetaGeometric();
        var customer = new PurchaseRecord(2, 30, 38);
        double first = model.ExpectedPurchases(customer, 39) + model.ProbabilityAlive(customer, 5);
        long before = GC.GetAllocatedBytesForCurrentThread();
        double second = model.ExpectedPurchases(customer, 39) + model.ProbabilityAlive(customer, 5);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(first, second);
    }

    private static string Refusal(Func<double> question) => Assert.ThrowsAny<ArgumentException>(() => question()).Message.ReplaceLineEndings("\n");
}
