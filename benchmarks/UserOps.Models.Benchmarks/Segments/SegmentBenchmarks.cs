using BenchmarkDotNet.Attributes;

namespace UserOps.Models.Benchmarks.Segments;

/// <summary>One rule of ten leaves over all users, and carried on by a minute in which one user in a hundred did something.</summary>
[MemoryDiagnoser]
public class SegmentBenchmarks
{
    private static readonly EvaluationContext Later = SegmentWorld.AtTheEnd with { AsOf = SegmentWorld.AtTheEnd.AsOf.AddMinutes(1) };

    private readonly SegmentModel _model = new(SegmentWorld.TenLeaves);
    private readonly SegmentModel _open = new(SegmentWorld.TenLeavesOpen);
    private UserOpsDataset _data = null!;
    private UserOpsDataset _more = null!;
    private SegmentState _state = null!;
    private SegmentState _openState = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    private RunOptions Run => new() { MaxDegreeOfParallelism = Threads };

    [GlobalSetup]
    public void Setup()
    {
        _data = SegmentWorld.Build();
        _more = SegmentWorld.OneInAHundredDidMore(_data);
        _state = _model.Begin(_data, SegmentWorld.AtTheEnd);
        _openState = _open.Begin(_data, SegmentWorld.AtTheEnd);
    }

    [Benchmark(Baseline = true)]
    public int TenLeaves() => _model.Evaluate(_more, Later, Run).UpperSize;

    [Benchmark]
    public int TenLeavesOpen() => _open.Evaluate(_more, Later, Run).UpperSize;

    [Benchmark]
    public int BeginOpen() => _open.Begin(_more, Later, Run).Audience.UpperSize;

    [Benchmark]
    public int Advance() => _state.Advance(Later.AsOf, _more, Run).State.Audience.UpperSize;

    [Benchmark]
    public int AdvanceOpen() => _openState.Advance(Later.AsOf, _more, Run).State.Audience.UpperSize;

    /// <summary>What has to come first, where events come in.</summary>
    [Benchmark]
    public int Append() => SegmentWorld.OneInAHundredDidMore(_data).Events.Count;
}
