using BenchmarkDotNet.Attributes;
using UserOps.Models.Retention;

namespace UserOps.Models.Benchmarks.Retention;

/// <summary>Thirty daily cohorts over thirty days, against LINQ written well over the same rows; one thread unless named.</summary>
[MemoryDiagnoser]
public class RetentionBenchmarks
{
    private const int Side = 30;

    private static readonly RunOptions OneThread = new() { MaxDegreeOfParallelism = 1 };
    private static readonly EvaluationContext Context = VisitLog.Context;

    private static readonly RetentionDefinition Definition = new()
    {
        Start = EventFilter.Any,
        Return = EventFilter.Any,
        FirstCohort = DateOnly.FromDateTime(VisitLog.Start),
        Cohorts = Side,
        Periods = Side,
    };

    private readonly RetentionModel _daily = new(Definition);
    private readonly RetentionModel _newUsers = new(Definition with { Start = "event_3", Return = "event_7", CohortType = RetentionCohortType.FirstTime });
    private readonly RetentionModel _onOrAfter = new(Definition with { Rule = RetentionRule.OnOrAfter });
    private readonly RetentionModel _long = new(Definition with { Cohorts = 60, Periods = 60 });
    private readonly RetentionModel _rolling = new(Definition with { Start = "event_3", Return = "event_7", Alignment = RetentionAlignment.Rolling });
    private VisitLog _log = null!;
    private UserOpsDataset _data = null!;
    private int[][] _daysOfUsers = [];
    private UserPeriods _days = null!;
    private int _fresh;

    public static IEnumerable<int> Sizes => [BenchmarkSize.Rows];

    [ParamsSource(nameof(Sizes))]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _log = new VisitLog(Events);
        _data = _log.ToDataset();
        _days = UserDays.Of(_data, Definition.Start, Context, "/start", OneThread, CancellationToken.None);
        _daysOfUsers = [.. Enumerable.Range(0, _data.Directory.Count).Select(user => _days.Numbers[_days.Offsets[user].._days.Offsets[user + 1]].ToArray())];
        if (Linq() != Kept() || LinqFromDays() != Kept() || FromInstants() != Kept() || FromUserDays() != Kept())
        {
            throw new InvalidOperationException("The baseline answers another question.");
        }
    }

    /// <summary>What a .NET developer would write today: the local days of each user, then every pair of them.</summary>
    [Benchmark(Baseline = true)]
    public long Linq()
    {
        var cells = new long[Side * Side];
        foreach (IGrouping<long, int> user in _log.Rows.GroupBy(row => row.User, row => VisitLog.LocalDay(row.UtcTicks)))
        {
            AddPairs([.. user.Distinct()], cells);
        }

        return cells.Sum();
    }

    /// <summary>The same where the local days of each user are there already.</summary>
    [Benchmark]
    public long LinqFromDays()
    {
        var cells = new long[Side * Side];
        foreach (int[] days in _daysOfUsers)
        {
            AddPairs(days, cells);
        }

        return cells.Sum();
    }

    /// <summary>The typed door where nothing is there but the events: a filter never asked before, so that nothing kept can be used.</summary>
    [Benchmark]
    public long FromInstants()
    {
        EventFilter fresh = EventFilter.Named([.. _data.Events.Names, $"none{_fresh++}"]);
        return Evaluate(new RetentionModel(Definition with { Start = fresh, Return = fresh }));
    }

    /// <summary>From the local days of each user: they are turned into bitmaps, and those are counted.</summary>
    [Benchmark]
    public long FromUserDays()
    {
        DayBitmaps bitmaps = DayBitmaps.Turn(_days, OneThread, default)!;
        return new RetentionBitmapPass(new RetentionGrid(Definition, Context), bitmaps, bitmaps).Count(OneThread, default).All.Cells.Sum(users => (long)users);
    }

    /// <summary>The typed door where bitmaps are kept with the events: every later question.</summary>
    [Benchmark]
    public long Kept() => Evaluate(_daily);

    [Benchmark]
    public long KeptTwoThreads() => Evaluate(_daily, new() { MaxDegreeOfParallelism = 2 });

    [Benchmark]
    public long NewUsers() => Evaluate(_newUsers);

    [Benchmark]
    public long OnOrAfter() => Evaluate(_onOrAfter);

    /// <summary>More periods than a word has bits.</summary>
    [Benchmark]
    public long SixtyBySixty() => Evaluate(_long);

    [Benchmark]
    public long Rolling() => Evaluate(_rolling);

    private static void AddPairs(int[] days, long[] cells)
    {
        int first = Definition.FirstCohort.Date!.Value.DayNumber;
        foreach ((int start, int period) in
            from start in days
            where start >= first && start < first + Side
            from day in days
            where day >= start && day < start + Side
            select (start - first, day - start))
        {
            cells[start * Side + period]++;
        }
    }

    private long Evaluate(RetentionModel model, RunOptions? run = null)
        => model.Evaluate(_data, Context, run ?? OneThread).Summary.Cohorts.Sum(cohort => cohort.Retained.Sum(users => users ?? 0));
}
