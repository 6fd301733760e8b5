using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class BetaGeometricBetaBernoulliModelTests
{
    public static TheoryData<double, double, double, double, int, int, int> Customers => new()
    {
        // alpha, beta, gamma, delta, x, t_x, n
        { 1.2, 0.75, 0.66, 2.78, 3, 4, 6 },
        { 1.2, 0.75, 0.66, 2.78, 0, 0, 6 },
        { 1.2, 0.75, 1, 2.78, 1, 1, 9 },
        { 1.2, 0.75, 2.5, 2.78, 6, 6, 6 },
        { 0.01, 30, 0.2, 0.05, 2, 7, 40 },
        { 25, 40, 3, 60, 9, 17, 50 },
        { 1.2, 0.75, 0.66, 2.78, 0, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Customers))]
    public void Formulas_AnyCustomer_AreThoseOfTheTwin(double alpha, double beta, double gamma, double delta, int x, int last, int n)
    {
        BetaGeometricBetaBernoulliModel model = Model(alpha, beta, gamma, delta);
        var twin = new NaiveOpportunities(alpha, beta, gamma, delta);
        var customer = new PurchaseRecord(x, last, n);
        AssertSame(twin.LogLikelihood(x, last, n), model.LogLikelihood(customer));
        AssertSame(twin.AliveAt(x, last, n, n), model.ProbabilityAlive(customer));
        AssertSame(twin.AliveAt(x, last, n, n + 3), model.ProbabilityAlive(customer, 3));
        AssertSame(twin.Expected(x, last, n, 12), model.ExpectedPurchases(customer, 12));
        AssertSame(twin.Expected(x, last, n, 600, 0.06), model.DiscountedExpectedTransactions(customer, DiscountRate.OfUnit(0.06)), 1e-9);
        AssertSame(twin.Probability(x, n), model.ProbabilityOf(x, n));
    }

    [Theory]
    [MemberData(nameof(Customers))]
    public void Likelihood_OfEveryPattern_IsOneInAll(double alpha, double beta, double gamma, double delta, int x, int last, int n)
    {
        // x purchases with the last at t_x: the others lie anywhere before it.
        Assert.True(x <= last && last <= n);
        BetaGeometricBetaBernoulliModel model = Model(alpha, beta, gamma, delta);
        double[] probabilities = new double[n + 1];
        for (int at = 0; at <= n; at++)
        {
            for (int count = Math.Min(at, 1); count <= at; count++)
            {
                probabilities[count] += (count == 0 ? 1 : NaiveOpportunities.Ways(at - 1, count - 1)) * Math.Exp(model.LogLikelihood(new(count, at, n)));
            }
        }

        Assert.Equal(1, probabilities.Sum(), 1e-11);
        Assert.All(Enumerable.Range(0, n + 1), count => AssertSame(probabilities[count], model.ProbabilityOf(count, n), 1e-10));
        AssertSame(probabilities.Select((probability, count) => count * probability).Sum(), model.ExpectedPurchases(n), 1e-10);
    }

    [Fact]
    public void Formulas_OverAThousandOpportunities_KeepTheirDigits()
    {
        BetaGeometricBetaBernoulliModel model = Model(1.2, 0.75, 0.66, 2.78);
        double[] probabilities = [.. Enumerable.Range(0, 1_001).Select(x => model.ProbabilityOf(x, 1_000))];
        Assert.Equal(1, probabilities.Sum(), 1e-10);
        AssertSame(model.ExpectedPurchases(1_000), probabilities.Select((probability, x) => x * probability).Sum(), 1e-10);
        Assert.InRange(model.ProbabilityAlive(new(600, 1_000, 1_000), 1), 0.999, 1);
        Assert.InRange(model.ProbabilityAlive(new(600, 700, 1_000)), 0, 1e-100);
        Assert.True(double.IsFinite(model.LogLikelihood(new(600, 700, 1_000))));
        Assert.Equal(0, model.ProbabilityOf(1_001, 1_000));
    }

    [Theory] // any discount, down to one that needs more terms than there is time for
    [InlineData(0.66)]
    [InlineData(1)]
    [InlineData(3.5)]
    public void DiscountedExpectedTransactions_SmallerDiscount_TendsToTheSumWithout(double gamma)
    {
        BetaGeometricBetaBernoulliModel model = Model(1.2, 0.75, gamma, 2.78);
        var customer = new PurchaseRecord(3, 4, 6);
        double[] found = [.. new[] { 1, 0.1, 1e-3, 1e-9, 1e-15, 0 }.Select(rate => model.DiscountedExpectedTransactions(customer, DiscountRate.OfUnit(rate)))];
        Assert.Equal(found.Order(), found);
        Assert.Equal(gamma <= 1, double.IsPositiveInfinity(found[^1]));
        if (gamma > 1)
        {
            // (delta + n) / (gamma - 1) opportunities of somebody who is there.
            AssertSame(model.ProbabilityAlive(customer) * 4.2 / 7.95 * 8.78 / (gamma - 1), found[^1], 1e-12);
            AssertSame(found[^1], found[^2], 1e-9);
        }

        AssertSame(found[2], Enumerable.Range(1, 40_000).Sum(j => Step(model, customer, j) * Math.Pow(1.001, -j)), 1e-9);
    }

    [Theory] // repeats, last, opportunities -> the message
    [InlineData(1, 2, 2.5, "A time is a whole number of opportunities, 0 to 1000000. (Parameter 'customer')\nActual value was 2.5.")]
    [InlineData(1, 1.5, 2, "A time is a whole number of opportunities, 0 to 1000000. (Parameter 'customer')\nActual value was 1.5.")]
    [InlineData(1, 2, 1e7, "A time is a whole number of opportunities, 0 to 1000000. (Parameter 'customer')\nActual value was 10000000.")]
    [InlineData(3, 2, 4, "At an opportunity there is one purchase at most, and the last was at number 2. (Parameter 'customer')\nActual value was 3.")]
    public void Formulas_CustomerThatCannotBe_IsRefused(int repeats, double last, double opportunities, string message)
    {
        BetaGeometricBetaBernoulliModel model = Model(1.2, 0.75, 0.66, 2.78);
        var customer = new PurchaseRecord(repeats, last, opportunities);
        foreach (Action ask in new Action[]
        {
            () => model.LogLikelihood(customer), () => model.ProbabilityAlive(customer), () => model.ExpectedPurchases(customer, 1),
            () => model.DiscountedExpectedTransactions(customer, default), () => model.ProbabilityAliveInterval(customer), () => model.ExpectedPurchasesInterval(customer, 1),
        })
        {
            Assert.Equal(message, Assert.Throws<ArgumentOutOfRangeException>(ask).Message.ReplaceLineEndings("\n"));
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0.5)]
    [InlineData(double.NaN)]
    public void Formulas_TimeThatCannotBe_AreRefused(double time)
    {
        BetaGeometricBetaBernoulliModel model = Model(1.2, 0.75, 0.66, 2.78);
        foreach (Action ask in new Action[]
        {
            () => model.ProbabilityAlive(default, time), () => model.ExpectedPurchases(default(PurchaseRecord), time),
            () => model.ExpectedPurchases(time), () => model.ProbabilityOf(1, time), () => model.Simulate([time], 1),
        })
        {
            Assert.StartsWith("A time is a whole number of opportunities, 0 to 1000000.", Assert.Throws<ArgumentOutOfRangeException>(ask).Message);
        }
    }

    [Fact]
    public void Model_OfParametersThatCannotBe_SaysEveryFault()
    {
        var fault = Assert.Throws<InvalidDefinitionException>(() => Model(0, -1, double.NaN, double.PositiveInfinity));
        Assert.Equal(["/alpha", "/beta", "/gamma", "/delta"], fault.Issues.Select(issue => issue.Path));
    }

    [Fact]
    public void Simulate_ManyCustomers_AreAsTheFormulasSay()
    {
        BetaGeometricBetaBernoulliModel model = Model(1.2, 0.75, 0.66, 2.78);
        double[] opportunities = [.. Enumerable.Repeat(6.0, 60_000)];
        PurchaseHistory customers = model.Simulate(opportunities, 7);
        Assert.Equal(customers.AgesAtLastPurchase, model.Simulate(opportunities, 7).AgesAtLastPurchase);
        PurchaseGroups groups = PurchaseGroups.Of(customers);
        for (int row = 0; row < groups.Weights.Length; row++)
        {
            (int x, int last) = (groups.RepeatPurchases[row], (int)groups.AgesAtLastPurchase[row]);
            double expected = (x == 0 ? 1 : NaiveOpportunities.Ways(last - 1, x - 1)) * Math.Exp(model.LogLikelihood(new(x, last, 6)));
            Assert.Equal(expected, groups.Weights[row] / 60_000, 4.5 * Math.Sqrt(expected / 60_000));
        }
    }

    [Fact]
    public void DiscountedExpectedTransactions_LargeDelta_KeepsItsDigits()
    {
        // (4 + 6) / (4 + 3 + 6) times the sum of the discounted products of the rates of staying, with 40 digits; the customer bought last.
        double found = Model(4, 3, 3, 1e9).DiscountedExpectedTransactions(new(6, 6, 6), DiscountRate.OfUnit(0.01));
        Assert.Equal(1, found / (10 / 13.0 * 99.99996970001239269371), 1e-12);
    }

    internal static BetaGeometricBetaBernoulliModel Model(double alpha, double beta, double gamma, double delta)
        => new(new() { Version = 1, Alpha = alpha, Beta = beta, Gamma = gamma, Delta = delta });

    private static double Step(BetaGeometricBetaBernoulliModel model, PurchaseRecord customer, int opportunity)
    {
        // Once for the stay, once for the purchase: P(alive) at the opportunity times the mean probability to buy.
        double buys = (model.Parameters.Alpha + customer.RepeatPurchases) / (model.Parameters.Alpha + model.Parameters.Beta + customer.Age);
        (double gamma, double stayed) = (model.Parameters.Gamma, model.Parameters.Delta + customer.Age);
        return model.ProbabilityAlive(customer) * buys * Math.Exp(GammaFunctions.LogBeta(gamma, stayed + opportunity) - GammaFunctions.LogBeta(gamma, stayed));
    }

    private static void AssertSame(double expected, double actual, double relative = 1e-10)
        => Assert.True(Math.Abs(expected - actual) <= relative * Math.Abs(expected) + 1e-300, $"{expected:R} against {actual:R}");
}
