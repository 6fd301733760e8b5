using BenchmarkDotNet.Attributes;
using UserOps.Models.Value;

namespace UserOps.Models.Benchmarks.Value;

/// <summary>Fits and predictions over a million simulated customers of a known model, whose purchases are told apart by day.</summary>
[MemoryDiagnoser]
public class BetaGeometricBenchmarks
{
    private static readonly BetaGeometricModel Model = new(new()
    {
        Version = 1,
        Variant = BetaGeometricVariant.AfterRepeats,
        Regularity = 1,
        R = 0.243,
        Alpha = 4.414,
        A = 0.793,
        B = 2.426,
    });

    private PurchaseHistory _continuous = null!;
    private PurchaseHistory _days = null!;
    private PurchaseGroups _groups = null!;
    private readonly double[] _gradient = new double[4];
    private readonly double[] _information = new double[16];
    private BetaGeometricLikelihood _likelihood = null!;

    /// <summary>Gets a million, and as many as the CDNOW sample has.</summary>
    public static IEnumerable<int> Sizes => [2_357, Math.Min(BenchmarkSize.Rows, 1_000_000)];

    [ParamsSource(nameof(Sizes))]
    public int Customers { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Xoshiro256(5);
        _continuous = Model.Simulate([.. Enumerable.Range(0, Customers).Select(_ => 27 + random.NextInt32(84) / 7.0)], 7);
        _days = PurchaseHistory.Of(
            _continuous.RepeatPurchases,
            [.. Enumerable.Range(0, Customers).Select(row => Math.Min(_continuous[row].Age, Math.Ceiling(_continuous[row].AgeAtLastPurchase * 7) / 7))],
            _continuous.Ages);
        _groups = PurchaseGroups.Of(_days);
        _likelihood = new(_groups, BetaGeometricVariant.AfterRepeats, 1, 0, Workers.AllCores);
    }

    [Benchmark(Baseline = true)]
    public ValueFit<BetaGeometricModel> Fit() => BetaGeometricModel.Fit(_days);

    [Benchmark]
    public int Group() => PurchaseGroups.Of(_days).Weights.Length;

    [Benchmark]
    public int GroupDistinct() => PurchaseGroups.Of(_continuous).Weights.Length;

    [Benchmark]
    public double Derivatives() => _likelihood.Evaluate([-1.4, -2.2, -0.2, 0.9], _gradient, _information);

    [Benchmark]
    public CustomerPredictions Predict() => Model.Predict(_continuous, 39);

    [Benchmark]
    public CohortTotals Totals() => Model.Totals(_days, 39);
}
