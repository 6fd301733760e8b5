using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>Makes funnel cases without expectations: definitions that cover every pair of option values, over random journeys.</summary>
/// <remarks>The same seed gives the same cases on any machine.</remarks>
internal sealed class FunnelCaseGenerator(long seed)
{
    private static readonly string[] Names = ["a", "b", "c", "x"];
    private readonly Xoshiro256 _chance = new(seed);

    /// <summary>Lists every pair of values of two different options.</summary>
    public static IEnumerable<(FunnelOption First, FunnelOption Second)> Pairs() =>
        from i in Enumerable.Range(0, FunnelOption.All.Count)
        from j in Enumerable.Range(i + 1, FunnelOption.All.Count - i - 1)
        where FunnelOption.All[i].Name != FunnelOption.All[j].Name
        select (FunnelOption.All[i], FunnelOption.All[j]);

    /// <summary>Makes a case with exactly the given options.</summary>
    public ConformanceCase Ask(string name, int users, int maximumEvents, params IEnumerable<FunnelOption> options)
    {
        JourneyScale scale = Any(JourneyScale.All);
        var definition = new JsonObject { ["steps"] = Steps(), ["windowSeconds"] = scale.Seconds(3) };
        foreach (FunnelOption option in options)
        {
            option.Apply(definition, scale);
        }

        return Case(name, definition, Events(users, maximumEvents, scale));
    }

    /// <summary>Adds, to two options that must be there, each other option with a chance of one in six.</summary>
    public IEnumerable<FunnelOption> Mix(FunnelOption first, FunnelOption second) =>
    [
        first,
        second,
        .. FunnelOption.All.GroupBy(option => option.Name)
            .Where(option => option.Key != first.Name && option.Key != second.Name && _chance.NextInt32(6) == 0)
            .Select(option => Any([.. option])),
    ];

    /// <summary>Makes the question most callers ask: distinct events, no two at one instant, longer journeys.</summary>
    public ConformanceCase AskPlainly(string name, int users, int maximumEvents)
    {
        var definition = new JsonObject
        {
            ["steps"] = new JsonArray([.. Names.Take(2 + _chance.NextInt32(3)).Select(step => new JsonObject { ["event"] = step })]),
            ["windowSeconds"] = _chance.NextInt32(4) == 0 ? null : _chance.NextInt32(8),
        };
        var events = new JsonArray();
        for (int user = 0; user < users; user++)
        {
            int count = _chance.NextInt32(maximumEvents + 1);
            for (int i = 0, second = 0; i < count; i++)
            {
                second += 1 + _chance.NextInt32(2);
                events.Add(Event($"u{user}", Any(["a", "b", "c", "x", "y"]), new JourneyScale(1).Instant(second)));
            }
        }

        return Case(name, definition, events);
    }

    public static ConformanceCase Case(string name, JsonNode definition, JsonNode events)
    {
        var body = new JsonObject { ["name"] = name, ["definition"] = definition, ["events"] = events };
        using var document = System.Text.Json.JsonDocument.Parse(body.ToJsonString());
        return new ConformanceCase(name, "funnel", document.RootElement.Clone());
    }

    private JsonArray Steps() => new([.. Enumerable.Range(0, 2 + _chance.NextInt32(3)).Select(Step)]);

    // Every second step is a letter of its own, so that deep chains occur; the others overlap.
    private JsonObject Step(int index)
    {
        JsonNode name = _chance.NextInt32(2) == 0
            ? Names[index % 3]
            : _chance.NextInt32(4) switch
            {
                0 => "*",
                1 => new JsonArray("a", "b"),
                2 => new JsonArray("b", "c", "x"),
                _ => Any(["a", "b", "c"]),
            };
        var step = new JsonObject { ["event"] = name };
        if (_chance.NextInt32(8) == 0)
        {
            step["where"] = new JsonObject { ["p"] = Any(["1", "2"]) };
        }

        return step;
    }

    private JsonArray Events(int users, int maximumEvents, JourneyScale scale)
    {
        List<JsonObject> events = [];
        for (int user = 0; user < users; user++)
        {
            int count = _chance.NextInt32(maximumEvents + 1);
            int instants = 2 + _chance.NextInt32(5);
            for (int i = 0; i < count; i++)
            {
                JsonObject e = Event($"u{user}", Any(Names), scale.Instant(_chance.NextInt32(instants)));
                e["props"] = Properties(user);
                events.Add(e);
            }
        }

        return new JsonArray([.. Shuffled(events)]);
    }

    // Values are missing now and then; an account belongs to two users and no more, or the reference would never end.
    private JsonObject Properties(int user)
    {
        var properties = new JsonObject();
        (string Name, string Value)[] values =
        [
            ("session", Any(["s", "t"])), ("p", Any(["1", "2"])), ("account", $"{user / 2}{Any(["A", "B"])}"),
        ];
        foreach ((string name, string value) in values.Where(_ => _chance.NextInt32(8) > 0))
        {
            properties[name] = value;
        }

        return properties;
    }

    private static JsonObject Event(string user, string name, string time) => new() { ["user"] = user, ["event"] = name, ["time"] = time };

    private List<JsonObject> Shuffled(List<JsonObject> events)
    {
        for (int i = events.Count - 1; i > 0; i--)
        {
            int other = _chance.NextInt32(i + 1);
            (events[i], events[other]) = (events[other], events[i]);
        }

        return events;
    }

    private T Any<T>(IReadOnlyList<T> values) => values[_chance.NextInt32(values.Count)];
}
