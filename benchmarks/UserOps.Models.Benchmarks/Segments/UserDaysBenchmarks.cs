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
        _data = new VisitLog(Events).ToDataset();
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

    private UserPeriods Build(EventFilter filter)
    {
        var calendar = ReportingCalendar.Of(VisitLog.Context);
        EventMatches matches = EventMatches.Of(filter, _data, VisitLog.Context.Zone, "", OneThread);
        return UserPeriodBuilder.Read(_data.Events, matches, new DayReading(_data.Events, calendar), OneThread, default);
    }
}
