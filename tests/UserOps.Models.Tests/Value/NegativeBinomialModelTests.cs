using System.Globalization;
using UserOps.Models.Tests.Survival;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class NegativeBinomialModelTests
{
    private static readonly NegativeBinomialModel Model = new(new() { Version = 1, R = 0.7, Alpha = 9 });

    [Fact]
    public void Fit_SimulatedCustomers_FindsTheParametersAndStandsAtTheTop()
    {
        PurchaseHistory history = BuyingModels.Draw(Model, 20_000, 4);
        ValueFit<NegativeBinomialModel> fit = NegativeBinomialModel.Fit(history);
        double[] found = [.. fit.Parameters.Select(parameter => parameter.Value.Value!.Value)];
        double Twin(double[] at) => Enumerable.Range(0, history.Count).Sum(row => LogProbability(history[row], at[0], at[1]));
        Assert.Equal(ValueFitStatus.Converged, fit.Status);
        Assert.All(fit.Parameters.Zip([0.7, 9.0]), pair => Assert.InRange(pair.Second, pair.First.Interval(0.9999)!.Value.Low, pair.First.Interval(0.9999)!.Value.High));
        Derivatives.AssertClose(Twin(found), fit.LogLikelihood, 1e-10);
        Derivatives.AssertClose([0, 0], Derivatives.Gradient(Twin, found), 0.05);
    }

    [Theory] // x and T of each customer -> the supremum; no parameter is known
    [InlineData("0 10, 0 20", 0)]
    [InlineData("5 10, 5 10", -3.480604362945)] // all equal: Poisson of mean 5, twice ln(5^5 e^-5 / 5!)
    [InlineData("0 0", 0)]
    [InlineData("2 0", double.NegativeInfinity)] // purchases in no time
    public void Fit_DataThatDoNotDecide_SaysSo(string customers, double supremum)
    {
        double[][] rows = [.. customers.Split(", ").Select(row => row.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())];
        ValueFit<NegativeBinomialModel> fit = NegativeBinomialModel.Fit(PurchaseHistory.Of([.. rows.Select(row => (int)row[0])], new double[rows.Length], [.. rows.Select(row => row[1])]));
        Assert.Equal((ValueFitStatus.NotIdentified, null), (fit.Status, fit.Model));
        Assert.All(fit.Parameters, parameter => Assert.False(parameter.IsIdentified));
        Assert.Equal(supremum, fit.LogLikelihood, 1e-7);
    }

    [Fact]
    public void ExpectedPurchasesInterval_OfAFit_HoldsTheTruth()
    {
        NegativeBinomialModel fitted = NegativeBinomialModel.Fit(BuyingModels.Draw(Model, 2_000, 4)).Model!;
        ParetoNbdFitTests.AssertInside(fitted.ExpectedPurchasesInterval(new(3, 1, 20), 10, 0.999), Model.ExpectedPurchases(new(3, 1, 20), 10), fitted.ExpectedPurchases(new(3, 1, 20), 10));
        Assert.Equal(new Interval(0, 0), fitted.ExpectedPurchasesInterval(new(3, 1, 20), 0));
        Assert.Null(Model.ExpectedPurchasesInterval(new(3, 1, 20), 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.ExpectedPurchasesInterval(new(3, 1, 20), 10, 1));
    }

    [Fact]
    public void Estimate_OfEveryModel_IsTheModelAtOtherParameters()
    {
        IPurchaseModel[] models = [Model, BetaGeometricBetaBernoulliModelTests.Model(1.2, 0.75, 0.66, 2.78), BuyingModels.BetaGeometric(), ParetoNbdModelTests.Model(1, 8, 1, 9)];
        Assert.All(models, model =>
        {
            var estimate = Assert.IsAssignableFrom<IPurchaseEstimate>(model);
            Assert.Equal(model.ExpectedPurchases(new(2, 3, 5), 4), estimate.At(estimate.Logs).ExpectedPurchases(new(2, 3, 5), 4), 1e-12);
            Assert.Null(estimate.Evidence);
        });
    }

    [Fact]
    public void Questions_OfACustomer_HaveClosedForms()
    {
        Assert.Equal(1, Model.ProbabilityAlive(new(3, 1, 20), 100));
        Assert.Equal(3.7 * 10 / 29, Model.ExpectedPurchases(new(3, 1, 20), 10), 1e-14);
        Assert.Equal(0.7 * 20 / 9, Model.ExpectedPurchases(20), 1e-14);
        Assert.Equal(1, Enumerable.Range(0, 400).Sum(n => Model.ProbabilityOf(n, 20)), 1e-12);
        Assert.Equal(Math.Log(Model.ProbabilityOf(3, 20)), Model.LogLikelihood(new(3, 1, 20)), 1e-13);
        Assert.Equal((1, 0), (Model.ProbabilityOf(0, 0), Model.ProbabilityOf(1, 0)));
    }

    private static double LogProbability(PurchaseRecord customer, double r, double alpha)
    {
        int x = customer.RepeatPurchases;
        return GammaFunctions.LogGamma(r + x) - GammaFunctions.LogGamma(r) - GammaFunctions.LogGamma(x + 1)
            + r * Math.Log(alpha / (alpha + customer.Age)) + (x == 0 ? 0 : x * Math.Log(customer.Age / (alpha + customer.Age)));
    }
}
