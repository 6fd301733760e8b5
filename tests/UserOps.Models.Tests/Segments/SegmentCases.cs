using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Segments;

/// <summary>Runs a case of kind <c>segment</c> through the public doors: rows, JSON of the rule, the model.</summary>
internal static class SegmentCases
{
    public static JsonObject Answer(ConformanceCase asked) => Answer(asked.Input, run: null);

    public static JsonObject Answer(JsonElement input, RunOptions? run)
    {
        input.OnlyKnown("input", "asOf", "timeZone", "schema", "users", "rule", "segments", "eventProperties");
        UserOpsDataset data = CaseUsers.Read(input);
        Audience audience = ModelOf(input).Evaluate(data, ContextOf(input), run);
        UserSet others = audience.Universe.Except(audience.Members).Except(audience.Uncertain);
        return new JsonObject
        {
            ["true"] = Ids(input, data, audience.Members),
            ["false"] = Ids(input, data, others),
            ["unknown"] = Ids(input, data, audience.Uncertain),
        };
    }

    public static SegmentModel ModelOf(JsonElement input)
    {
        var rules = new CaseRules(input);
        return new(rules.Read(input.GetProperty("rule")), rules.Segments.ToImmutableDictionary());
    }

    public static EvaluationContext ContextOf(JsonElement input) => new()
    {
        AsOf = DateTimeOffset.Parse(input.GetProperty("asOf").GetString()!, CultureInfo.InvariantCulture),
        Zone = ZoneOf(input),
    };

    public static TimeZoneInfo ZoneOf(JsonElement input) => UserOpsJson.Deserialize<TimeZoneInfo>($"\"{input.Text("timeZone") ?? "UTC"}\"");

    private static JsonArray Ids(JsonElement input, UserOpsDataset data, UserSet set) =>
        [.. input.Items("users").Select(user => user.Text("id")!).Where(id => set.Contains(id)).Select(id => (JsonNode)id)];
}
