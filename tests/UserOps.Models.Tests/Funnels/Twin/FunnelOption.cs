using System.Text.Json.Nodes;

namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>One value of one option of a funnel definition, written into the JSON of a case.</summary>
/// <param name="Name">The option; two values of one option never meet in a definition.</param>
/// <param name="Apply">Writes it, durations in multiples of the scale of the journeys.</param>
internal sealed record FunnelOption(string Name, string Value, Action<JsonObject, JourneyScale> Apply)
{
    /// <summary>Gets every option beside the steps themselves, each with every value worth a test of its own.</summary>
    public static IReadOnlyList<FunnelOption> All { get; } =
    [
        new("order", "strict", (d, _) => d["order"] = "strict"),
        new("order", "unordered", (d, _) => d["order"] = "unordered"),
        new("ties", "increasing", (d, _) => d["ties"] = "increasing"),
        new("ties", "input", (d, _) => d["ties"] = "input"),
        new("reuse", "true", (d, _) => d["reuse"] = true),
        new("entry", "first", (d, _) => d["entry"] = "first"),
        new("window", "none", (d, _) => d["windowSeconds"] = null),
        new("window", "one", (d, scale) => d["windowSeconds"] = scale.Seconds(1)),
        new("window", "zero", (d, _) => d["windowSeconds"] = 0),
        new("within", "step 1", (d, scale) => Step(d, 1)["withinSeconds"] = scale.Seconds(1)),
        new("within", "last step", (d, scale) => Step(d, Last(d))["withinSeconds"] = scale.Seconds(0)),
        new("optional", "step 1", (d, _) => Step(d, 1)["optional"] = true),
        new("optional", "last two steps", (d, _) => SetOptional(d, BeforeLast(d, 1), Last(d))),
        new("optional", "between, within one", (d, scale) => SetOptionalBetween(d, scale.Seconds(1))),
        new("occurrence", "firstEver at 0", (d, _) => Step(d, 0)["occurrence"] = "firstEver"),
        new("occurrence", "firstEver at 1", (d, _) => Step(d, 1)["occurrence"] = "firstEver"),
        new("occurrence", "firstMatching at 0", (d, _) => Step(d, 0)["occurrence"] = "firstMatching"),
        new("occurrence", "firstMatching at last", (d, _) => Step(d, Last(d))["occurrence"] = "firstMatching"),
        new("unit", "account", (d, _) => d["unit"] = "account"),
        new("hold", "session", (d, _) => d["hold"] = new JsonArray("session")),
        new("hold", "session and p", (d, _) => d["hold"] = new JsonArray("session", "p")),
        new("exclusions", "0 to 1", (d, _) => Exclude(d, Exclusion("x", 0, 1))),
        new("exclusions", "0 to last, of a step", (d, _) => Exclude(d, Exclusion("b", 0, Last(d)))),
        new("exclusions", "two, drop", (d, _) => Exclude(d, Exclusion("x", 0, 1), Exclusion("c", 0, Last(d))).Add("exclusionEffect", "drop")),
        new("exclusions", "to last, filtered, drop", (d, _) => Exclude(d, Filtered(Exclusion("*", BeforeLast(d, 0), Last(d)))).Add("exclusionEffect", "drop")),
        new("range", "all", (d, scale) => d["range"] = new JsonObject { ["from"] = scale.Instant(1), ["to"] = scale.Instant(4) }),
        new("range", "entry", (d, scale) => d["range"] =
            new JsonObject { ["from"] = scale.Instant(1), ["to"] = scale.Instant(3), ["appliesTo"] = "entry" }),
        new("range", "dates", (d, _) => d["range"] =
            new JsonObject { ["from"] = "2024-03-10", ["to"] = "2024-03-11", ["timeZone"] = "America/Los_Angeles" }),
        new("breakdown", "firstTouch", (d, _) => d["breakdown"] = Breakdown("firstTouch")),
        new("breakdown", "lastTouch", (d, _) => d["breakdown"] = Breakdown("lastTouch")),
        new("breakdown", "allSteps", (d, _) => d["breakdown"] = Breakdown("allSteps")),
        new("breakdown", "step 0", (d, _) => d["breakdown"] = Breakdown("step", 0)),
        new("breakdown", "last step", (d, _) => d["breakdown"] = Breakdown("step", Last(d))),
        new("counting", "totals", (d, _) => d["counting"] = "totals"),
        new("histogram", "auto", (d, _) => d["histogram"] = Histogram(0, 1, "auto")),
        new("histogram", "three", (d, _) => d["histogram"] = Histogram(BeforeLast(d, 0), Last(d), 3)),
        new("trend", "UTC", (d, _) => d["trend"] = new JsonObject { ["interval"] = "day" }),
        new("trend", "as of", (d, scale) => d["trend"] =
            new JsonObject { ["interval"] = "day", ["timeZone"] = "America/Los_Angeles", ["asOf"] = scale.Instant(6) }),
    ];

    public override string ToString() => $"{Name} {Value}";

    private static JsonObject Step(JsonObject definition, int step) => definition["steps"]![step]!.AsObject();

    private static int Last(JsonObject definition) => definition["steps"]!.AsArray().Count - 1;

    private static int BeforeLast(JsonObject definition, int atLeast) => Math.Max(atLeast, Last(definition) - 1);

    private static void SetOptional(JsonObject definition, params ReadOnlySpan<int> steps)
    {
        foreach (int step in steps)
        {
            Step(definition, step)["optional"] = true;
        }
    }

    // Only with a limit does a chain with more optional steps not hold the earlier event, too.
    private static void SetOptionalBetween(JsonObject definition, decimal withinSeconds)
    {
        for (int step = 1; step < Last(definition); step++)
        {
            SetOptional(definition, step);
            if (step > 1)
            {
                Step(definition, step)["withinSeconds"] = withinSeconds;
            }
        }
    }

    private static JsonObject Exclude(JsonObject definition, params JsonNode[] exclusions)
    {
        definition["exclusions"] = new JsonArray(exclusions);
        return definition;
    }

    private static JsonObject Exclusion(string name, int from, int to) => new() { ["event"] = name, ["fromStep"] = from, ["toStep"] = to };

    private static JsonObject Filtered(JsonObject filter)
    {
        filter["where"] = new JsonObject { ["p"] = "1" };
        return filter;
    }

    private static JsonObject Breakdown(string attribution, int? step = null)
    {
        var breakdown = new JsonObject { ["property"] = "p", ["attribution"] = attribution };
        if (step is not null)
        {
            breakdown["step"] = step;
        }

        return breakdown;
    }

    private static JsonObject Histogram(int from, int to, JsonNode bins) => new() { ["fromStep"] = from, ["toStep"] = to, ["bins"] = bins };
}
