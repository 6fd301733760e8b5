using BenchmarkDotNet.Attributes;
using UserOps.Models.Activity;

namespace UserOps.Models.Benchmarks.Activity;

/// <summary>Ninety days of views, 25 a user on average and few users with very many: ten million events, and few in the smoke.</summary>
[MemoryDiagnoser]
public class VisitBenchmarks
{
    private static readonly DateTimeOffset FirstDay = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly CategoryField Source = Field.Category("source");

    private static readonly TrafficDefinition Definition = new()
    {
        Visits = SessionDefinition.Visits("view", "close"),
        Period = CalendarUnit.Day,
        From = new(2026, 1, 1),
        To = new(2026, 3, 31),
    };

    private readonly SessionModel _sessions = new(Definition.Visits);
    private readonly TrafficModel _traffic = new(Definition);
    private readonly TrafficModel _bySource = new(Definition with { Source = Source });
    private readonly EvaluationContext _context = EvaluationContext.AtEndOf(new(2026, 6, 30), TimeZoneInfo.Utc);
    private Row[] _rows = [];
    private int[] _indices = [];
    private UserOpsDataset _data = null!;

    public static IEnumerable<int> Sizes => [BenchmarkSize.Rows];

    [ParamsSource(nameof(Sizes))]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Xoshiro256(7);
        int users = Math.Max(1, Events / 25);
        _rows = [.. Enumerable.Range(0, Events).Select(i => new Row(
            (long)(users * Math.Pow(random.NextDouble(), 1.5)),
            i % 50 == 0 ? "close" : "view",
            FirstDay.AddDays(random.NextInt32(90)).AddMinutes(random.NextInt32(24) * random.NextInt32(60)),
            i % 3 == 0 ? null : i % 7 == 0 ? "organic" : "direct"))];
        _data = UserOpsDataset.FromEvents(_rows, map => map
            .User(row => row.User).Name(row => row.Name).At(row => row.At).With(Source, row => row.Source));
        _indices = new int[_data.Events.Count];
        if (Linq() != Traffic())
        {
            throw new InvalidOperationException("The baseline answers another question.");
        }
    }

    /// <summary>The arithmetic alone: every event numbered.</summary>
    [Benchmark]
    public int Kernel()
    {
        SessionRole[] roles = [.. _data.Events.Names.Select(name => name == "view" ? SessionRole.Event : SessionRole.Close)];
        var walk = new SessionWalk(SessionLimits.Of(Definition.Visits), ReportingCalendar.Of(_context));
        ReadOnlySpan<int> offsets = _data.Events.Offsets;
        int visits = 0;
        for (int user = 0; user < offsets.Length - 1; user++)
        {
            SessionKernels.Number(
                new SessionRolesOfCodes<byte>(_data.Events.NarrowCodes, roles), _data.Events.UtcTicks, offsets[user], offsets[user + 1], ref walk, _indices.AsSpan(offsets[user]));
            visits += walk.HighestIndex;
        }

        return visits;
    }

    [Benchmark]
    public long Sessions() => _sessions.Evaluate(_data, _context, new() { MaxDegreeOfParallelism = 1 }).Summary.Sessions;

    [Benchmark]
    public long Traffic() => Evaluate(_traffic, 1);

    [Benchmark]
    public long TrafficTwoThreads() => Evaluate(_traffic, 2);

    [Benchmark]
    public long TrafficBySource() => Evaluate(_bySource, 1);

    /// <summary>Everybody with a view chosen and copied.</summary>
    [Benchmark]
    public int Only() => _data.Only(UserSet.Everyone(_data.Directory)).Events.Count;

    /// <summary>What a .NET developer would write today, over rows in order of arrival.</summary>
    [Benchmark(Baseline = true)]
    public long Linq()
    {
        long visits = 0;
        var visitorsOfDay = new Dictionary<DateTime, HashSet<long>>();
        foreach (IGrouping<long, Row> user in _rows.GroupBy(row => row.User))
        {
            DateTimeOffset? last = null;
            foreach (Row row in user.OrderBy(row => row.At).ThenBy(row => row.Name == "close"))
            {
                if (row.Name == "close")
                {
                    last = null;
                    continue;
                }

                visits += last is null || row.At - last > Definition.Visits.InactivityLimit ? 1 : 0;
                last = row.At;
                if (!visitorsOfDay.TryGetValue(row.At.UtcDateTime.Date, out HashSet<long>? visitors))
                {
                    visitorsOfDay.Add(row.At.UtcDateTime.Date, visitors = []);
                }

                visitors.Add(row.User);
            }
        }

        return visits + visitorsOfDay.Sum(day => day.Value.Count);
    }

    private long Evaluate(TrafficModel model, int threads)
    {
        TrafficSummary summary = model.Evaluate(_data, _context, new() { MaxDegreeOfParallelism = threads }).Summary;
        return summary.Total.Visits + summary.Periods.Sum(period => period.Counts.UniqueVisitors);
    }

    private sealed record Row(long User, string Name, DateTimeOffset At, string? Source);
}
