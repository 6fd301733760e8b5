using UserOps.Models.Activity;
using UserOps.Models.Tests.Time;

namespace UserOps.Models.Tests.Activity;

/// <summary>Small random logs, dense in what is hard: equal instants, gaps of exactly the limit, local midnights, changes of the clock, 'as of' inside a period.</summary>
internal sealed record RandomVisits(VisitRow[] Rows, TrafficDefinition Definition, EvaluationContext Context)
{
    private static readonly CategoryField Source = Field.Category("source");

    private static readonly (string Zone, DateTime FirstDay)[] Places =
    [
        ("UTC", new(2026, 3, 1)),
        ("Asia/Shanghai", new(2026, 3, 1)),
        ("America/New_York", new(2026, 3, 6)),    // 8 March has 23 hours
        ("America/New_York", new(2026, 10, 30)),  // 1 November has 25 hours
        ("Australia/Lord_Howe", new(2026, 4, 3)), // 5 April has 24.5 hours
        ("Pacific/Apia", new(2011, 12, 28)),      // 30 December does not exist
        ("Africa/Cairo", new(2026, 4, 22)),       // 24 April begins at 01:00
        ("Africa/Cairo", new(2026, 10, 27)),      // 29 October has 25 hours: midnight is not reached before 23:00 comes again
    ];

    private static readonly string[] Names = ["view", "view", "view", "view", "load", "close", "open", "other"];
    private static readonly string?[] Sources = ["organic", "paid", "direct", null];

    internal SessionDefinition Visits => Definition.Visits;

    internal static RandomVisits Create(int seed)
    {
        var random = new Random(seed);
        (string zone, DateTime firstDay) = Places[random.Next(Places.Length)];
        var first = DateOnly.FromDateTime(firstDay);
        var start = new DateTimeOffset(firstDay, TimeSpan.Zero);
        VisitRow[] rows = [.. Enumerable.Range(0, random.Next(0, 140)).Select(_ => new VisitRow(
            $"u{random.Next(7)}", Names[random.Next(Names.Length)], Time(random, start), Sources[random.Next(Sources.Length)]))];
        return new(rows, DefinitionOf(random, first), new()
        {
            AsOf = random.Next(2) == 0 ? Time(random, start) : start.AddYears(1),
            Zone = NamedZones.Find(zone),
            WeekStart = (DayOfWeek)random.Next(7),
        });
    }

    internal UserOpsDataset Data(Func<string, bool>? users = null) => UserOpsDataset.FromEvents(
        Rows.Where(row => users is null || users(row.User)),
        map => map.User(row => row.User).At(row => row.At).Name(row => row.Name).With(Source, row => row.Source));

    internal RandomVisits Reversed() => this with { Rows = [.. Rows.Reverse()] };

    private static TrafficDefinition DefinitionOf(Random random, DateOnly first)
    {
        DateOnly from = first.AddDays(random.Next(-1, 3));
        return new()
        {
            Visits = VisitsOf(random),
            Period = (CalendarUnit)random.Next(4),
            From = from,
            To = from.AddDays(random.Next(0, 5)),
            Source = random.Next(4) > 0 ? Source : null,
        };
    }

    private static SessionDefinition VisitsOf(Random random)
    {
        EventFilter? separators = random.Next(3) == 0 ? EventFilter.Named("open") : null;
        TimeSpan? limit = random.Next(4) > 0 || separators is null ? TimeSpan.FromMinutes(30 * random.Next(0, 5)) : null;
        return new()
        {
            Events = random.Next(5) switch
            {
                0 => EventFilter.Any,
                1 => EventFilter.Named("view", "load").And(Source.IsNot("paid")),
                _ => EventFilter.Named("view", "load"),
            },
            InactivityLimit = limit,
            Separators = separators,
            Closes = random.Next(2) == 0 ? EventFilter.Named("close", "never") : null,
            Midnight = (SessionMidnight)random.Next(2),
        };
    }

    // Half hours over five days and clusters of them: midnights, limits and equal instants are met often.
    private static DateTimeOffset Time(Random random, DateTimeOffset start)
        => start.AddMinutes(30 * (random.Next(-24, 24 * 5 / 8) * 16 + random.Next(0, 9)));
}
