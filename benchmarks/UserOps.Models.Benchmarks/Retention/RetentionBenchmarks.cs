using BenchmarkDotNet.Attributes;
using UserOps.Models.Retention;

namespace UserOps.Models.Benchmarks.Retention;

/// <summary>Thirty daily cohorts over thirty days, against LINQ written well over the same rows; one thread unless named.</summary>
[MemoryDiagnoser]
public class RetentionBenchmarks
{
    private const int Side = 30;

    private static readonly RunOptions OneThread = new() { MaxDegreeOfParallelism = 1 };
    private static readonly EvaluationContext Context = ActivityLog.Context;

    private static readonly RetentionDefinition Definition = new()
    {
        Start = EventFilter.Any,
        Return = EventFilter.Any,
        FirstCohort = DateOnly.FromDateTime(ActivityLog.Start),
        Cohorts = Side,
        Periods = Side,
    };

    private readonly RetentionModel _daily = new(Definition);
    private readonly RetentionModel _newUsers = new(Definition with { Start = "event_3", Return = "event_7", CohortType = RetentionCohortType.FirstTime });
    private readonly RetentionModel _onOrAfter = new(Definition with { Rule = RetentionRule.OnOrAfter });
    private readonly RetentionModel _long = new(Definition with { Cohorts = 60, Periods = 60 });
    private readonly RetentionModel _rolling = new(Definition with { Start = "event_3", Return = "event_7", Alignment = RetentionAlignment.Rolling });
    private ActivityLog _log = null!;
    private UserOpsDataset _data = null!;
    private int[][] _daysOfUsers = [];

    public static IEnumerable<int> Sizes => [BenchmarkSize.Rows];

    [ParamsSource(nameof(Sizes))]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _log = new ActivityLog(Events);
        _data = _log.ToDataset();
        UserPeriods days = UserDays.Of(_data, Definition.Start, Context, "/start", OneThread, CancellationToken.None);
        _daysOfUsers = [.. Enumerable.Range(0, _data.Directory.Count).Select(user => days.Numbers[days.Offsets[user]..days.Offsets[user + 1]].ToArray())];
        if (Linq() != FromDays() || LinqFromDays() != FromDays() || FromInstants() != FromDays())
        {
            throw new InvalidOperationException("The baseline answers another question.");
        }
    }

    /// <summary>What a .NET developer would write today: the local days of each user, then every pair of them.</summary>
    [Benchmark(Baseline = true)]
    public long Linq()
    {
        var cells = new long[Side * Side];
        foreach (IGrouping<long, int> user in _log.Rows.GroupBy(row => row.User, row => LocalDay(row.UtcTicks)))
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

    /// <summary>The typed door where nothing is there but the events: the local days are built anew.</summary>
    [Benchmark]
    public long FromInstants()
    {
        EventMatches matches = EventMatches.Of(Definition.Start, _data, Context.Zone, "/start", OneThread);
        UserPeriods days = UserPeriodBuilder.Read(_data.Events, matches, new DayReading(_data.Events, ReportingCalendar.Of(Context)), OneThread, default);
        return days.Offsets.IsEmpty ? 0 : Evaluate(_daily);
    }

    /// <summary>The typed door where the local days are kept with the events.</summary>
    [Benchmark]
    public long FromDays() => Evaluate(_daily);

    [Benchmark]
    public long FromDaysTwoThreads() => Evaluate(_daily, new() { MaxDegreeOfParallelism = 2 });

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
        int first = Definition.FirstCohort!.Value.DayNumber;
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

    private static int LocalDay(long utcTicks)
        => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(new DateTimeOffset(utcTicks, TimeSpan.Zero), Context.Zone).DateTime).DayNumber;

    private long Evaluate(RetentionModel model, RunOptions? run = null)
        => model.Evaluate(_data, Context, run ?? OneThread).Summary.Cohorts.Sum(cohort => cohort.Retained.Sum(users => users ?? 0));
}
