using BenchmarkDotNet.Attributes;
using UserOps.Models.Survival;

namespace UserOps.Models.Benchmarks.Survival;

/// <summary>Regressions over a hundred thousand rows with five covariates, about a third of them censored; the table is made anew each time, so that sorting counts.</summary>
[MemoryDiagnoser]
public class RegressionBenchmarks
{
    private SurvivalColumns _columns = null!;

    public static IEnumerable<int> Sizes => [Math.Min(BenchmarkSize.Rows, 100_000)];

    [ParamsSource(nameof(Sizes))]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Xoshiro256(11);
        double[][] covariates = [.. Enumerable.Range(0, 5).Select(k => Enumerable.Range(0, Rows).Select(_ => k < 2 ? (random.NextDouble() < 0.3 ? 1.0 : 0) : random.NextNormal()).ToArray())];
        double[] ends = [.. Enumerable.Range(0, Rows).Select(row => -Math.Log(1 - random.NextDouble()) / Math.Exp(covariates.Select((column, k) => column[row] * 0.2 * (k - 2)).Sum()))];
        double[] limits = [.. ends.Select(_ => -Math.Log(1 - random.NextDouble()) / 0.5)];
        _columns = new()
        {
            Times = [.. ends.Zip(limits, Math.Min)],
            Events = [.. ends.Zip(limits, (end, limit) => end <= limit)],
            Covariates = [.. covariates.Select((column, k) => new SurvivalCovariate($"x{k}", [.. column]))],
        };
    }

    [Benchmark(Baseline = true)]
    public CoxModel Cox() => CoxModel.Fit(new SurvivalTable(_columns));

    [Benchmark]
    public AftModel Weibull() => AftModel.Fit(new SurvivalTable(_columns));

    [Benchmark]
    public AftModel LogNormal() => AftModel.Fit(new SurvivalTable(_columns), new() { Family = LifetimeFamily.LogNormal });
}
