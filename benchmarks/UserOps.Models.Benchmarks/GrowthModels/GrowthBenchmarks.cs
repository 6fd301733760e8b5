using System.Globalization;
using BenchmarkDotNet.Attributes;
using UserOps.Models.GrowthModels;

namespace UserOps.Models.Benchmarks.GrowthModels;

/// <summary>
/// A cohort of ninety days over twenty event types, 25 events a user on average and few users with very many: ten million events, and few
/// in the smoke.
/// </summary>
[MemoryDiagnoser]
public class GrowthBenchmarks
{
    private static readonly string[] Names =
        ["register", "bind_card", "login", "pay", "invite", .. Enumerable.Range(5, 15).Select(i => $"other{i}")];

    private static readonly DateTimeOffset FirstDay = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly GrowthStagesDefinition Definition = new()
    {
        Stages = new() { Acquisition = "register", Activation = "bind_card", Retention = "login", Revenue = "pay", Referral = "invite" },
        CohortFrom = new(2026, 1, 1),
        CohortTo = new(2026, 4, 1),
        RetentionFromDay = 1,
        RetentionToDay = 30,
        Window = TimeSpan.FromDays(30),
    };

    private static readonly AmountField Amount = Field.Amount("amount", "CNY");
    private readonly AarrrModel _names = new(Definition);
    private readonly AarrrModel _tests = new(Definition with { Stages = Definition.Stages with { Revenue = EventFilter.Named("pay").And(Amount.AtLeast(50m)) } });
    private readonly AarrrModel _breakdown = new(Definition with { Breakdown = Field.Category("channel") });
    private readonly EvaluationContext _context = EvaluationContext.AtEndOf(new(2026, 6, 30), TimeZoneInfo.Utc);
    private Row[] _rows = [];
    private UserOpsDataset _data = null!;
    private GrowthCohort _cohort = null!;
    private byte[] _stagesOfCode = [];

    public static IEnumerable<int> Sizes => [BenchmarkSize.Rows];

    [ParamsSource(nameof(Sizes))]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Xoshiro256(7);
        int users = Math.Max(1, Events / 25);
        _rows = [.. Enumerable.Range(0, Events).Select(i => new Row(
            (long)(users * Math.Pow(random.NextDouble(), 1.5)),
            Names[random.NextInt32(Names.Length)],
            FirstDay.AddSeconds(random.NextInt32(120 * 86_400)),
            i % 3 == 0 ? null : (i % 7).ToString(CultureInfo.InvariantCulture),
            i % 4 == 0 ? i % 200 : null))];
        _data = UserOpsDataset.FromEvents(_rows, map => map
            .User(row => row.User).Name(row => row.Name).At(row => row.At).With(Field.Category("channel"), row => row.Channel).With(Amount, row => row.Amount));
        _tests.Evaluate(_data, _context); // the row mask of the test is built once, and kept
        _cohort = _names.CohortIn(_context);
        _stagesOfCode = [.. Enumerable.Range(0, _data.Events.Names.Length).Select(code => (byte)_cohort.StagesServedBy(_data.Events.Names[code]))];
        if (Linq() != TypedDoor() || Kernel() != TypedDoor())
        {
            throw new InvalidOperationException("The baseline answers another question.");
        }
    }

    /// <summary>The arithmetic alone: every user placed, and those who reached revenue in order counted.</summary>
    [Benchmark]
    public long Kernel()
    {
        const uint ToRevenue = (uint)(GrowthStages.Acquisition | GrowthStages.Activation | GrowthStages.Retention | GrowthStages.Revenue);
        var stages = new CodedStages<byte>(_data.Events.NarrowCodes, _stagesOfCode);
        ReadOnlySpan<int> offsets = _data.Events.Offsets;
        GrowthLimits limits = _cohort.Limits;
        long paying = 0;
        for (int user = 0; user < offsets.Length - 1; user++)
        {
            uint reached = GrowthKernels.StagesReached(stages, _data.Events.UtcTicks, offsets[user], offsets[user + 1], limits, out _);
            paying += (reached & ToRevenue) == ToRevenue ? 1 : 0;
        }

        return paying;
    }

    [Benchmark]
    public long TypedDoor() => Evaluate(_names, 1);

    [Benchmark]
    public long TypedDoorTwoThreads() => Evaluate(_names, 2);

    [Benchmark]
    public long TypedDoorWithATest() => Evaluate(_tests, 1);

    [Benchmark]
    public long TypedDoorWithABreakdown() => Evaluate(_breakdown, 1);

    [Benchmark]
    public int BothModels() => GrowthComparison.Evaluate(Definition, _data, _context, new() { MaxDegreeOfParallelism = 1 }).Rarra.Summary.Stages.Length;

    /// <summary>What a .NET developer would write today, over rows in order of arrival.</summary>
    [Benchmark(Baseline = true)]
    public long Linq()
    {
        long paying = 0;
        foreach (IGrouping<long, Row> user in _rows.GroupBy(row => row.User))
        {
            if (user.Where(row => row.Name == "register").OrderBy(row => row.At).FirstOrDefault() is not { } first || first.At >= FirstDay.AddDays(90))
            {
                continue;
            }

            Row[] inWindow = [.. user.Where(row => row.At >= first.At && row.At - first.At <= Definition.Window)];
            bool activated = inWindow.Any(row => row.Name == "bind_card");
            bool retained = user.Any(row => row.Name == "login" && (row.At.UtcDateTime.Date - first.At.UtcDateTime.Date).Days is >= 1 and <= 30);
            paying += activated && retained && inWindow.Any(row => row.Name == "pay") ? 1 : 0;
        }

        return paying;
    }

    private long Evaluate(AarrrModel model, int threads)
        => model.Evaluate(_data, _context, new() { MaxDegreeOfParallelism = threads }).Summary.Stages[(int)GrowthStage.Revenue].Users;

    private sealed record Row(long User, string Name, DateTimeOffset At, string? Channel, decimal? Amount);
}
