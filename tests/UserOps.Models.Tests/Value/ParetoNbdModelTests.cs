using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class ParetoNbdModelTests
{
    public static TheoryData<double, double, double, double, int, double, double> Customers => new()
    {
        // r, alpha, s, beta, x, t_x, T
        { 0.55, 10.56, 0.61, 11.64, 10, 35, 39 },
        { 0.55, 10.56, 0.61, 11.64, 0, 0, 39 },
        { 0.55, 11, 0.61, 11, 3, 5, 39 },
        { 2.5, 0.02, 0.3, 50, 4, 1, 20 },
        { 2.5, 50, 0.3, 0.02, 2, 1, 20 },
        { 0.1, 3, 4, 0.5, 0, 0, 100 },
        { 0.9, 0.01, 1, 300, 0, 0, 52 },
        { 3, 8, 1, 20, 5, 30, 30 },
        { 1.5, 200, 30, 900, 1, 0.001, 12 },
    };

    [Theory]
    [MemberData(nameof(Customers))]
    public void Formulas_AnyCustomer_AreThoseOfTheTwin(double r, double alpha, double s, double beta, int x, double last, double age)
    {
        ParetoNbdModel model = Model(r, alpha, s, beta);
        var twin = new NaiveParetoNbd(r, alpha, s, beta);
        var customer = new PurchaseRecord(x, last, age);
        AssertSame(twin.LogLikelihood(x, last, age), model.LogLikelihood(customer));
        AssertSame(twin.Alive(x, last, age), model.ProbabilityAlive(customer));
        AssertSame(twin.Alive(x, last, age) * Math.Pow((beta + age) / (beta + age + 7), s), model.ProbabilityAlive(customer, 7));
        AssertSame(twin.Expected(x, last, age, 26), model.ExpectedPurchases(customer, 26));
        AssertSame(twin.Discounted(x, last, age, 0.01), model.DiscountedExpectedTransactions(customer, DiscountRate.OfContinuous(0.01)));
        AssertSame(twin.Probability(x, age), model.ProbabilityOf(x, age));
    }

    [Theory]
    [MemberData(nameof(Customers))]
    public void Probabilities_OfAllNumbers_AreOneAndGiveTheExpectation(double r, double alpha, double s, double beta, int x, double last, double age)
    {
        Assert.True(x >= 0 && last <= age);
        ParetoNbdModel model = Model(r, alpha, s, beta);
        double time = Math.Min(age, 20 * alpha); // so that a few thousand purchases are all there are
        double[] probabilities = [.. Enumerable.Range(0, 4_000).Select(n => model.ProbabilityOf(n, time))];
        Assert.All(probabilities, probability => Assert.InRange(probability, 0, 1));
        Assert.Equal(1, probabilities.Sum(), 1e-10);
        AssertSame(model.ExpectedPurchases(time), probabilities.Select((probability, n) => n * probability).Sum());
    }

    [Theory] // at s = 1 the formula of the paper is 0 / 0; nothing happens there
    [InlineData(1)]
    [InlineData(40)]
    public void ExpectedPurchases_AroundShapeOne_IsSmooth(double horizon)
    {
        double[] around = [.. new[] { 1 - 1e-6, 1 - 1e-13, 1, 1 + 1e-13, 1 + 1e-6 }.Select(s => Model(0.55, 10.56, s, 11.64).ExpectedPurchases(new PurchaseRecord(2, 5, 30), horizon))];
        Assert.Equal(around[2], (around[0] + around[4]) / 2, 1e-11 * around[2]);
        Assert.Equal(around[2], around[1], 1e-11 * around[2]);
        Assert.Equal(around[2], around[3], 1e-11 * around[2]);
    }

    [Theory] // what broke other implementations: many purchases, alpha and beta far apart, a long silence
    [InlineData(10.465, 0.00798565181, 3.0516, 2.82, 400, 500, 500, 1)]
    [InlineData(10.465, 0.00798565181, 3.0516, 2.82, 400, 5, 500, 0)]
    [InlineData(0.55, 1e-9, 0.61, 1e9, 400, 38, 39, 0.999998)] // alpha is nothing: S/D = (38/39)^400 / (s 38/(399 beta)) = 5e5
    [InlineData(0.55, 1e9, 0.61, 1e-9, 2, 30, 39, 0.852108)] // beta is nothing and alpha for ever: (30/39)^s
    [InlineData(1e6, 1e7, 1e6, 3e7, 3, 10, 39, 0.078767)] // all alike, rates 1/10 and 1/30: 1 / (1 + (e^(29 (2/15)) - 1) / 4)
    [InlineData(0.001, 1e-5, 0.001, 1e-5, 0, 0, 1e6, 0.9747)]
    public void Formulas_FarFromEveryday_AreNumbers(double r, double alpha, double s, double beta, int x, double last, double age, double alive)
    {
        ParetoNbdModel model = Model(r, alpha, s, beta);
        var customer = new PurchaseRecord(x, last, age);
        Assert.True(double.IsFinite(model.LogLikelihood(customer)));
        Assert.Equal(alive, model.ProbabilityAlive(customer), 5e-5);
        Assert.InRange(model.ExpectedPurchases(customer, 90), 0, 1e9);
        Assert.InRange(model.DiscountedExpectedTransactions(customer, DiscountRate.OfUnit(0.01)), 0, 1e12);
        Assert.InRange(model.ProbabilityOf(200, age), 0, 1);
    }

    [Fact]
    public void Formulas_InAnotherUnit_AreTheSame()
    {
        ParetoNbdModel weeks = Model(0.55, 10.56, 0.61, 11.64);
        ParetoNbdModel days = Model(0.55, 10.56 * 7, 0.61, 11.64 * 7);
        var inWeeks = new PurchaseRecord(4, 20, 39);
        var inDays = new PurchaseRecord(4, 140, 273);
        AssertSame(weeks.LogLikelihood(inWeeks) - 4 * Math.Log(7), days.LogLikelihood(inDays));
        AssertSame(weeks.ProbabilityAlive(inWeeks, 3), days.ProbabilityAlive(inDays, 21));
        AssertSame(weeks.ExpectedPurchases(inWeeks, 8), days.ExpectedPurchases(inDays, 56));
        AssertSame(weeks.ProbabilityOf(5, 39), days.ProbabilityOf(5, 273));
        AssertSame(
            weeks.DiscountedExpectedTransactions(inWeeks, DiscountRate.OfContinuous(0.007)),
            days.DiscountedExpectedTransactions(inDays, DiscountRate.OfContinuous(0.001)));
    }

    [Fact]
    public void DiscountedExpectedTransactions_WithoutDiscount_EndsOnlyWhereStaysDo()
    {
        var customer = new PurchaseRecord(4, 20, 39);
        Assert.Equal(double.PositiveInfinity, Model(0.55, 10.56, 1, 11.64).DiscountedExpectedTransactions(customer, default));
        ParetoNbdModel model = Model(0.55, 10.56, 3, 11.64);
        AssertSame(model.ProbabilityAlive(customer) * 4.55 / 49.56 * 50.64 / 2, model.DiscountedExpectedTransactions(customer, default));
        AssertSame(model.DiscountedExpectedTransactions(customer, default), model.DiscountedExpectedTransactions(customer, DiscountRate.OfUnit(1e-13)), 1e-9);
    }

    [Fact]
    public void Formulas_OfOneCustomer_AllocateNothing()
    {
        ParetoNbdModel model = Model(0.55, 10.56, 0.61, 11.64);
        var customer = new PurchaseRecord(4, 20, 39);
        double sum = All();
        long before = GC.GetAllocatedBytesForCurrentThread();
        sum += All();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(double.IsFinite(sum));

        double All() => model.ProbabilityAlive(customer, 3) + model.ExpectedPurchases(customer, 9) + model.ExpectedPurchases(9) + model.ProbabilityOf(20, 39)
            + model.LogLikelihood(customer) + model.DiscountedExpectedTransactions(customer, DiscountRate.OfUnit(0.01));
    }

    [Fact]
    public void Formulas_AtTimeZero_SayWhatIsKnown()
    {
        ParetoNbdModel model = Model(0.55, 10.56, 0.61, 11.64);
        Assert.Equal(1, model.ProbabilityAlive(new(10, 39, 39)));
        Assert.Equal(1, model.ProbabilityAlive(new(0, 0, 0)));
        Assert.Equal(0, model.LogLikelihood(new(0, 0, 0)));
        Assert.Equal((1.0, 0.0, 0.0), (model.ProbabilityOf(0, 0), model.ProbabilityOf(3, 0), model.ExpectedPurchases(0)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Formulas_TimeThatCannotBe_AreRefused(double time)
    {
        ParetoNbdModel model = Model(0.55, 10.56, 0.61, 11.64);
        foreach (Action ask in new Action[]
        {
            () => model.ProbabilityAlive(default, time), () => model.ExpectedPurchases(default(PurchaseRecord), time),
            () => model.ExpectedPurchases(time), () => model.ProbabilityOf(1, time),
        })
        {
            Assert.StartsWith("A time is 0 or more, and finite.", Assert.Throws<ArgumentOutOfRangeException>(ask).Message);
        }

        Assert.StartsWith("A rate of discount is 0 or more, and finite.", Assert.Throws<ArgumentOutOfRangeException>(() => DiscountRate.OfUnit(time)).Message);
        Assert.StartsWith("A rate of discount is 0 or more, and finite.", Assert.Throws<ArgumentOutOfRangeException>(() => DiscountRate.OfContinuous(time)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ProbabilityOf(-1, 1));
    }

    [Fact]
    public void Model_OfParametersThatCannotBe_SaysEveryFault()
    {
        var parameters = new ParetoNbdParameters { Version = 1, R = 0, Alpha = double.NaN, S = 1, Beta = -2, Evidence = new() { LogLikelihood = 0, Customers = 0, LogCovariance = [1, 2] } };
        var fault = Assert.Throws<InvalidDefinitionException>(() => new ParetoNbdModel(parameters));
        Assert.Equal(["/r", "/alpha", "/beta", "/evidence/customers", "/evidence/logCovariance"], fault.Issues.Select(issue => issue.Path));
        Assert.Equal("The value is -2; it is above 0 and finite.", fault.Issues[2].Message);
        Assert.Equal("There are 2 covariances for 4 parameters.", fault.Issues[4].Message);
        fault = Assert.Throws<InvalidDefinitionException>(() => new ParetoNbdModel(parameters with { Version = 2 }));
        Assert.Equal("The version is 2; this library reads version 1.", Assert.Single(fault.Issues).Message);
    }

    [Fact]
    public void Simulate_ManyCustomers_AreAsTheFormulasSay()
    {
        ParetoNbdModel model = Model(1.4, 6, 1.2, 15);
        double[] ages = [.. Enumerable.Repeat(30.0, 60_000)];
        PurchaseHistory customers = model.Simulate(ages, 7);
        Assert.Equal(customers.RepeatPurchases, model.Simulate(ages, 7).RepeatPurchases);
        Assert.False(customers.RepeatPurchases.SequenceEqual(model.Simulate(ages, 8).RepeatPurchases));
        double[] repeats = [.. customers.RepeatPurchases.ToArray().Select(n => (double)n)];
        double deviation = Math.Sqrt(repeats.Select(n => n * n).Average() - Math.Pow(repeats.Average(), 2));
        Assert.Equal(model.ExpectedPurchases(30), repeats.Average(), 4 * deviation / Math.Sqrt(repeats.Length));
        for (int n = 0; n < 6; n++)
        {
            double expected = model.ProbabilityOf(n, 30);
            Assert.Equal(expected, repeats.Count(count => count == n) / (double)repeats.Length, 4 * Math.Sqrt(expected / repeats.Length));
        }
    }

    [Fact]
    public void ExpectedPurchases_OfSimulatedCustomers_IsWhatTheyDoNext()
    {
        // Seen twice, the same customers: until 20, and until 30.
        ParetoNbdModel model = Model(1.4, 6, 1.2, 15);
        var random = new Xoshiro256(3);
        double expected = 0, alive = 0, bought = 0, stayed = 0;
        for (int i = 0; i < 20_000; i++)
        {
            double rate = random.NextGamma(1.4, 6), end = random.NextExponential(random.NextGamma(1.2, 15)), last = 0;
            int repeats = 0, later = 0;
            for (double next = random.NextExponential(rate); next <= Math.Min(end, 30); next += random.NextExponential(rate))
            {
                (repeats, last, later) = next <= 20 ? (repeats + 1, next, later) : (repeats, last, later + 1);
            }

            var seen = new PurchaseRecord(repeats, last, 20);
            expected += model.ExpectedPurchases(seen, 10);
            alive += model.ProbabilityAlive(seen, 10);
            bought += later;
            stayed += end > 30 ? 1 : 0;
        }

        Assert.Equal(bought, expected, 0.03 * bought);
        Assert.Equal(stayed, alive, 0.03 * stayed);
    }

    internal static ParetoNbdModel Model(double r, double alpha, double s, double beta) => new(new() { Version = 1, R = r, Alpha = alpha, S = s, Beta = beta });

    private static void AssertSame(double expected, double actual, double relative = 1e-9)
        => Assert.True(Math.Abs(expected - actual) <= relative * Math.Abs(expected) + 1e-300, $"{expected:R} against {actual:R}");
}
