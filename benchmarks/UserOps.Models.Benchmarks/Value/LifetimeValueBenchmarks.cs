using BenchmarkDotNet.Attributes;
using UserOps.Models.Value;

namespace UserOps.Models.Benchmarks.Value;

/// <summary>Lifetime value by cohort, revenue per user and channels over ten million events of a card app, against LINQ; one fit of a retention curve.</summary>
[MemoryDiagnoser]
public class LifetimeValueBenchmarks
{
    private static readonly double[] Survivors = [1000, 869, 743, 653, 593, 551, 517, 491];

    private readonly CohortLifetimeValueModel _cohorts = new(LifetimeValueWorld.Cohorts);
    private readonly RevenuePerUserModel _perUser = new(LifetimeValueWorld.PerUser);
    private readonly ChannelEconomicsModel _channels = new(LifetimeValueWorld.Channels);
    private UserOpsDataset _data = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    private RunOptions Run => new() { MaxDegreeOfParallelism = Threads };

    [GlobalSetup]
    public void Setup() => _data = LifetimeValueWorld.Build();

    [Benchmark(Baseline = true)]
    public decimal? Cohorts() => _cohorts.Evaluate(_data, LifetimeValueWorld.AtTheEnd, Run).Summary.Cohorts[0].Margin[0];

    [Benchmark]
    public decimal RevenuePerUser() => _perUser.Evaluate(_data, LifetimeValueWorld.AtTheEnd, Run).Summary.Periods[0].Users.Revenue;

    [Benchmark]
    public decimal Channels() => _channels.Evaluate(_data, LifetimeValueWorld.AtTheEnd, Run).Summary.Total.Revenue;

    [Benchmark]
    public decimal CohortsByLinq() => LifetimeValueByLinq.Cohorts(_data);

    [Benchmark]
    public double Fit() => ShiftedBetaGeometricModel.Fit(Survivors).LogLikelihood;
}
