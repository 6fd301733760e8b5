using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Retention;

/// <summary>Small random cases, dense in what is hard: equal instants, local midnights, changes of the clock, an 'as of' inside a period.</summary>
internal static class RandomRetentionCase
{
    private static readonly (string Zone, string First)[] Places =
    [
        ("UTC", "2026-03-01"),
        ("America/New_York", "2026-03-06"),      // 8 March has 23 hours
        ("America/New_York", "2026-10-30"),      // 1 November has 25 hours
        ("Australia/Lord_Howe", "2026-04-03"),   // 5 April has 24.5 hours
        ("Asia/Kathmandu", "1985-12-30"),        // 1 January 1986 begins at 00:15
        ("Africa/Cairo", "2023-04-26"),          // 28 April begins at 01:00
        ("America/Sao_Paulo", "2018-11-02"),     // 4 November begins at 01:00
        ("Pacific/Apia", "2011-12-28"),          // 30 December does not exist
    ];

    private static readonly (string Unit, int HalfHours)[] Units = [("hour", 2), ("day", 48), ("week", 7 * 48), ("month", 30 * 48)];

    public static ConformanceCase Create(int seed)
    {
        var random = new Random(seed);
        (string zone, string from) = Places[random.Next(Places.Length)];
        (string unit, int halfHours) = Units[random.Next(Units.Length)];
        DateTimeOffset first = new DateTimeOffset(CaseTimes.Date(from).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        JsonObject definition = Definition(random, zone, unit, first);
        int span = 9 * halfHours;
        int fill = random.Next(0, 110);
        var body = new JsonObject
        {
            ["name"] = $"random-{seed}",
            ["definition"] = definition,
            ["events"] = new JsonArray([.. Enumerable.Range(0, fill).Select(_ => Event(random, first.AddMinutes(-30 * halfHours), span))]),
            ["expected"] = new JsonObject(),
        };
        if (random.Next(3) > 0)
        {
            body["asOf"] = Text(first.AddMinutes(30 * random.Next(-halfHours, span + (4 * halfHours)) - (random.Next(2) == 0 ? 0.001 : 0)));
        }

        return new ConformanceCase($"random {seed}", "retention", JsonSerializer.SerializeToElement(body));
    }

    private static JsonObject Definition(Random random, string zone, string unit, DateTimeOffset first)
    {
        bool isRolling = random.Next(2) == 0;
        string rule = Pick(random, "on", "on", "onOrAfter", "bracket");
        var definition = new JsonObject
        {
            ["start"] = Step(random, "register"),
            ["return"] = Step(random, "login"),
            ["interval"] = unit,
            ["timeZone"] = zone,
            ["weekStart"] = Pick(random, "sunday", "monday"),
            ["firstCohort"] = random.Next(3) == 0 ? Text(first.AddMinutes(30 * random.Next(-4, 48))) : first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["cohorts"] = random.Next(10) == 0 ? 66 : random.Next(1, 7),
            ["periods"] = random.Next(10) == 0 ? 67 : random.Next(1, 7),
            ["cohortType"] = Pick(random, "recurring", "recurring", "firstTime", "firstEver"),
            ["alignment"] = isRolling ? "rolling" : "calendar",
            ["kind"] = rule,
            ["period0"] = Pick(random, "cohortSize", "returned"),
            ["minimumOccurrences"] = Math.Max(1, random.Next(-2, 4)),
        };
        if (isRolling)
        {
            definition["truncate"] = unit == "hour" ? Pick(random, "none", "hour") : Pick(random, "none", "hour", "day");
        }

        if (rule == "bracket")
        {
            definition["brackets"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Bracket(random))]);
        }

        if (random.Next(3) == 0)
        {
            definition["breakdown"] = "channel";
        }

        return definition;
    }

    private static JsonArray Bracket(Random random)
    {
        int from = random.Next(12) == 0 ? random.Next(60, 70) : random.Next(0, 5);
        return new JsonArray(from, from + (random.Next(12) == 0 ? random.Next(60, 140) : random.Next(0, 4)));
    }

    private static JsonObject Step(Random random, string name) => random.Next(8) switch
    {
        0 => new() { ["event"] = "*" },
        1 => new() { ["event"] = new JsonArray(name, "view") },
        2 or 3 => new() { ["event"] = name, ["where"] = new JsonObject { ["channel"] = "app" } },
        4 => new() { ["event"] = "login" }, // the start may be the return
        5 => new() { ["event"] = "never" },
        _ => new() { ["event"] = name },
    };

    // Half hours, so that users meet themselves, midnights and the ends of periods.
    private static JsonObject Event(Random random, DateTimeOffset from, int halfHours)
    {
        var e = new JsonObject
        {
            ["user"] = $"u{random.Next(4)}",
            ["event"] = Pick(random, "register", "login", "login", "view"),
            ["time"] = Text(from.AddMinutes((30 * random.Next(halfHours)) + (random.Next(6) == 0 ? 0.001 * random.Next(-1, 2) : 0))),
        };
        if (random.Next(4) > 0)
        {
            e["props"] = new JsonObject { ["channel"] = Pick(random, "app", "web", "Shop") };
        }

        return e;
    }

    private static string Pick(Random random, params string[] words) => words[random.Next(words.Length)];

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
