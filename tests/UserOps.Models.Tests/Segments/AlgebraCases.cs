using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Segments;

/// <summary>Runs a case of kind <c>algebra</c>: each set is a flag of its users, and audiences of these flags are combined.</summary>
internal static class AlgebraCases
{
    private static readonly EvaluationContext Context = new() { AsOf = CaseTimes.AfterEverything, Zone = TimeZoneInfo.Utc };

    public static JsonObject Answer(ConformanceCase asked)
    {
        JsonElement input = asked.Input;
        input.OnlyKnown("input", "universe", "sets");
        string[] universe = [.. input.Items("universe").Select(id => id.GetString()!)];
        JsonProperty[] sets = [.. input.GetProperty("sets").EnumerateObject()];
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddUsers(universe, map =>
            {
                map.User(id => id);
                foreach (JsonProperty set in sets)
                {
                    map.With(Field.Flag(set.Name), id => Holds(set.Value, id));
                }
            })
            .Build();
        Dictionary<string, Audience> audiences = sets.ToDictionary(set => set.Name, set => new SegmentModel(Field.Flag(set.Name).Is(true)).Evaluate(data, Context));
        var answers = new JsonObject();
        foreach (JsonProperty expression in asked.Expected.EnumerateObject())
        {
            Audience audience = Of(expression.Name.Split(' '), audiences);
            answers[expression.Name] = new JsonObject { ["true"] = Ids(universe, audience.Members), ["unknown"] = Ids(universe, audience.Uncertain) };
        }

        return answers;
    }

    private static Audience Of(string[] words, Dictionary<string, Audience> sets) => words switch
    {
        [var one, "and", "not", var other] => sets[one].Except(sets[other]),
        [var one, "and", var other] => sets[one].Intersect(sets[other]),
        [var one, "or", var other] => sets[one].Union(sets[other]),
        [var one, "xor", var other] => sets[one].SymmetricDifference(sets[other]),
        ["not", var one] => sets[one].Complement(),
        [var one] => sets[one],
        _ => throw new FormatException($"This runner cannot read '{string.Join(' ', words)}'."),
    };

    private static bool? Holds(JsonElement set, string id)
        => Contains(set, "true", id) ? true : Contains(set, "unknown", id) ? null : false;

    private static bool Contains(JsonElement set, string part, string id) => set.Items(part).Any(item => item.GetString() == id);

    private static JsonArray Ids(string[] universe, UserSet set) => [.. universe.Where(id => set.Contains(id)).Select(id => (JsonNode)id)];
}
