using BenchmarkDotNet.Attributes;

namespace UserOps.Models.Benchmarks.Segments;

/// <summary>The days of all users, built anew each time, against one plain pass over the instants; one thread.</summary>
[MemoryDiagnoser]
public class UserDaysBenchmarks
{
    private static readonly RunOptions OneThread = new() { MaxDegreeOfParallelism = 1 };

    private UserOpsDataset _data = null!;
    private UserPeriods _days = null!;

    public static IEnumerable<int> Sizes => [BenchmarkSize.Rows];

    [ParamsSource(nameof(Sizes))]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _data = new ActivityLog(Events).ToDataset();
        _days = Build(EventFilter.Any);
    }

    [Benchmark(Baseline = true)]
    public long PlainPass()
    {
        long last = 0;
        foreach (long ticks in _data.Events.UtcTicks)
        {
            last ^= ticks;
        }

        return last;
    }

    [Benchmark]
    public object AnyEvent() => Build(EventFilter.Any);

    [Benchmark]
    public object ThreeNames() => Build(EventFilter.Named("event_3", "event_7", "event_11"));

    [Benchmark]
    public object Bitmaps() => DayBitmaps.Turn(_days, OneThread, default)!;

    [Benchmark]
    public int KernelAny()
    {
        var cursor = new LocalDayCursor(ReportingCalendar.Of(ActivityLog.Context));
        using var entries = new PeriodEntries();
        entries.Reserve(_data.Events.Count);
        UserDayKernels.Collect(_data.Events.Offsets, _data.Events.UtcTicks, new EveryRow(), ref cursor, entries, _firsts);
        return entries.Count;
    }

    [Benchmark]
    public int DaysOnly()
    {
        var cursor = new LocalDayCursor(ReportingCalendar.Of(ActivityLog.Context));
        for (int i = 0; i + 2048 <= _data.Events.Count; i += 2048)
        {
            cursor.DayNumbersOf(_data.Events.UtcTicks.Slice(i, 2048), _firsts.AsSpan(0, 2048));
        }
        return 0;
    }

    private int[] _firsts = new int[400_000];

    private UserPeriods Build(EventFilter filter)
    {
        var calendar = ReportingCalendar.Of(ActivityLog.Context);
        EventMatches matches = EventMatches.Of(filter, _data, ActivityLog.Context.Zone, "", OneThread);
        return UserPeriodBuilder.Read(_data.Events, matches, new DayReading(_data.Events, calendar), OneThread, default);
    }
}
