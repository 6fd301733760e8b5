using BenchmarkDotNet.Attributes;
using UserOps.Models.Rfm;

namespace UserOps.Models.Benchmarks.Rfm;

/// <summary>Recency, frequency and money with exact quintile scores over a log of visits, one in ten of them a purchase, against LINQ written well over the same rows.</summary>
[MemoryDiagnoser]
public class RfmBenchmarks
{
    private const int Quintiles = 5;

    private static readonly string[] Purchases = ["event_3", "event_7"];
    private static readonly AmountField Amount = Field.Amount("amount", "CNY", 2);
    private static readonly RunOptions OneThread = new() { MaxDegreeOfParallelism = 1 };
    private static readonly RunOptions TwoThreads = new() { MaxDegreeOfParallelism = 2 };
    private static readonly RfmDefinition Definition = new() { Purchases = EventFilter.Named(Purchases), Amount = Amount };

    private readonly RfmModel _model = new(Definition);
    private readonly RfmModel _net = new(Definition with { Refunds = "event_9" });
    private readonly RfmModel _window = new(Definition with { LastDays = 60 });
    private VisitLog _log = null!;
    private UserOpsDataset _data = null!;
    private int _fresh;

    public static IEnumerable<int> Sizes => [BenchmarkSize.Rows];

    [ParamsSource(nameof(Sizes))]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _log = new VisitLog(Events);
        _data = UserOpsDataset.FromEvents(_log.Rows, events => events
            .User(row => row.User).At(row => new DateTimeOffset(row.UtcTicks, TimeSpan.Zero)).Name(row => VisitLog.Names[row.Name])
            .With(Amount, row => AmountOf(row)));
        if (Linq() != Kept() || Kept() != KeptOnTwoThreads() || Cold() != Kept())
        {
            throw new InvalidOperationException("The baseline answers another question.");
        }
    }

    /// <summary>What a .NET developer would write today: purchases by user, then every axis sorted once for its quintiles. Counts the best cell.</summary>
    [Benchmark(Baseline = true)]
    public long Linq()
    {
        int asOf = VisitLog.LocalDay(VisitLog.Context.AsOf.UtcTicks);
        var users = _log.Rows
            .Where(row => row.Name is 3 or 7)
            .GroupBy(row => row.User)
            .Select(user => (
                Recency: asOf - user.Max(row => VisitLog.LocalDay(row.UtcTicks)),
                Frequency: user.Select(row => VisitLog.LocalDay(row.UtcTicks)).Distinct().Count(),
                Money: user.Sum(row => AmountOf(row)!.Value)))
            .ToList();
        int[] recency = EdgesOf(users.Select(user => user.Recency));
        int[] frequency = EdgesOf(users.Select(user => user.Frequency));
        decimal[] money = EdgesOf(users.Select(user => user.Money));
        return users.Count(user
            => recency.All(edge => user.Recency <= edge) && frequency.All(edge => user.Frequency > edge) && money.All(edge => user.Money > edge));
    }

    /// <summary>The typed door where nothing is there but the events: a filter never asked before, so that nothing kept can be used.</summary>
    [Benchmark]
    public long Cold() => Best(new RfmModel(Definition with { Purchases = EventFilter.Named([.. Purchases, $"none{_fresh++}"]) }), OneThread);

    [Benchmark]
    public long ColdOnTwoThreads() => Best(new RfmModel(Definition with { Purchases = EventFilter.Named([.. Purchases, $"none{_fresh++}"]) }), TwoThreads);

    /// <summary>From the value list that the first question left with the table.</summary>
    [Benchmark]
    public long Kept() => Best(_model, OneThread);

    [Benchmark]
    public long KeptOnTwoThreads() => Best(_model, TwoThreads);

    /// <summary>With refunds to subtract.</summary>
    [Benchmark]
    public long Net() => Best(_net, TwoThreads);

    /// <summary>With a window that cuts users' purchases, so that every one is looked at.</summary>
    [Benchmark]
    public long Window() => Best(_window, TwoThreads);

    private static T[] EdgesOf<T>(IEnumerable<T> values)
    {
        T[] sorted = [.. values.Order()];
        return [.. Enumerable.Range(1, Quintiles - 1).Select(k => sorted[(sorted.Length - 1) * k / Quintiles])];
    }

    // A purchase has an amount, up to 500.00; nothing else has one.
    private static decimal? AmountOf(VisitLog.VisitRow row) => row.Name is 3 or 7 or 9 ? new decimal((int)(row.UtcTicks / TimeSpan.TicksPerSecond % 50_000), 0, 0, false, 2) : null;

    // Counted, not gathered in a set, which LINQ does not make either.
    private long Best(RfmModel model, RunOptions run) => model.Evaluate(_data, VisitLog.Context, run).Users.CountOf(new RfmCell(Quintiles, Quintiles, Quintiles));
}
