using BenchmarkDotNet.Attributes;

namespace UserOps.Models.Benchmarks.Segments;

/// <summary>All eight card nodes of all users.</summary>
[MemoryDiagnoser]
public class CardCycleBenchmarks
{
    private static readonly EvaluationContext Context = EvaluationContext.AtEndOf(new(2026, 3, 31), TimeZoneInfo.Utc);

    private readonly CardCycleModel _model = new(CardCycleDefinition.Default);
    private UserOpsDataset _data = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        // A tenth of the other benchmarks' users: the lambda door is slow with eight columns, and only the ratio of threads matters here.
        _data = new UserOpsDatasetBuilder().AddUsers(Enumerable.Range(0, SegmentData.Users / 10), map =>
        {
            map.User(user => user);
            foreach (CardCycleNodeRule rule in CardCycleDefinition.Default.Nodes)
            {
                _ = rule.Timing == CardCycleTiming.Monthly
                    ? map.With(Field.Quantity(rule.Field, 0), user => (decimal?)(1 + (user % 31)))
                    : map.With(Field.Date(rule.Field), user => user % 7 == 0 ? null : new DateOnly(2025, 1, 1).AddDays(user % 700));
            }
        }).Build();
    }

    [Benchmark]
    public CardCycleSummary Place() => _model.Evaluate(_data, Context, new() { MaxDegreeOfParallelism = Threads }).Summary;
}
