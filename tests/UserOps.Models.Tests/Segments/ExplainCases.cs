using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Segments;

/// <summary>Runs a case of kind <c>explain</c>: as a segment, for one user.</summary>
internal static class ExplainCases
{
    public static JsonObject Answer(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "asOf", "timeZone", "schema", "user", "rule", "segments", "eventProperties");
        JsonObject input = JsonObject.Create(asked.Input)!;
        input["users"] = new JsonArray(JsonNode.Parse(asked.Input.GetProperty("user").GetRawText()));
        input.Remove("user");
        JsonElement ofUsers = JsonSerializer.SerializeToElement(input);
        SegmentExplanation root = SegmentCases.ModelOf(ofUsers).Explain(
            CaseUsers.Read(ofUsers), asked.Input.GetProperty("user").Text("id")!, SegmentCases.ContextOf(ofUsers));
        SegmentExplanation[] nodes = [.. root.SelfAndOperands()];
        return new JsonObject
        {
            ["result"] = TextOf(root.Answer),
            ["nodes"] = new JsonObject(nodes.Select(node => KeyValuePair.Create(node.Path, (JsonNode?)TextOf(node.Answer)))),
            ["actual"] = new JsonObject(nodes.Where(node => node.Operands.IsEmpty).Select(node => KeyValuePair.Create(node.Path, ValueOf(node, asked.Input.GetProperty("user"))))),
            ["decisive"] = new JsonArray([.. root.Decisive.Select(path => (JsonNode)path)]),
        };
    }

    private static string TextOf(RuleAnswer answer) => answer switch
    {
        RuleAnswer.True => "true",
        RuleAnswer.False => "false",
        _ => "unknown",
    };

    private static JsonNode? ValueOf(SegmentExplanation node, JsonElement user) => node.Actual switch
    {
        null => null,
        { Instant: not null } => JsonValue.Create(user.GetProperty("attributes").Text(node.Subject!)), // one instant has many texts
        { Number: { } number } => JsonValue.Create(number),
        { Measured: { } number } => JsonValue.Create(number),
        { Flag: { } flag } => JsonValue.Create(flag),
        { Texts: { } texts } => SetOf([.. texts], user.GetProperty("attributes").GetProperty(node.Subject!)),
        _ => JsonValue.Create(node.Actual.ToString()),
    };

    // One set has many texts; the case's own where it is that set.
    private static JsonNode? SetOf(HashSet<string> texts, JsonElement given) => texts.SetEquals(given.EnumerateArray().Select(text => text.GetString()!))
        ? JsonNode.Parse(given.GetRawText())
        : new JsonArray([.. texts.Order(StringComparer.Ordinal).Select(text => (JsonNode?)JsonValue.Create(text))]);
}
