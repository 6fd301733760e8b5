using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using UserOps.Models.Funnels;

namespace UserOps.Models.Benchmarks.Funnels;

/// <summary>
/// Five steps within seven days over twenty event types and ninety days, 25 events a user on average: ten million events, and few in the smoke.
/// Questions over dates are to be read against <see cref="LinqOverDates"/>.
/// </summary>
[MemoryDiagnoser]
public class FunnelBenchmarks
{
    private static readonly string[] Names = ["e1", "e4", "e7", "e10", "e13"];
    private static readonly TimeSpan Window = TimeSpan.FromDays(7);
    private static readonly FunnelDefinition Definition = new() { Steps = [.. Names.Select(name => (FunnelStep)name)], Window = Window };
    private static readonly EvaluationContext Context = EvaluationContext.AtEndOf(new(2026, 12, 31), TimeZoneInfo.Utc);

    private readonly FunnelModel _plain = new(Definition);
    private readonly FunnelModel _tested = new(Definition with
    {
        Steps = WithStep(4, step => step with { Events = EventFilter.Named(Names[4]).And(FunnelRow.AmountField.AtLeast(50m)) }),
    });

    private readonly FunnelModel _overlapping = new(Definition with
    {
        Steps = WithStep(4, step => step with { Events = EventFilter.Named(Names[4], Names[1]) }),
    });

    private readonly FunnelModel _breakdown = new(Definition with { Breakdown = new() { Property = FunnelRow.ChannelField } });
    private readonly FunnelModel _strict = new(Definition with { Order = FunnelOrder.Strict });
    private readonly FunnelModel _unordered = new(Definition with { Order = FunnelOrder.Unordered });
    private readonly FunnelModel _chains = new(Definition with { Detail = FunnelDetail.Chains });
    private readonly FunnelModel _options = new(Definition with
    {
        Exclusions = [new FunnelExclusion { Events = "e19", FromStep = 0, ToStep = 1 }],
        Steps = WithStep(2, step => step with { Optional = true }),
    });

    private FunnelRow[] _rows = [];
    private FunnelRow[] _dateRows = [];
    private UserOpsDataset _data = null!;
    private UserOpsDataset _dates = null!;
    private StepCodes<byte> _steps = null!;
    private byte[] _furthest = [];
    private ulong[] _stepsFilled = [];

    public static IEnumerable<int> Sizes => [BenchmarkSize.Rows];

    [ParamsSource(nameof(Sizes))]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _rows = FunnelRow.Generate(Events);
        _dateRows = Array.ConvertAll(_rows, row => row.OnDate());
        _data = FunnelRow.Read(_rows);
        _dates = FunnelRow.Read(_dateRows);
        byte[] stepOfCode = [.. _data.Events.Names.Select(name => (byte)Array.IndexOf(Names, name))]; // -1 is NoStep
        _steps = new StepCodes<byte>(stepOfCode, Names.Length);
        _furthest = new byte[_data.Directory.Count];
        ulong[] stepsOfCode = [.. _data.Events.Names.Select(_plain.StepsFilledBy)];
        _stepsFilled = [.. Enumerable.Range(0, _data.Events.Count).Select(row => stepsOfCode[_data.Events.CodeAt(row)])];
        Evaluate(_tested, _data, 1); // the row mask of the test is built once, and kept
    }

    /// <summary>A baseline that answers another question measures nothing.</summary>
    [GlobalSetup(Targets = [nameof(Linq), nameof(LinqOverDates)])]
    public void SetupAndCompareAnswers()
    {
        Setup();
        RequireSameCounts(Linq(), _data);
        RequireSameCounts(LinqOverDates(), _dates);
    }

    [Benchmark]
    public byte Kernel() => RunKernel(_data);

    [Benchmark]
    public byte KernelOverDates() => RunKernel(_dates);

    [Benchmark]
    public long TypedDoor() => Evaluate(_plain, _data, 1);

    [Benchmark]
    public long TypedDoorTwoThreads() => Evaluate(_plain, _data, 2);

    [Benchmark]
    public long TypedDoorOverDates() => Evaluate(_plain, _dates, 1);

    [Benchmark]
    public long TestedStep() => Evaluate(_tested, _data, 1);

    [Benchmark]
    public long OverlappingSteps() => Evaluate(_overlapping, _data, 1);

    [Benchmark]
    public long BreakdownByFirstTouch() => Evaluate(_breakdown, _data, 1);

    [Benchmark]
    public long Strict() => Evaluate(_strict, _data, 1);

    [Benchmark]
    public long Unordered() => Evaluate(_unordered, _data, 1);

    [Benchmark]
    public long GeneralEngineWithChains() => Evaluate(_chains, _data, 1);

    [Benchmark]
    public long GeneralEngineWithChainsOverDates() => Evaluate(_chains, _dates, 1);

    [Benchmark]
    public long GeneralEngineWithExclusionAndOptionalStep() => Evaluate(_options, _data, 1);

    /// <summary>A service's question, asked of every user in turn.</summary>
    [Benchmark]
    public long SpanDoor()
    {
        long completed = 0;
        ReadOnlySpan<int> offsets = _data.Events.Offsets;
        for (int user = 0; user < offsets.Length - 1; user++)
        {
            Range rows = offsets[user]..offsets[user + 1];
            completed += _plain.CompletedSteps(_data.Events.UtcTicks[rows], _stepsFilled.AsSpan(rows));
        }

        return completed;
    }

    [Benchmark(Baseline = true)]
    public long[] Linq() => FunnelByLinq.Count(_rows, Names, Window);

    [Benchmark]
    public long[] LinqOverDates() => FunnelByLinq.CountDates(_dateRows, Names, Window);

    private static ImmutableArray<FunnelStep> WithStep(int at, Func<FunnelStep, FunnelStep> change)
        => Definition.Steps.SetItem(at, change(Definition.Steps[at]));

    private static long Evaluate(FunnelModel model, UserOpsDataset data, int threads)
        => model.Evaluate(data, Context, new RunOptions { MaxDegreeOfParallelism = threads }).Summary.Overall.Numerator;

    private void RequireSameCounts(long[] counts, UserOpsDataset data)
    {
        IEnumerable<long> expected = _plain.Evaluate(data, Context).Summary.Steps.Select(step => step.Completed);
        if (!counts.SequenceEqual(expected))
        {
            throw new InvalidOperationException("The baseline answers another question.");
        }
    }

    private byte RunKernel(UserOpsDataset data)
    {
        FunnelKernels.FurthestSteps(
            data.Events.Offsets,
            data.Events.UtcTicks,
            data.Events.NarrowCodes,
            _steps,
            Window.Ticks,
            Context.AsOf.UtcTicks,
            new TiedUsers(data.Events.UsersWithTies, 0),
            _furthest);
        return _furthest[^1];
    }
}
