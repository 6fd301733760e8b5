using BenchmarkDotNet.Attributes;

namespace UserOps.Models.Benchmarks.Time;

/// <summary>Local dates, times of day and local times read, against <see cref="TimeZoneInfo"/>: users end to end over 90 days.</summary>
public class LocalTimeBenchmarks
{
    private const int Events = 1_000_000;
    private const int EventsOfUser = 25;

    private readonly long[] _utcTicks = new long[Events];
    private readonly DateTime[] _clocks = new DateTime[Events];
    private readonly int[] _days = new int[Events];
    private readonly long[] _ticks = new long[Events];
    private TimeZoneInfo _zone = null!;
    private ReportingCalendar _calendar = null!;

    /// <summary>Gets or sets the zone; the clocks of Los Angeles change within the 90 days.</summary>
    [Params("Asia/Shanghai", "America/Los_Angeles")]
    public string Zone { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _zone = TimeZoneInfo.FindSystemTimeZoneById(Zone);
        _calendar = new ReportingCalendar(_zone);
        var random = new Xoshiro256(1);
        long start = new DateTime(2026, 2, 1).Ticks;
        for (int i = 0; i < Events; i++)
        {
            _utcTicks[i] = start + (long)(random.NextDouble() * 90 * TimeSpan.TicksPerDay);
        }

        for (int user = 0; user < Events; user += EventsOfUser)
        {
            _utcTicks.AsSpan(user, EventsOfUser).Sort();
        }

        for (int i = 0; i < Events; i++)
        {
            _clocks[i] = TimeZoneInfo.ConvertTimeFromUtc(new DateTime(_utcTicks[i], DateTimeKind.Utc), _zone);
        }
    }

    [Benchmark]
    public int[] LocalDates()
    {
        var cursor = new LocalDayCursor(_calendar);
        for (int i = 0; i < _utcTicks.Length; i++)
        {
            _days[i] = cursor.DayNumberOf(_utcTicks[i]);
        }

        return _days;
    }

    [Benchmark]
    public int[] LocalDatesByTimeZoneInfo()
    {
        for (int i = 0; i < _utcTicks.Length; i++)
        {
            DateTimeOffset local = TimeZoneInfo.ConvertTime(new DateTimeOffset(_utcTicks[i], TimeSpan.Zero), _zone);
            _days[i] = DateOnly.FromDateTime(local.DateTime).DayNumber;
        }

        return _days;
    }

    [Benchmark]
    public long[] LocalTimesRead()
    {
        var cursor = new LocalTimeCursor(_zone);
        for (int i = 0; i < _clocks.Length; i++)
        {
            _ticks[i] = cursor.ToUtcTicks(_clocks[i]);
        }

        return _ticks;
    }

    [Benchmark]
    public long[] LocalTimesReadByTimeZoneInfo()
    {
        for (int i = 0; i < _clocks.Length; i++)
        {
            // A skipped time never stands in a log that a clock of the zone wrote; a repeated one is read as the later.
            _ticks[i] = TimeZoneInfo.ConvertTimeToUtc(_clocks[i], _zone).Ticks;
        }

        return _ticks;
    }

    [Benchmark]
    public long[] TimesOfDay()
    {
        LocalClock.TimesOfDay(_calendar.Timeline, _utcTicks, _ticks);
        return _ticks;
    }

    [Benchmark]
    public long[] TimesOfDayByTimeZoneInfo()
    {
        for (int i = 0; i < _utcTicks.Length; i++)
        {
            _ticks[i] = TimeZoneInfo.ConvertTime(new DateTimeOffset(_utcTicks[i], TimeSpan.Zero), _zone).TimeOfDay.Ticks;
        }

        return _ticks;
    }
}
