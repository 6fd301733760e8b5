using UserOps.Models.Tests.Survival;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class ParetoNbdFitTests
{
    private static readonly double[] Ages = [.. Enumerable.Range(0, 4_000).Select(i => 20.0 + i % 40)];

    [Theory] // ln r, ln alpha, ln s, ln beta: everyday, far apart either way, nearly homogeneous
    [InlineData(-0.6, 2.3, -0.5, 2.4)]
    [InlineData(0.5, -2, 0.7, 4)]
    [InlineData(0.5, 4, 0.7, -2)]
    [InlineData(5, 7, 4, 8)]
    public void Likelihood_Derivatives_AreThoseByDifferences(double first, double second, double third, double fourth)
    {
        double[] logs = [first, second, third, fourth];
        PurchaseHistory history = ParetoNbdModelTests.Model(0.8, 6, 0.7, 12).Simulate(Ages.AsSpan(0, 300), 1);
        var likelihood = new ParetoNbdLikelihood(PurchaseGroups.Of(history), unit: 1);
        var gradient = new double[4];
        var information = new double[16];
        double value = likelihood.Evaluate(logs, gradient, information);
        double Sum(double[] at) => ParetoNbdModelTests.Model(Math.Exp(at[0]), Math.Exp(at[1]), Math.Exp(at[2]), Math.Exp(at[3])) is var model
            ? Enumerable.Range(0, history.Count).Sum(row => model.LogLikelihood(history[row])) : 0;
        Derivatives.AssertClose(Sum(logs), value, 1e-12);
        Derivatives.AssertClose(Derivatives.Gradient(Sum, logs), gradient, 1e-6);
        Derivatives.AssertClose(Derivatives.Hessian(Sum, logs), [.. information.Select(part => -part)], 1e-4);
    }

    [Fact]
    public void Fit_SimulatedCustomers_FindsTheParametersWithinTheirErrors()
    {
        double[] known = [1.1, 8, 1.3, 25];
        int inside = 0;
        for (int seed = 0; seed < 8; seed++)
        {
            ValueFit<ParetoNbdModel> fit = ParetoNbdModel.Fit(ParetoNbdModelTests.Model(1.1, 8, 1.3, 25).Simulate(Ages, seed));
            Assert.Equal(ValueFitStatus.Converged, fit.Status);
            inside += fit.Parameters.Zip(known).Count(pair => pair.First.Interval() is { } interval && interval.Low <= pair.Second && pair.Second <= interval.High);
        }

        Assert.InRange(inside, 26, 32); // 95 percent of 32 are 30.4
    }

    [PublicDataFact("cdnow-sample.csv")]
    public void Fit_CdnowSample_IsWhatFaderHardieAndLeePrint()
    {
        // P. Fader, B. Hardie, K. L. Lee, "Counting your customers" the easy way, Marketing Science 24(2), 2005, table 2.
        ValueFit<ParetoNbdModel> fit = ParetoNbdModel.Fit(CdnowSample.Weeks(new(1997, 9, 30)));
        Assert.Equal([0.553, 10.578, 0.606, 11.669], fit.Parameters.Select(parameter => Math.Round(parameter.Value.Value!.Value, 3)));
        Assert.Equal(-9595.0, fit.LogLikelihood, 0.05);
    }

    [Fact]
    public void Fit_RowsJoinedOrReversedOrInDays_IsTheSame()
    {
        PurchaseHistory weeks = ParetoNbdModelTests.Model(0.8, 6, 0.7, 12).Simulate(Ages, 2);
        ValueFit<ParetoNbdModel> fit = ParetoNbdModel.Fit(weeks);
        PurchaseGroups groups = PurchaseGroups.Of(weeks);
        ValueFit<ParetoNbdModel> joined = ParetoNbdModel.Fit(PurchaseHistory.Of(
            [.. groups.RepeatPurchases.Reverse()], [.. groups.AgesAtLastPurchase.Reverse()], [.. groups.Ages.Reverse()], weights: [.. groups.Weights.Reverse()]));
        Assert.Equal(fit.Model!.Parameters, joined.Model!.Parameters);
        ValueFit<ParetoNbdModel> days = ParetoNbdModel.Fit(PurchaseHistory.Of(
            weeks.RepeatPurchases, [.. weeks.AgesAtLastPurchase.ToArray().Select(age => 7 * age)], [.. weeks.Ages.ToArray().Select(age => 7 * age)], unit: new(CalendarUnit.Day)));
        double[] times = [1, 7, 1, 7];
        Derivatives.AssertClose([.. fit.Parameters.Zip(times, (parameter, time) => parameter.Value.Value!.Value * time)], [.. days.Parameters.Select(parameter => parameter.Value.Value!.Value)], 1e-8);
        Assert.Equal(fit.LogLikelihood - weeks.RepeatPurchases.ToArray().Sum() * Math.Log(7), days.LogLikelihood, 1e-6);
        Assert.Equal(new PurchaseTimeUnit(CalendarUnit.Day), days.Model!.Unit);
    }

    [Fact]
    public void Fit_NobodyEverLeaves_KnowsHowTheyBuyOnly()
    {
        PurchaseHistory history = ParetoNbdModelTests.Model(0.8, 10, 0.5, 1e9).Simulate(Ages, 2); // seed 1 looks by chance as if a few left
        ValueFit<ParetoNbdModel> fit = ParetoNbdModel.Fit(history);
        Assert.Equal(ValueFitStatus.NotIdentified, fit.Status);
        Assert.Null(fit.Model);
        Assert.Equal([true, true, false, false], fit.Parameters.Select(parameter => parameter.IsIdentified));

        // Without leaving it is a negative binomial of its own, whose maximum is the supremum here.
        ValueFit<NegativeBinomialModel> staying = NegativeBinomialModel.Fit(history);
        Derivatives.AssertClose([.. staying.Parameters.Select(parameter => parameter.Value.Value!.Value)], [.. fit.Parameters.Take(2).Select(parameter => parameter.Value.Value!.Value)], 1e-6);
    }

    [Theory] // x, t_x and T of all customers, one character each, T in tens; the supremum
    [InlineData("0000", "0000", "3333", 0)] // nobody comes back: 1 each
    [InlineData("0", "0", "0", 0)] // nothing was seen
    [InlineData("1111", "3333", "3333", -17.604790)] // all alike, seen on the last day: a Poisson process with one purchase in 30, 4 (ln(1/30) - 1)
    public void Fit_DataThatDoNotDecide_SaysSo(string repeats, string lasts, string ages, double supremum)
    {
        int[] counts = [.. repeats.Select(digit => digit - '0')];
        PurchaseHistory history = PurchaseHistory.Of(counts, [.. lasts.Select(digit => 10.0 * (digit - '0'))], [.. ages.Select(digit => 10.0 * (digit - '0'))]);
        ValueFit<ParetoNbdModel> fit = ParetoNbdModel.Fit(history);
        Assert.Equal((ValueFitStatus.NotIdentified, null), (fit.Status, fit.Model));
        Assert.All(fit.Parameters, parameter => Assert.False(parameter.IsIdentified));
        Assert.Equal(supremum, fit.LogLikelihood, 1e-4);
    }

    [Fact]
    public void Fit_OptionsOrRowsThatCannotBe_AreRefused()
    {
        PurchaseHistory history = PurchaseHistory.Of([1], [2], [3]);
        var fault = Assert.Throws<InvalidDefinitionException>(() => ParetoNbdModel.Fit(history, new() { Tolerance = 0, MaximumIterations = 0 }));
        Assert.Equal(["The value is 0; it is above 0 and finite.", "There are 0 iterations; it takes at least 1."], fault.Issues.Select(issue => issue.Message));
        Assert.StartsWith("There is no customer to learn from.", Assert.Throws<ArgumentException>(() => ParetoNbdModel.Fit(PurchaseHistory.Of([], [], []))).Message);
        Assert.Throws<OperationCanceledException>(() => ParetoNbdModel.Fit(ParetoNbdModelTests.Model(1, 8, 1, 9).Simulate(Ages, 1), cancellationToken: new(canceled: true)));
        ValueFit<ParetoNbdModel> stopped = ParetoNbdModel.Fit(ParetoNbdModelTests.Model(1, 8, 1, 9).Simulate(Ages, 1), new() { MaximumIterations = 1 });
        Assert.Equal((ValueFitStatus.IterationLimit, null), (stopped.Status, stopped.Model));
    }

    [Fact]
    public void Intervals_OfAFittedModel_HoldTheTruthAndTurnIntoJson()
    {
        ParetoNbdModel truth = ParetoNbdModelTests.Model(1.1, 8, 1.3, 25);
        ParetoNbdModel fitted = ParetoNbdModel.Fit(truth.Simulate(Ages, 5)).Model!;
        var customer = new PurchaseRecord(3, 12, 30);
        Assert.Null(truth.ProbabilityAliveInterval(customer));
        Assert.Null(truth.ExpectedPurchasesInterval(customer, 10));
        AssertInside(fitted.ProbabilityAliveInterval(customer, 2, 0.999), truth.ProbabilityAlive(customer, 2), fitted.ProbabilityAlive(customer, 2));
        AssertInside(fitted.ExpectedPurchasesInterval(customer, 10, 0.999), truth.ExpectedPurchases(customer, 10), fitted.ExpectedPurchases(customer, 10));
        Assert.Equal(new Interval(1, 1), fitted.ProbabilityAliveInterval(new(3, 30, 30)));
        Assert.Throws<ArgumentOutOfRangeException>(() => fitted.ProbabilityAliveInterval(customer, level: 1));

        ParetoNbdParameters read = UserOpsJson.Deserialize<ParetoNbdParameters>(UserOpsJson.Serialize(fitted.Parameters));
        Assert.Equal(fitted.Parameters, read);
        Assert.Equal(fitted.ProbabilityAliveInterval(customer), new ParetoNbdModel(read).ProbabilityAliveInterval(customer));
    }

    internal static void AssertInside(Interval? interval, double truth, double estimate)
    {
        Assert.NotNull(interval);
        Assert.InRange(truth, interval.Value.Low, interval.Value.High);
        Assert.InRange(estimate, interval.Value.Low, interval.Value.High);
        Assert.True(interval.Value.High - interval.Value.Low < 0.5 * estimate + 0.2);
    }
}
