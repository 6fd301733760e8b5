using BenchmarkDotNet.Attributes;
using UserOps.Models.Lifecycle;

namespace UserOps.Models.Benchmarks.Lifecycle;

/// <summary>Who is away longer than their rhythm explains while their payments fall: a million users and their fifty million events in a full run.</summary>
[MemoryDiagnoser]
public class ChurnWarningBenchmarks
{
    private readonly ChurnWarningModel _gap = new(new() { Activity = "login", WarnWhen = ChurnCombination.GapOnly });
    private readonly ChurnWarningModel _both = new(new()
    {
        Activity = "login",
        Amounts = new() { Events = "pay", Amount = LifecycleWorld.Amount, RecentDays = 28, BaseDays = 28 },
    });

    private UserOpsDataset _data = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    private RunOptions Run => new() { MaxDegreeOfParallelism = Threads };

    [GlobalSetup]
    public void Setup() => _data = LifecycleWorld.BuildWithAmounts();

    [Benchmark(Baseline = true)]
    public long Gap() => _gap.Evaluate(_data, LifecycleWorld.AtTheEnd, Run).Users.Warned.Count;

    [Benchmark]
    public long GapAndAmounts() => _both.Evaluate(_data, LifecycleWorld.AtTheEnd, Run).Users.Warned.Count;

    [Benchmark]
    public long Backtest() => _both.Backtest(_data, LifecycleWorld.AtTheEnd, horizonDays: 28, activeWithinDays: 30, Run).WarnedGone;
}
