using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.GrowthModels;

/// <summary>Small random cases, dense in what is hard: equal instants, local midnights, changes of the clock, limits met exactly.</summary>
internal static class RandomGrowthCase
{
    private static readonly (string Zone, string From)[] Places =
    [
        ("UTC", "2026-03-01"),
        ("Asia/Shanghai", "2026-03-01"),
        ("America/Los_Angeles", "2026-03-06"),   // 8 March has 23 hours
        ("America/Los_Angeles", "2026-10-30"),   // 1 November has 25 hours
        ("Australia/Lord_Howe", "2026-04-03"),   // 5 April has 24.5 hours
        ("America/Sao_Paulo", "2018-11-02"),     // 4 November starts at 01:00
        ("Pacific/Apia", "2011-12-28"),          // 30 December does not exist
    ];

    private static readonly string[] Names = ["register", "bind_card", "login", "pay", "invite", "view"];
    private static readonly string[] Currencies = ["CNY", "USD"];

    public static ConformanceCase Create(int seed)
    {
        var random = new Random(seed);
        (string zone, string from) = Places[random.Next(Places.Length)];
        DateOnly first = CaseTimes.Date(from);
        var body = new JsonObject
        {
            ["name"] = $"random-{seed}",
            ["definition"] = Definition(random, zone, first),
            ["events"] = new JsonArray([.. Enumerable.Range(0, random.Next(0, 160)).Select(_ => Event(random, first))]),
            ["expected"] = new JsonObject(),
        };
        if (random.Next(2) == 0)
        {
            body["asOf"] = Time(random, first);
        }

        return new ConformanceCase($"random {seed}", "growthStages", JsonSerializer.SerializeToElement(body));
    }

    private static JsonObject Definition(Random random, string zone, DateOnly first)
    {
        int fromDay = random.Next(0, 3);
        JsonObject retention = Stage(random, "login");
        retention["fromDay"] = fromDay;
        retention["toDay"] = fromDay + random.Next(0, 4);
        var definition = new JsonObject
        {
            ["stages"] = new JsonObject
            {
                ["acquisition"] = Stage(random, "register"),
                ["activation"] = Stage(random, "bind_card"),
                ["retention"] = retention,
                ["revenue"] = Stage(random, "pay"),
                ["referral"] = Stage(random, "invite"),
            },
            ["from"] = first.AddDays(random.Next(-1, 2)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["to"] = first.AddDays(random.Next(2, 5)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["timeZone"] = zone,
        };
        if (random.Next(3) > 0)
        {
            definition["windowSeconds"] = 1800 * random.Next(0, 100);
        }

        if (random.Next(2) == 0)
        {
            definition["targets"] = new JsonObject { ["activation"] = 0.875, ["retention"] = 0.5, ["referral"] = 0.25 };
        }

        return definition;
    }

    private static JsonObject Stage(Random random, string name) => random.Next(8) switch
    {
        0 => new() { ["event"] = "*" },
        1 => new() { ["event"] = new JsonArray(name, "view") },
        2 => new() { ["event"] = name, ["where"] = new JsonObject { ["currency"] = Currencies[random.Next(2)] } },
        _ => new() { ["event"] = name },
    };

    private static JsonObject Event(Random random, DateOnly first)
    {
        var json = new JsonObject
        {
            ["user"] = $"u{random.Next(9)}",
            ["event"] = Names[random.Next(Names.Length)],
            ["time"] = Time(random, first),
        };
        if (random.Next(3) > 0)
        {
            json["props"] = new JsonObject { ["currency"] = Currencies[random.Next(2)] };
        }

        return json;
    }

    // Half hours from a day before the cohort to a week after it: midnights, limits and equal instants are met often.
    private static string Time(Random random, DateOnly first)
        => first.ToDateTime(TimeOnly.MinValue).AddMinutes(30 * random.Next(-48, 48 * 9)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
