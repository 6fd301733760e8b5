using UserOps.Models.Tests.Survival;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class GammaGammaModelTests
{
    private static readonly GammaGammaModel Cdnow = new(new() { Version = 1, P = 6.25, Q = 3.74, V = 15.44 });

    [PublicDataFact("cdnow-summary.csv")] // Fader and Hardie, note 025: 6.25, 3.74, 15.44; 946 of 2,357 customers bought again
    public void Fit_CdnowSummary_IsAsPublished()
    {
        ValueFit<GammaGammaModel> fit = GammaGammaModel.Fit(PublicSummaries.Read("cdnow-summary.csv"));
        Assert.Equal(ValueFitStatus.Converged, fit.Status);
        Assert.Equal((6.25, 3.74, 15.4), (Math.Round(fit["p"].Value.Value!.Value, 2), Math.Round(fit["q"].Value.Value!.Value, 2), Math.Round(fit["v"].Value.Value!.Value, 1)));
        Assert.Equal((946, 1411), (fit.Customers, fit.LeftOut));
        Assert.Equal(35.17, fit.Model!.PopulationMean.Value!.Value, 0.01);
    }

    [PublicDataFact("cdnow-summary.csv")] // the note reports 0.11 for these customers: weak enough
    public void SpendCorrelation_CdnowSummary_IsWeak()
        => Assert.Equal(0.11, GammaGammaModel.SpendCorrelation(PublicSummaries.Read("cdnow-summary.csv")).Value!.Value, 0.01);

    [Theory]
    [InlineData(6.25, 3.74, 15.44)]
    [InlineData(1.5, 2.2, 400)]
    [InlineData(12, 8, 0.02)]
    public void Fit_SimulatedCustomers_FindsTheirParameters(double p, double q, double v)
    {
        var truth = new GammaGammaModel(new() { Version = 1, P = p, Q = q, V = v });
        var random = new Xoshiro256(5);
        int[] purchases = [.. Enumerable.Range(0, 20_000).Select(_ => 1 + (int)(random.NextDouble() * 8))];
        ValueFit<GammaGammaModel> fit = GammaGammaModel.Fit(purchases, truth.Simulate(purchases, 11));
        Assert.Equal(ValueFitStatus.Converged, fit.Status);
        foreach ((string name, double value) in new[] { ("p", p), ("q", q), ("v", v) })
        {
            ParameterEstimate estimate = fit[name];
            Assert.InRange(Math.Log(estimate.Value.Value!.Value / value) / estimate.LogStandardError.Value!.Value, -3.3, 3.3);
            Assert.InRange(estimate.LogStandardError.Value!.Value, 0.001, 0.2);
        }
    }

    [Theory] // grouping, order and currency change nothing
    [InlineData(1)]
    [InlineData(1e6)]
    [InlineData(1e-6)]
    public void Fit_InAnotherUnitOfMoney_IsTheSame(double unit)
    {
        (int[] purchases, double[] spends) = Customers(500);
        ValueFit<GammaGammaModel> fit = GammaGammaModel.Fit(purchases, spends);
        ValueFit<GammaGammaModel> other = GammaGammaModel.Fit([.. purchases.Reverse()], [.. spends.Reverse().Select(spend => spend * unit)]);
        Assert.Equal(fit["p"].Value.Value!.Value, other["p"].Value.Value!.Value, 1e-7);
        Assert.Equal(fit["q"].Value.Value!.Value, other["q"].Value.Value!.Value, 1e-7);
        Assert.Equal(1, fit["v"].Value.Value!.Value * unit / other["v"].Value.Value!.Value, 1e-8);
        Assert.Equal(fit["v"].LogStandardError.Value!.Value, other["v"].LogStandardError.Value!.Value, 1e-8);
        Assert.Equal(fit.LogLikelihood - 500 * Math.Log(unit), other.LogLikelihood, 1e-6);
    }

    [Fact]
    public void Fit_Weights_StandForRows()
    {
        (int[] purchases, double[] spends) = Customers(200);
        ValueFit<GammaGammaModel> twice = GammaGammaModel.Fit([.. purchases, .. purchases, 3], [.. spends, .. spends, 9]);
        ValueFit<GammaGammaModel> weighted = GammaGammaModel.Fit([3, .. purchases], [9, .. spends], [1, .. Enumerable.Repeat(2.0, 200)]);
        Assert.Equal(twice["q"], weighted["q"]);
        Assert.Equal(401, weighted.Customers);
    }

    [Fact]
    public void Evaluate_Derivatives_AgreeWithDifferences()
    {
        (int[] purchases, double[] spends) = Customers(50);
        var likelihood = new GammaGammaLikelihood(SpendGroups.Of(purchases, spends, [])!);
        double[] at = [0.4, 1.1, -0.3];
        double[] gradient = new double[3];
        double[] information = new double[9];
        likelihood.Evaluate(at, gradient, information);
        Derivatives.AssertClose(Derivatives.Gradient(Value, at), gradient, 1e-7);
        Derivatives.AssertClose([.. Derivatives.Hessian(Value, at).Select(bend => -bend)], information, 1e-5);

        double Value(double[] logs) => likelihood.Evaluate(logs, new double[3], new double[9]);
    }

    [Theory] // purchases and mean spends that do not decide
    [InlineData(new[] { 3 }, new[] { 20.0 })] // one customer
    [InlineData(new[] { 1, 2, 9 }, new[] { 20.0, 20, 20 })] // all equal
    public void Fit_OneSpendOnly_IsNotIdentified(int[] purchases, double[] spends)
    {
        ValueFit<GammaGammaModel> fit = GammaGammaModel.Fit(purchases, spends);
        Assert.Equal((ValueFitStatus.NotIdentified, double.PositiveInfinity), (fit.Status, fit.LogLikelihood));
        Assert.Null(fit.Model);
        Assert.All(fit.Parameters, parameter => Assert.Equal(UndefinedReason.NoSolution, parameter.Value.Undefined));
    }

    [Fact] // means spread as the purchases of one customer do, the less the more there are: only the shape of all is known
    public void Fit_CustomersWhoDoNotDiffer_KnowsTheirShapeOnly()
    {
        int[] purchases = [.. Enumerable.Range(0, 4_000).Select(i => 1 + i % 20)];
        ValueFit<GammaGammaModel> fit = GammaGammaModel.Fit(purchases, [.. purchases.Select((x, i) => 10 + (i % 7 - 3) * 1.2 / Math.Sqrt(x))]);
        Assert.Equal(ValueFitStatus.NotIdentified, fit.Status);
        Assert.Equal((true, false, false), (fit["p"].IsIdentified, fit["q"].IsIdentified, fit["v"].IsIdentified));
        Assert.Equal(17.4, fit["p"].Value.Value!.Value, 0.5); // variance of one purchase: 4 * 1.44
    }

    [Fact] // nobody spends less than 10, a sharper edge than any variance within customers leaves: p goes to infinity
    public void Fit_CustomersWhoAlwaysSpendTheSame_KnowsHowTheyDifferOnly()
    {
        int[] purchases = [.. Enumerable.Range(0, 2_000).Select(i => 1 + i % 20)];
        ValueFit<GammaGammaModel> fit = GammaGammaModel.Fit(purchases, [.. purchases.Select((_, i) => 10 / Math.Sqrt(1 - (i * 7919L % 2_000 + 0.5) / 2_000))]);
        Assert.Equal(ValueFitStatus.NotIdentified, fit.Status);
        Assert.Equal((false, true, false), (fit["p"].IsIdentified, fit["q"].IsIdentified, fit["v"].IsIdentified));
    }

    [Theory] // purchases, mean spend of the second row -> the message
    [InlineData(0, 5.0, "Row 1 has 0: spends are learned from repeat purchases, 1 or more; leave one-time buyers out. (Parameter 'repeatPurchases')")]
    [InlineData(2, 0.0, "Row 1 has 0: a mean spend is above 0, and finite. (Parameter 'meanSpends')")]
    [InlineData(2, -3.0, "Row 1 has -3: a mean spend is above 0, and finite. (Parameter 'meanSpends')")]
    [InlineData(2, double.NaN, "Row 1 has NaN: a mean spend is above 0, and finite. (Parameter 'meanSpends')")]
    [InlineData(2, double.PositiveInfinity, "Row 1 has Infinity: a mean spend is above 0, and finite. (Parameter 'meanSpends')")]
    public void Fit_RowThatCannotBe_IsRefusedWithItsPlace(int purchases, double spend, string message)
        => Assert.Equal(message, Assert.Throws<ArgumentException>(() => GammaGammaModel.Fit([1, purchases], [10, spend])).Message);

    [Fact]
    public void Fit_HistoryWithoutSpends_IsRefused()
    {
        var fault = Assert.Throws<ArgumentException>(() => GammaGammaModel.Fit(PurchaseHistory.Of([1], [2], [3])));
        Assert.Equal("The history has no spends; name the column of money when it is read. (Parameter 'history')", fault.Message);
    }

    [Fact]
    public void Fit_NobodyBoughtAgain_IsRefused()
    {
        var fault = Assert.Throws<ArgumentException>(() => GammaGammaModel.Fit(PurchaseHistory.Of([0], [0], [3], meanSpends: [0])));
        Assert.Equal("Nobody bought again: there is no repeat purchase to learn spends from. (Parameter 'history')", fault.Message);
        Assert.Equal("There is no customer to learn from. (Parameter 'repeatPurchases')", Assert.Throws<ArgumentException>(() => GammaGammaModel.Fit([1], [2], [0])).Message);
    }

    [Fact]
    public void Fit_RefundsBeyondSpends_AreRefusedUnlessLeftOut()
    {
        (int[] purchases, double[] spends) = Customers(100);
        PurchaseHistory history = PurchaseHistory.Of([2, .. purchases, 0], [1, .. Enumerable.Repeat(1.0, 100), 0], [.. Enumerable.Repeat(5.0, 102)], meanSpends: [-4, .. spends, 0]);
        var fault = Assert.Throws<ArgumentException>(() => GammaGammaModel.Fit(history));
        Assert.Equal("Row 0 has a mean spend of -4: a spend is above 0. The options can leave such customers out. (Parameter 'history')", fault.Message);
        ValueFit<GammaGammaModel> fit = GammaGammaModel.Fit(history, new() { NonPositiveSpends = NonPositiveSpend.LeaveOut });
        Assert.Equal((100, 2), (fit.Customers, fit.LeftOut));
        Assert.Equal(GammaGammaModel.Fit(purchases, spends)["p"], fit["p"]);
    }

    [Fact]
    public void Fit_OptionsThatCannotBe_ListsEveryFault()
    {
        var fault = Assert.Throws<InvalidDefinitionException>(() => GammaGammaModel.Fit([1], [1], options: new() { NonPositiveSpends = (NonPositiveSpend)7, Tolerance = 0, MaximumIterations = 0 }));
        Assert.Equal(["/nonPositiveSpends", "/tolerance", "/maximumIterations"], fault.Issues.Select(issue => issue.Path));
    }

    [Fact]
    public void Fit_OneStep_SaysItIsNotEnough()
    {
        (int[] purchases, double[] spends) = Customers(100);
        ValueFit<GammaGammaModel> fit = GammaGammaModel.Fit(purchases, spends, options: new() { MaximumIterations = 1 });
        Assert.Equal((ValueFitStatus.IterationLimit, 1), (fit.Status, fit.Iterations));
    }

    [Fact]
    public void Model_ThroughJson_IsTheSame()
    {
        (int[] purchases, double[] spends) = Customers(300);
        GammaGammaModel model = GammaGammaModel.Fit(purchases, spends).Model!;
        var back = new GammaGammaModel(UserOpsJson.Deserialize<GammaGammaParameters>(UserOpsJson.Serialize(model.Parameters)));
        Assert.Equal(model.Parameters, back.Parameters);
        Assert.Equal(model.ExpectedSpendInterval(2, 30), back.ExpectedSpendInterval(2, 30));
    }

    [Fact]
    public void Model_ParametersThatCannotBe_AreRefused()
    {
        var fault = Assert.Throws<InvalidDefinitionException>(() => new GammaGammaModel(new() { Version = 1, P = 0, Q = double.NaN, V = -1, Evidence = new() { LogLikelihood = 0, Customers = 1, LogCovariance = [1] } }));
        Assert.Equal(["/p", "/q", "/v", "/evidence/logCovariance"], fault.Issues.Select(issue => issue.Path));
        Assert.Equal("/version", Assert.Single(Assert.Throws<InvalidDefinitionException>(() => new GammaGammaModel(new() { Version = 2, P = 0, Q = 1, V = 1 })).Issues).Path);
    }

    [Fact] // the shares 3.74 - 1 : 6.25 x of the mean of all and of the mean seen
    public void ExpectedSpend_MorePurchases_TrustsTheMeanSeenMore()
    {
        double mean = Cdnow.PopulationMean.Value!.Value;
        foreach (int x in new[] { 0, 1, 5, 400 })
        {
            double share = 2.74 / (6.25 * x + 2.74);
            Assert.Equal(share * mean + (1 - share) * 100, Cdnow.ExpectedSpend(x, 100).Value!.Value, 1e-10);
        }
    }

    [Fact] // density over means of x = 3 adds up to 1, and its mean is that of all spends
    public void LogLikelihood_OverAllSpends_IsADensity()
    {
        (double mass, double mean) = (0, 0);
        const double Step = 0.001;
        for (double log = -8; log < 16; log += Step)
        {
            double m = Math.Exp(log);
            double weight = Math.Exp(Cdnow.LogLikelihood(3, m)) * m * Step;
            mass += weight;
            mean += weight * m;
        }

        Assert.Equal(1, mass, 1e-9);
        Assert.Equal(Cdnow.PopulationMean.Value!.Value, mean, 1e-3);
    }

    [Fact] // simulated spends of customers whose mean of 4 purchases was near 60: their next ones
    public void ExpectedSpend_AgainstSimulation_Agrees()
    {
        const int Customers = 400_000;
        var random = new Xoshiro256(1);
        (double sum, int count) = (0, 0);
        for (int i = 0; i < Customers; i++)
        {
            double rate = random.NextGamma(3.74, 15.44);
            if (random.NextGamma(6.25 * 4, rate * 4) is > 57 and < 63)
            {
                sum += 6.25 / rate;
                count++;
            }
        }

        Assert.InRange(count, 2_000, Customers);
        Assert.Equal(Cdnow.ExpectedSpend(4, 60).Value!.Value, sum / count, 1.0);
    }

    [Fact]
    public void ExpectedSpendInterval_OfAFit_NarrowsWithData()
    {
        (int[] few, double[] fewSpends) = Customers(100);
        (int[] many, double[] manySpends) = Customers(2_000);
        GammaGammaModel small = GammaGammaModel.Fit(few, fewSpends).Model!;
        GammaGammaModel large = GammaGammaModel.Fit(many, manySpends).Model!;
        Interval wide = small.ExpectedSpendInterval(1, 40)!.Value;
        Interval narrow = large.ExpectedSpendInterval(1, 40)!.Value;
        Assert.InRange(small.ExpectedSpend(1, 40).Value!.Value, wide.Low, wide.High);
        Assert.True(narrow.High - narrow.Low < (wide.High - wide.Low) / 2);
        Assert.Null(Cdnow.ExpectedSpendInterval(1, 40)); // given, not fitted
    }

    [Fact]
    public void ExpectedSpend_SpendThatCannotBe_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Cdnow.ExpectedSpend(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cdnow.ExpectedSpend(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cdnow.LogLikelihood(1, 0));
        Assert.Equal(Cdnow.PopulationMean, Cdnow.ExpectedSpend(0, double.NaN)); // not looked at
    }

    [Theory] // repeat purchases and mean spends -> the correlation
    [InlineData(new[] { 1, 2, 3 }, new[] { 10.0, 20, 30 }, 1.0)]
    [InlineData(new[] { 1, 2, 3 }, new[] { 30.0, 20, 10 }, -1.0)]
    [InlineData(new[] { 1, 2, 3, 0 }, new[] { 10.0, 10, 40, 999 }, 0.8660254037844387)]
    public void SpendCorrelation_OfRepeatBuyers_IsPearsons(int[] purchases, double[] spends, double expected)
        => Assert.Equal(expected, GammaGammaModel.SpendCorrelation(HistoryOf(purchases, spends)).Value!.Value, 1e-12);

    [Fact]
    public void SpendCorrelation_WithoutSpread_HasNoValue()
    {
        Assert.Equal(UndefinedReason.TooFew, GammaGammaModel.SpendCorrelation(HistoryOf([1, 0], [3, 4])).Undefined);
        Assert.Equal(UndefinedReason.ZeroBase, GammaGammaModel.SpendCorrelation(HistoryOf([1, 2], [4, 4])).Undefined);
    }

    [Fact]
    public void Fit_RowThatStandsForNobody_IsNotLookedAt()
    {
        (int[] purchases, double[] spends) = Customers(100);
        PurchaseHistory history = PurchaseHistory.Of(
            [2, .. purchases], [1, .. Enumerable.Repeat(1.0, 100)], [.. Enumerable.Repeat(5.0, 101)], weights: [0, .. Enumerable.Repeat(1.0, 100)], meanSpends: [-4, .. spends]);
        Assert.Equal(GammaGammaModel.Fit(purchases, spends)["p"], GammaGammaModel.Fit(history)["p"]);
    }

    private static PurchaseHistory HistoryOf(int[] purchases, double[] spends)
        => PurchaseHistory.Of(purchases, [.. purchases.Select(x => x > 0 ? 1.0 : 0)], [.. purchases.Select(_ => 5.0)], meanSpends: spends);

    private static (int[] Purchases, double[] Spends) Customers(int count)
    {
        int[] purchases = [.. Enumerable.Range(0, count).Select(i => 1 + i * i % 7)];
        return (purchases, Cdnow.Simulate(purchases, 42));
    }
}
