using BenchmarkDotNet.Attributes;
using UserOps.Models.Tags;

namespace UserOps.Models.Benchmarks.Tags;

/// <summary>
/// A catalog of every kind of computation over twenty event types, 25 events a user on average: ten million events, and few in the smoke. Beside it the same
/// tags asked one catalog at a time, which shows what sharing rules saves.
/// </summary>
[MemoryDiagnoser]
public class TagBenchmarks
{
    private static readonly AmountField Assets = Field.Amount("assets", "CNY");
    private static readonly AmountField Amount = Field.Amount("amount", "CNY");
    private static readonly DateTimeOffset FirstDay = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SegmentRule Often = Rule.Event("e1").InLast(30, WindowUnit.Day).AtLeast(3);
    private static readonly SegmentRule Rich = Assets.AtLeast(500_000m);

    private static readonly TagDefinition[] Tags =
    [
        Tag("often", TagValueType.Flag, new RuleComputation { Rule = Often }),
        Tag("days", TagValueType.Number, new EventComputation { Aggregation = TagAggregation.DaysSince, Events = "e2" }),
        Tag("sum", TagValueType.Number, new EventComputation { Aggregation = TagAggregation.Sum, Events = "e3", Property = "amount", Window = TimeWindow.InLast(90, WindowUnit.Day) }),
        Tag("tier", TagValueType.Enumeration, new OrderedRulesComputation { Rules = [new() { Value = "high", Rule = Rich.And(Often) }, new() { Value = "middle", Rule = Rich }, new() { Value = "low", Rule = Rich.Not() }] }, "high", "middle", "low"),
        Tag("score", TagValueType.Number, new ScoreComputation { Elements = [new() { Id = "rich", Points = 2, Rule = Rich }, new() { Id = "often", Points = 1.5m, Rule = Often }] }),
    ];

    private readonly EvaluationContext _context = EvaluationContext.AtEndOf(new(2026, 4, 30), TimeZoneInfo.Utc);
    private readonly TagModel _together = new(Catalog(Tags));
    private readonly TagModel[] _apart = [.. Tags.Select(tag => new TagModel(Catalog([tag])))];
    private UserOpsDataset _data = null!;

    public static IEnumerable<int> Sizes => [BenchmarkSize.Rows];

    [ParamsSource(nameof(Sizes))]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Xoshiro256(11);
        int users = Math.Max(1, Events / 25);
        _data = new UserOpsDatasetBuilder()
            .AddUsers(Enumerable.Range(0, users), map => map.User(id => id).With(Assets, id => id % 10 == 0 ? null : id % 1_000 * 1_000m))
            .AddEvents(Enumerable.Range(0, Events), map => map
                .User(_ => (long)(users * Math.Pow(random.NextDouble(), 1.5))).Name(_ => $"e{random.NextInt32(20)}")
                .At(_ => FirstDay.AddSeconds(random.NextInt32(120 * 86_400))).With(Amount, i => i % 100))
            .Build();
        if (Together() != Apart())
        {
            throw new InvalidOperationException("Tags depend on those beside them.");
        }
    }

    [Benchmark(Baseline = true)]
    public int Together() => SizeOf(_together.Evaluate(_data, _context));

    [Benchmark]
    public int Apart() => _apart.Sum(model => SizeOf(model.Evaluate(_data, _context)));

    private static int SizeOf(TagTable table) => table.Columns.Sum(column => column.Values.Count - column.Values.MissingCount);

    private static TagCatalog Catalog(TagDefinition[] tags) => new() { Id = "benchmark", Version = 1, Tags = [.. tags] };

    private static TagDefinition Tag(string id, TagValueType type, TagComputation computation, params string[] values) => new()
    {
        Id = id,
        Name = new(id, id),
        Family = TagFamily.Financial,
        ValueType = type,
        Values = [.. values.Select(value => new TagLabel { Value = value, Name = new(value, value) })],
        Computation = computation,
        Purpose = "benchmark",
        Sensitivity = TagSensitivity.Level1,
        Owner = "benchmark",
        Status = TagStatus.Active,
        Version = 1,
    };
}
