using BenchmarkDotNet.Attributes;
using UserOps.Models.Value;

namespace UserOps.Models.Benchmarks.Value;

/// <summary>
/// Fits and predictions of models in which customers leave unnoticed. The customers are drawn with the parameters and the ages of the CDNOW sample (2,357 of
/// them, observed for 27 to 39 weeks, purchases on days), so that a fit has about as many different rows as there: some thousand.
/// </summary>
[MemoryDiagnoser]
public class ParetoNbdBenchmarks
{
    private const int Customers = 2_357;
    private const int DaysPerWeek = 7;

    private PurchaseHistory _weeks = null!;
    private PurchaseHistory _opportunities = null!;
    private ParetoNbdModel _model = null!;

    [GlobalSetup]
    public void Setup()
    {
        _model = new(new() { Version = 1, R = 0.553, Alpha = 10.578, S = 0.606, Beta = 11.669 });
        PurchaseHistory drawn = _model.Simulate([.. Enumerable.Range(0, Customers).Select(i => 27 + i % 84 / (double)DaysPerWeek)], 1);
        double[] lasts = [.. Enumerable.Range(0, drawn.Count).Select(row => Math.Min(drawn.Ages[row], Math.Ceiling(drawn.AgesAtLastPurchase[row] * DaysPerWeek) / DaysPerWeek))];
        _weeks = PurchaseHistory.Of(drawn.RepeatPurchases, lasts, drawn.Ages);
        var donors = new BetaGeometricBetaBernoulliModel(new() { Version = 1, Alpha = 1.204, Beta = 0.75, Gamma = 0.657, Delta = 2.783 });
        _opportunities = donors.Simulate([.. Enumerable.Repeat(6.0, 11_104)], 1);
    }

    [Benchmark(Baseline = true)]
    public ValueFit<ParetoNbdModel> Fit() => ParetoNbdModel.Fit(_weeks);

    [Benchmark]
    public ValueFit<BetaGeometricBetaBernoulliModel> FitOfOpportunities() => BetaGeometricBetaBernoulliModel.Fit(_opportunities);

    [Benchmark]
    public double ExpectedPurchasesOfAll()
    {
        double sum = 0;
        for (int row = 0; row < _weeks.Count; row++)
        {
            sum += _model.ExpectedPurchases(_weeks[row], 39);
        }

        return sum;
    }

    [Benchmark]
    public double DiscountedTransactionsOfAll()
    {
        DiscountRate discount = DiscountRate.OfContinuous(0.0027);
        double sum = 0;
        for (int row = 0; row < _weeks.Count; row++)
        {
            sum += _model.DiscountedExpectedTransactions(_weeks[row], discount);
        }

        return sum;
    }

    [Benchmark]
    public double TwoHundredProbabilities()
    {
        double sum = 0;
        for (int n = 0; n <= 200; n++)
        {
            sum += _model.ProbabilityOf(n, 39);
        }

        return sum;
    }
}
