using System.Globalization;
using UserOps.Models.Tests.Survival;
using UserOps.Models.Tests.Value.Twin;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class BetaGeometricFitTests
{
    [Theory] // modified, k
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    [InlineData(true, 4)]
    public void Derivatives_OfRandomCustomers_AreThoseOfTheDefinition(bool isModified, int k)
    {
        PurchaseHistory history = BuyingModels.Draw(BuyingModels.BetaGeometric(0.8, 5, 0.5, 2, isModified, k), 60, 11 + k);
        var likelihood = new BetaGeometricLikelihood(
            PurchaseGroups.Of(history), isModified ? BetaGeometricVariant.AfterEveryPurchase : BetaGeometricVariant.AfterRepeats, k, 0, Workers.AllCores);
        double unit = likelihood.TimeUnit;
        double purchases = Enumerable.Range(0, history.Count).Sum(row => history[row].RepeatPurchases);
        double Twin(double[] logs) => NaiveBetaGeometric.LogLikelihood(history.With(times: 1 / unit), isModified, k, logs);
        foreach (double[] at in new double[][] { [0, 0, 0, 0], [-1.5, -2, -0.5, 1], [1, -1, 2, 3], [0.3, 0.4, -3, -2] })
        {
            var gradient = new double[4];
            var information = new double[16];
            double value = likelihood.Evaluate(at, gradient, information);
            double gaps = (k - 1) * history.With(times: 1 / unit).LogGaps.ToArray().Sum() - purchases * GammaFunctions.LogGamma(k);
            Derivatives.AssertClose(Twin(at), value + gaps, 1e-10);
            Derivatives.AssertClose(Derivatives.Gradient(Twin, at), gradient, 1e-6);
            Derivatives.AssertClose([.. Derivatives.Hessian(Twin, at, 1e-3).Select(second => -second)], information, 1e-4);
        }
    }

    [Theory] // modified, k, r, alpha, a, b
    [InlineData(false, 1, 0.25, 4.5, 0.8, 2.5)]
    [InlineData(false, 1, 2.0, 20, 0.3, 0.5)]
    [InlineData(true, 1, 0.5, 6, 0.9, 1.6)]
    [InlineData(false, 2, 0.5, 3, 0.8, 2.5)]
    [InlineData(true, 3, 1.5, 3, 0.5, 1.5)]
    public void Fit_SimulatedCustomers_FindsTheParameters(bool isModified, int k, double r, double alpha, double a, double b)
    {
        ValueFit<BetaGeometricModel> fit = BetaGeometricModel.Fit(
            BuyingModels.Draw(BuyingModels.BetaGeometric(r, alpha, a, b, isModified, k), 20_000, 2026),
            new() { Variant = isModified ? BetaGeometricVariant.AfterEveryPurchase : BetaGeometricVariant.AfterRepeats, Regularity = k });
        Assert.Equal(ValueFitStatus.Converged, fit.Status);
        Assert.All(fit.Parameters.Zip([r, alpha, a, b]), pair =>
            Assert.InRange(Math.Log(pair.First.Value.Value!.Value / pair.Second), -4 * pair.First.LogStandardError.Value!.Value, 4 * pair.First.LogStandardError.Value!.Value));
    }

    [Fact]
    public void Choose_AmongRegularities_FindsTheOneOfTheCustomers()
    {
        PurchaseHistory history = BuyingModels.Draw(BuyingModels.BetaGeometric(1, 3, 0.5, 2, k: 3), 3_000, 5);
        BetaGeometricChoice choice = BetaGeometricModel.Choose(history, [1, 2, 3, 4, 5]);
        Assert.Equal(3, choice.Best.Regularity);
        Assert.Equal(3, choice.Best.Fit.Model!.Parameters.Regularity);
        Assert.All(choice.Candidates, candidate => Assert.True(candidate.Fit.LogLikelihood <= choice.Best.Fit.LogLikelihood));
    }

    [Fact]
    public void Fit_RowsInAnyOrderJoinedOrNot_IsTheSameToTheBit()
    {
        PurchaseHistory history = BuyingModels.Draw(BuyingModels.BetaGeometric(), 500, 3);
        int[] twice = [.. Enumerable.Range(0, 1_000).Select(row => row * 7 % 500)];
        ValueFit<BetaGeometricModel> alone = BetaGeometricModel.Fit(history.With(twice));
        ValueFit<BetaGeometricModel> joined = BetaGeometricModel.Fit(history.With(weights: [.. Enumerable.Repeat(2.0, 500)]));
        Assert.Equal(alone.Model!.Parameters, joined.Model!.Parameters);
        Assert.Equal(1_000, joined.Customers);
    }

    [Fact]
    public void Fit_InAnotherUnitOfTime_ScalesAlphaAlone()
    {
        PurchaseHistory history = BuyingModels.Draw(BuyingModels.BetaGeometric(), 3_000, 3);
        ValueFit<BetaGeometricModel> weeks = BetaGeometricModel.Fit(history);
        ValueFit<BetaGeometricModel> seconds = BetaGeometricModel.Fit(history.With(times: 604_800));
        double[] factors = [1, 604_800, 1, 1];
        Assert.All(Enumerable.Range(0, 4), i =>
            Assert.Equal(weeks.Parameters[i].Value.Value!.Value, seconds.Parameters[i].Value.Value!.Value / factors[i], 1e-7));
        double purchases = history.RepeatPurchases.ToArray().Sum();
        Assert.Equal(weeks.LogLikelihood, seconds.LogLikelihood + purchases * Math.Log(604_800), 1e-6);
    }

    [Theory] // x, t and T of each customer; modified; the parameters that are known; the supremum of the log-likelihood
    [InlineData("0 0 10, 0 0 20", false, "", 0)] // no repeat: nobody buys
    [InlineData("0 0 10, 0 0 20", true, "", 0)]
    [InlineData("0 0 0", false, "", 0)]
    [InlineData("5 20 30", true, "", -13.9587973463)] // one customer, still there: 5 ln(5/30) - 5
    [InlineData("5 30 30, 5 30 30", false, "", -27.9175946923)] // all equal, nobody left
    [InlineData("1 10 10, 2 10 10, 0 0 10, 9 10 10", false, "r alpha", double.NaN)] // nobody left, customers differ
    [InlineData("0 0 10, 1 3 10, 0 0 12, 1 9 12, 1 2 9, 0 0 30, 0 0 20, 0 0 10", false, "r alpha", double.NaN)] // one try to leave each: only a / b is known
    public void Fit_DataThatDoNotDecide_SaysWhatIsKnown(string customers, bool isModified, string known, double supremum)
    {
        double[][] rows = [.. customers.Split(", ").Select(row => row.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())];
        PurchaseHistory history = PurchaseHistory.Of([.. rows.Select(row => (int)row[0])], [.. rows.Select(row => row[1])], [.. rows.Select(row => row[2])]);
        ValueFit<BetaGeometricModel> fit = BetaGeometricModel.Fit(
            history, new() { Variant = isModified ? BetaGeometricVariant.AfterEveryPurchase : BetaGeometricVariant.AfterRepeats });
        Assert.Equal(ValueFitStatus.NotIdentified, fit.Status);
        Assert.Null(fit.Model);
        Assert.Equal(known, string.Join(' ', fit.Parameters.Where(parameter => parameter.IsIdentified).Select(parameter => parameter.Name)));
        if (!double.IsNaN(supremum))
        {
            Assert.Equal(supremum, fit.LogLikelihood, 1e-7);
        }
    }

    [Fact]
    public void Fit_CustomersOfOneRate_KnowsWhenTheyLeave()
    {
        // Every customer buys at the same rate: r and alpha grow for ever, and what is known of leaving is what a model of that rate says.
        PurchaseHistory history = BuyingModels.Draw(BuyingModels.BetaGeometric(1e7, 1e8, 1, 2), 4_000, 3);
        int[] regular = [.. Enumerable.Range(0, history.Count).Where(row => history[row].RepeatPurchases <= 4)];
        ValueFit<BetaGeometricModel> fit = BetaGeometricModel.Fit(history.With(regular));
        Assert.Equal(ValueFitStatus.NotIdentified, fit.Status);
        Assert.Equal([false, false], fit.Parameters.Take(2).Select(parameter => parameter.IsIdentified));
    }

    [Theory] // a customer who bought again in no time: the density has no bound where customers may leave, and is a probability where they do not
    [InlineData(1, 0, 10)]
    [InlineData(2, 0, 0)]
    public void Fit_PurchasesInNoTime_HaveNoBound(int repeats, double last, double age)
    {
        foreach (PurchaseHistory history in new[] { PurchaseHistory.Of([repeats], [last], [age]), PurchaseHistory.Of([repeats, 0, 2], [last, 0, 5], [age, 10, 12]) })
        {
            AssertWithoutBound(BetaGeometricModel.Fit(history));
            AssertWithoutBound(BetaGeometricModel.Fit(history, new() { Variant = BetaGeometricVariant.AfterEveryPurchase }));
            AssertWithoutBound(ParetoNbdModel.Fit(history));
        }

        static void AssertWithoutBound<TModel>(ValueFit<TModel> fit)
            where TModel : class
        {
            Assert.Equal((ValueFitStatus.NotIdentified, null, double.PositiveInfinity), (fit.Status, fit.Model, fit.LogLikelihood));
            Assert.All(fit.Parameters, parameter => Assert.False(parameter.IsIdentified));
        }
    }

    [Fact]
    public void Fit_PurchasesInNoTimeOfPeopleWhoStay_Converges()
    {
        PurchaseHistory seen = BuyingModels.Draw(BuyingModels.BetaGeometric(), 500, 3);
        PurchaseHistory atOnce = PurchaseHistory.Of(seen.RepeatPurchases, new double[seen.Count], seen.Ages);
        ValueFit<NegativeBinomialModel> fit = NegativeBinomialModel.Fit(atOnce);
        Assert.Equal(ValueFitStatus.Converged, fit.Status);
        Derivatives.AssertClose(
            [.. NegativeBinomialModel.Fit(seen).Parameters.Select(parameter => parameter.Value.Value!.Value)], [.. fit.Parameters.Select(parameter => parameter.Value.Value!.Value)], 1e-9);
    }

    [Fact]
    public void Choose_BeforeAnythingIsFitted_ChecksAll()
    {
        PurchaseHistory history = BuyingModels.Draw(BuyingModels.BetaGeometric(), 100, 3);
        Assert.Equal(
            ["The regularity is 0; it is 1 to 64.", "The regularity is 65; it is 1 to 64."],
            Assert.Throws<InvalidDefinitionException>(() => BetaGeometricModel.Choose(history, [1, 2, 0, 65], null, new(canceled: true))).Issues.Select(issue => issue.Message));
        Assert.Throws<ArgumentException>(() => BetaGeometricModel.Choose(
            PurchaseHistory.Of(history.RepeatPurchases, history.AgesAtLastPurchase, history.Ages), [1, 2], null, new(canceled: true)));
    }

    [Fact]
    public void Best_OfFitsOfWhichOneHasAModel_IsThatOne()
    {
        BetaGeometricModel model = BuyingModels.BetaGeometric();
        var choice = new BetaGeometricChoice(
        [
            new(1, new(ValueFitStatus.NotIdentified, [], 5, 1, 1, null)),
            new(2, new(ValueFitStatus.Converged, [], -5, 1, 1, model)),
        ]);
        Assert.Equal((2, model), (choice.Best.Regularity, choice.Best.Fit.Model));
    }

    [Fact]
    public void Fit_FractionalWeightsInAnyOrder_IsTheSameToTheBit()
    {
        PurchaseHistory seen = BuyingModels.Draw(BuyingModels.BetaGeometric(), 60, 3);
        int[] rows = [.. Enumerable.Range(0, 600).Select(i => i % 60)];
        double[] weights = [.. Enumerable.Range(0, 600).Select(i => 0.1 + i * 0.37 % 1)];
        int[] shuffled = [.. Enumerable.Range(0, 600).Select(i => i * 7 % 600)];
        PurchaseGroups one = PurchaseGroups.Of(seen.With(rows, weights: weights));
        PurchaseGroups other = PurchaseGroups.Of(seen.With([.. shuffled.Select(i => rows[i])], weights: [.. shuffled.Select(i => weights[i])]));
        Assert.Equal(one.Weights.Select(BitConverter.DoubleToInt64Bits), other.Weights.Select(BitConverter.DoubleToInt64Bits));
        SpendGroups spends = SpendGroups.Of([.. rows.Select(row => 1 + row % 3)], [.. rows.Select(row => 1.0 + row % 5)], weights)!;
        SpendGroups same = SpendGroups.Of(
            [.. shuffled.Select(i => 1 + rows[i] % 3)], [.. shuffled.Select(i => 1.0 + rows[i] % 5)], [.. shuffled.Select(i => weights[i])])!;
        Assert.Equal(spends.Weights.Select(BitConverter.DoubleToInt64Bits), same.Weights.Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void Fit_ManyPurchasesAtOnce_EndsAndKnowsNothing()
    {
        ValueFit<BetaGeometricModel> fit = BetaGeometricModel.Fit(PurchaseHistory.Of([3, 0, 2, 1], [0, 0, 5, 2], [10, 10, 12, 12]));
        Assert.Equal(ValueFitStatus.NotIdentified, fit.Status);
        Assert.All(fit.Parameters, parameter => Assert.False(parameter.IsIdentified));
    }

    [Fact]
    public void Fit_WhatCannotBe_IsRefused()
    {
        PurchaseHistory history = PurchaseHistory.Of([1], [2], [3]);
        var fault = Assert.Throws<InvalidDefinitionException>(() =>
            BetaGeometricModel.Fit(history, new() { Variant = (BetaGeometricVariant)7, Regularity = 65, Penalty = -1, Tolerance = 0, MaximumIterations = 0 }));
        Assert.Equal(
            ["There is no variant 7.", "The regularity is 65; it is 1 to 64.", "The penalty is -1; it is 0 or more, and finite.", "The value is 0; it is above 0 and finite.", "There are 0 iterations; it takes at least 1."],
            fault.Issues.Select(issue => issue.Message));
        Assert.Equal(
            "Regular buying (k above 1) needs the sums of the logarithms of the times between purchases. (Parameter 'history')",
            Assert.Throws<ArgumentException>(() => BetaGeometricModel.Fit(history, new() { Regularity = 2 })).Message);
        Assert.Equal(
            "The regularities to choose from are at least one, each once. (Parameter 'regularities')",
            Assert.Throws<ArgumentException>(() => BetaGeometricModel.Choose(history, [1, 1])).Message);
        Assert.Equal(
            "There is no customer to learn from. (Parameter 'history')",
            Assert.Throws<ArgumentException>(() => BetaGeometricModel.Fit(PurchaseHistory.Of([], [], []))).Message);
        Assert.Throws<OperationCanceledException>(() => BetaGeometricModel.Fit(history, null, new CancellationToken(canceled: true)));
    }

    [PublicDataFact("cdnow-sample.csv")]
    public void Fit_CdnowSample_IsAsPublished()
    {
        // Fader, Hardie and Lee 2005, table 2; Batislam, Denizel and Filiztekin 2007, table 4 (MBG).
        PurchaseHistory history = CdnowSample.Weeks(new(1997, 9, 30));
        ValueFit<BetaGeometricModel> fit = BetaGeometricModel.Fit(history);
        Assert.Equal([0.243, 4.414, 0.793, 2.426], fit.Parameters.Select(parameter => Math.Round(parameter.Value.Value!.Value, 3)));
        Assert.Equal(-9582.4, fit.LogLikelihood, 0.05);
        Assert.Equal(1.226, fit.Model!.ExpectedPurchases(new(2, 30.43, 38.86), 39), 5e-4);
        ValueFit<BetaGeometricModel> modified = BetaGeometricModel.Fit(history, new() { Variant = BetaGeometricVariant.AfterEveryPurchase });
        Assert.Equal([0.525, 6.183, 0.891, 1.614], modified.Parameters.Select(parameter => Math.Round(parameter.Value.Value!.Value, 3)));
    }
}
