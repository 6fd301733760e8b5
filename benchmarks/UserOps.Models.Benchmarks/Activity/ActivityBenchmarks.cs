using BenchmarkDotNet.Attributes;
using UserOps.Models.Activity;

namespace UserOps.Models.Benchmarks.Activity;

/// <summary>
/// Active users, decomposition and active days of ninety days: ten million events of four hundred thousand users, and few in the smoke. Warm is what a
/// second question costs; cold includes reading the days off the instants and turning them into bitmaps.
/// </summary>
[MemoryDiagnoser]
public class ActivityBenchmarks
{
    private static readonly DateOnly FirstDay = new(2026, 1, 1);
    private static readonly DateOnly LastDay = new(2026, 3, 31);
    private static readonly RunOptions OneThread = new() { MaxDegreeOfParallelism = 1 };

    private readonly EvaluationContext _context = EvaluationContext.AtEndOf(LastDay, VisitLog.Context.Zone);
    private readonly ActiveUsersModel _active = new(ActivityPresets.DailyWeeklyMonthly(EventFilter.Any, FirstDay, LastDay));
    private readonly ActiveUsersModel _rolling = new(ActivityPresets.Rolling(EventFilter.Any, FirstDay, LastDay));
    private readonly ActivityDecompositionModel _weekly = new(ActivityPresets.WeeklyDecomposition(EventFilter.Any, FirstDay, LastDay));
    private readonly ActivityDecompositionModel _often =
        new(ActivityPresets.WeeklyDecomposition(new() { Events = EventFilter.Any, MinimumEvents = 2 }, FirstDay, LastDay));

    private readonly LnessModel _lness = new(ActivityPresets.L28(EventFilter.Any));
    private int _fresh;
    private VisitLog _visits = null!;
    private UserOpsDataset _data = null!;
    private DayBitmaps _bitmaps = null!;
    private PeriodTable[] _tables = [];
    private PeriodTable _weeks = null!;

    public static IEnumerable<int> Sizes => [BenchmarkSize.Rows];

    [ParamsSource(nameof(Sizes))]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _visits = new VisitLog(Events);
        _data = _visits.ToDataset();
        var log = new ActivityLog(_data, EventFilter.Any, _context, OneThread, default);
        _bitmaps = log.Bitmaps()!;
        _tables = [.. new[] { CalendarUnit.Day, CalendarUnit.Week, CalendarUnit.Month }.Select(unit => ActivityTables.Of(_context, unit, FirstDay, LastDay))];
        _weeks = _tables[1];
        if (LinqActiveUsers() != ActiveUsers() || LinqWeeklyDecomposition() != WeeklyDecomposition() || WeeklyDecompositionCold() != WeeklyDecomposition())
        {
            throw new InvalidOperationException("The baseline answers another question.");
        }
    }

    /// <summary>The arithmetic alone.</summary>
    [Benchmark]
    public long ActiveUsersFromBitmaps() => new DayBitmapPass(_bitmaps, new Workers(1, default)).Count(_tables).Sum(series => series.Sum());

    [Benchmark]
    public long ActiveUsers() => _active.Evaluate(_data, _context, OneThread).Summary.Calendar.Sum(series => series.Periods.Sum(period => period.Active));

    [Benchmark]
    public long RollingActiveUsers() => _rolling.Evaluate(_data, _context, OneThread).Summary.Rolling.Sum(series => series.Periods.Sum(period => period.Active));

    /// <summary>The arithmetic alone.</summary>
    [Benchmark]
    public long WeeklyDecompositionFromBitmaps() => new DecompositionBitmapPass(_bitmaps, _weeks, 0).Count(new Workers(1, default)).New.Sum();

    [Benchmark]
    public long WeeklyDecomposition() => CheckSum(_weekly.Evaluate(_data, _context, OneThread).Summary);

    /// <summary>A filter never asked before: nothing kept can be used.</summary>
    [Benchmark]
    public long WeeklyDecompositionCold()
    {
        EventFilter fresh = EventFilter.Named([.. _data.Events.Names, $"none{_fresh++}"]);
        return CheckSum(new ActivityDecompositionModel(_weekly.Definition with { Activity = fresh }).Evaluate(_data, _context, OneThread).Summary);
    }

    [Benchmark]
    public long WeeklyDecompositionOfTwoEventsAWeek() => CheckSum(_often.Evaluate(_data, _context, OneThread).Summary);

    [Benchmark]
    public long L28() => _lness.Evaluate(_data, _context, run: OneThread).Summary.Active;

    /// <summary>What a .NET developer would write today.</summary>
    [Benchmark]
    public long LinqActiveUsers()
    {
        var days = _visits.Rows.Select(row => (row.User, Day: VisitLog.LocalDay(row.UtcTicks))).Where(row => row.Day <= LastDay.DayNumber).Distinct().ToArray();
        long active = days.Length;
        active += days.Select(row => (row.User, MondayOf(row.Day))).Distinct().LongCount();
        return active + days.Select(row => (row.User, DateOnly.FromDayNumber(row.Day).Month)).Distinct().LongCount();
    }

    /// <summary>What a .NET developer would write today.</summary>
    [Benchmark(Baseline = true)]
    public long LinqWeeklyDecomposition()
    {
        const int Week = 7;
        long sum = 0;
        foreach (IGrouping<long, int> user in _visits.Rows.GroupBy(row => row.User, row => VisitLog.LocalDay(row.UtcTicks)))
        {
            int[] weeks = [.. user.Where(day => day <= LastDay.DayNumber).Select(day => MondayOf(day) / Week).Distinct().Order()];
            for (int i = 0; i < weeks.Length; i++)
            {
                sum += i == 0 ? 1 : weeks[i] == weeks[i - 1] + 1 ? 2 : 3;
                bool staysAway = i + 1 == weeks.Length ? weeks[i] < MondayOf(LastDay.DayNumber) / Week : weeks[i + 1] > weeks[i] + 1;
                sum += staysAway ? 4 : 0;
            }
        }

        return sum;
    }

    private static long CheckSum(ActivityDecompositionSummary summary)
        => summary.Periods.Sum(week => week.New + (2 * week.Returning) + (3 * week.Resurrected) + (4 * week.WentDormant));

    // 0001-01-01, day 0, was a Monday.
    private static int MondayOf(int day) => day - (day % 7);
}
