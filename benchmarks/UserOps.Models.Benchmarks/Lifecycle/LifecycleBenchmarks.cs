using BenchmarkDotNet.Attributes;
using UserOps.Models.Lifecycle;

namespace UserOps.Models.Benchmarks.Lifecycle;

/// <summary>Five stages over what users did: a million users and their fifty million events in a full run; a history of three month ends; the LINQ of it.</summary>
[MemoryDiagnoser]
public class LifecycleBenchmarks
{
    private readonly LifecycleModel _model = new(LifecyclePresets.CardApp(LifecycleWorld.Registered, "login", "bind_card", "pay"));
    private UserOpsDataset _data = null!;
    private LifecycleResult _from = null!;
    private LifecycleResult _to = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    private RunOptions Run => new() { MaxDegreeOfParallelism = Threads };

    [GlobalSetup]
    public void Setup()
    {
        _data = LifecycleWorld.Build();
        _from = _model.Evaluate(_data, LifecycleWorld.AtTheEnd with { AsOf = LifecycleWorld.AtTheEnd.AsOf.AddDays(-30) });
        _to = _model.Evaluate(_data, LifecycleWorld.AtTheEnd);
    }

    [Benchmark(Baseline = true)]
    public long Stages() => _model.Evaluate(_data, LifecycleWorld.AtTheEnd, Run).Summary.Counts.Users;

    [Benchmark]
    public int MonthEnds() => _model.EvaluateHistory(
        _data, LifecycleWorld.AtTheEnd, LifecycleGrid.PeriodEnds(LifecycleWorld.AtTheEnd, CalendarUnit.Month, LifecycleWorld.FirstDay, LifecycleWorld.FirstDay.AddDays(89)), Run).Summary.Flows.Length;

    [Benchmark]
    public long Transitions() => LifecycleTransitions.Between(_from, _to).WakeUpRate.Numerator;

    [Benchmark]
    public int Linq() => LifecycleByLinq.Stages(_data);
}
