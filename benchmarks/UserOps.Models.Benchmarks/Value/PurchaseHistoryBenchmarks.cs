using BenchmarkDotNet.Attributes;
using UserOps.Models.Value;

namespace UserOps.Models.Benchmarks.Value;

/// <summary>A tenth of the usual rows: one million purchases of a hundred thousand customers to a history, against grouping with LINQ; and the spends fitted to it.</summary>
[MemoryDiagnoser]
public class PurchaseHistoryBenchmarks
{
    private static readonly AmountField Money = Field.Amount("amount", "CNY");
    private static readonly EvaluationContext Context = new() { AsOf = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") };
    private readonly PurchaseHistoryModel _model = new(new() { Purchases = "pay", Amount = Money, Unit = new(CalendarUnit.Day, 7) });
    private readonly CalibrationHoldoutModel _cut = new(new()
    {
        History = new() { Purchases = "pay", Amount = Money, Unit = new(CalendarUnit.Day, 7) },
        CalibrationEnd = new(2025, 9, 30),
    });

    private (int Customer, long Ticks, decimal Amount)[] _rows = [];
    private UserOpsDataset _data = null!;
    private PurchaseHistory _history = null!;

    public static IEnumerable<int> Sizes => [BenchmarkSize.Rows / 10];

    [ParamsSource(nameof(Sizes))]
    public int Purchases { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Xoshiro256(1);
        long start = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;
        _rows = [.. Enumerable.Range(0, Purchases).Select(_ => (
            (int)(random.NextDouble() * Math.Max(1, Purchases / 10)),
            start + (long)(random.NextDouble() * 364 * TimeSpan.TicksPerDay),
            Math.Round((decimal)(10 + 90 * random.NextDouble()), 2)))];
        _data = Build();
        _history = Summarize().History;
    }

    [Benchmark(Baseline = true)]
    public PurchaseHistoryResult Summarize() => _model.Evaluate(_data, Context);

    [Benchmark]
    public CalibrationHoldoutResult CalibrationAndHoldout() => _cut.Evaluate(_data, Context);

    [Benchmark] // from rows, as a caller would who has no dataset yet
    public PurchaseHistoryResult BuildAndSummarize() => _model.Evaluate(Build(), Context);

    [Benchmark]
    public ValueFit<GammaGammaModel> FitSpends() => GammaGammaModel.Fit(_history);

    [Benchmark]
    public double SummarizeWithLinq() => _rows
        .GroupBy(row => row.Customer)
        .Select(own =>
        {
            var days = own.GroupBy(row => (row.Ticks + 8 * TimeSpan.TicksPerHour) / TimeSpan.TicksPerDay).OrderBy(day => day.Key).ToList();
            return (Repeats: days.Count - 1, Last: days[^1].Key - days[0].Key, Mean: days.Count == 1 ? 0 : days.Skip(1).Average(day => day.Sum(row => row.Amount)));
        })
        .Sum(customer => customer.Repeats + customer.Last + (double)customer.Mean);

    private UserOpsDataset Build() => UserOpsDataset.FromEvents(_rows, e => e
        .User(row => row.Customer).At(row => new DateTime(row.Ticks, DateTimeKind.Utc)).Named("pay").With(Money, row => row.Amount));
}
