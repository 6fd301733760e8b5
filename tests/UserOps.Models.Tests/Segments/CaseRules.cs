using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Segments;

/// <summary>Reads the rules of a tag case through the public door, over the columns that its event properties became.</summary>
/// <remarks>
/// Members that are null are left out, which in a case is the same. A rule over properties of one kind each is read as it stands; only where
/// the kinds of a property differ its tests are spelled out by kind, with the meaning the contract gives them: a comparison between kinds is
/// unknown, and in a list another kind is not equal.
/// </remarks>
internal sealed class CaseRules(JsonElement input)
{
    private readonly CaseProperties _properties = CaseProperties.Of(input);

    /// <summary>Gets the segments that rules may refer to.</summary>
    public IEnumerable<KeyValuePair<string, SegmentRule>> Segments =>
        input.Member("segments")?.EnumerateObject().Select(segment => KeyValuePair.Create(segment.Name, Read(segment.Value))) ?? [];

    public SegmentRule Read(JsonElement rule) => UserOpsJson.Deserialize<SegmentRule>(Rewrite(rule, ofEvent: null)!.ToJsonString());

    /// <summary>Gets the event that the tests in a member are about; null where the member holds none.</summary>
    public static string? EventOf(JsonElement node, string member) => member switch
    {
        "where" => node.Text("event"),
        "firstWhere" => node.Text("first"),
        "thenWhere" => node.Text("then"),
        _ => null,
    };

    private JsonNode? Rewrite(JsonElement node, string? ofEvent) => node.ValueKind switch
    {
        JsonValueKind.Array => new JsonArray([.. node.EnumerateArray().Select(item => Rewrite(item, ofEvent))]),
        JsonValueKind.Object when ofEvent is not null && node.Text("field") is { } property && _properties.KindsOf(property).Count > 1 => ByKind(node, property, ofEvent),
        JsonValueKind.Object => new JsonObject(node.EnumerateObject()
            .Where(member => member.Value.ValueKind != JsonValueKind.Null)
            .Select(member => KeyValuePair.Create(member.Name, member.Name == "prop" ? Aggregated(node) : Rewrite(member.Value, EventOf(node, member.Name) ?? ofEvent)))),
        _ => Copy(node),
    };

    private string Aggregated(JsonElement node)
    {
        string property = node.Text("prop")!;
        return node.Text("agg") == "distinct" ? _properties.CountedColumnOf(property) : _properties.ColumnOf(property, "number");
    }

    private JsonObject ByKind(JsonElement test, string property, string ofEvent)
    {
        string op = test.Text("op")!;
        IEnumerable<string> kinds = _properties.KindsOf(property);
        if (test.Text("otherField") is { } other)
        {
            return KnownPart([.. kinds.Where(kind => kind is not ("boolean" or "set") || op is "eq" or "ne").Select(kind => (
                Node("and", IsPresent(property, kind), IsPresent(other, kind)),
                With(With(test, "field", _properties.ColumnOf(property, kind)), "otherField", _properties.ColumnOf(other, kind))))]);
        }

        return op switch
        {
            "isNull" => Node("and", [.. kinds.Select(kind => With(test, "field", _properties.ColumnOf(property, kind)))]),
            "isNotNull" => Node("or", [.. kinds.Select(kind => IsPresent(property, kind))]),
            "in" => KnownPart([.. kinds.Select(kind => (IsPresent(property, kind), IsListed(kind)))]),
            "notIn" => new() { ["op"] = "not", ["arg"] = KnownPart([.. kinds.Select(kind => (IsPresent(property, kind), IsListed(kind)))]) },
            _ when op.StartsWith("contains", StringComparison.Ordinal) => OfKind("set"),
            "between" when KindOf("low") != KindOf("high") => Unknown(),
            "between" => OfKind(KindOf("low")),
            _ => OfKind(KindOf("value")),
        };

        string KindOf(string member) => _properties.KindOf(ofEvent, property, test.GetProperty(member));
        JsonObject OfKind(string kind) => With(test, "field", _properties.ColumnOf(property, kind));
        JsonObject IsListed(string kind) => kind == "set" ? Node("or") : new()
        {
            ["op"] = "in",
            ["field"] = _properties.ColumnOf(property, kind),
            ["values"] = new JsonArray([.. test.Items("values").Where(value => _properties.KindOf(ofEvent, property, value) == kind).Select(Copy)]),
        };
    }

    /// <summary>Makes the rule that answers as the test whose condition holds, and is unknown where none does.</summary>
    private static JsonObject KnownPart((JsonObject Holds, JsonObject Test)[] parts) => Node(
        "or",
        [
            .. parts.Select(part => Node("and", part.Holds, part.Test)),
            Node("and", new() { ["op"] = "not", ["arg"] = Node("or", [.. parts.Select(part => (JsonObject)part.Holds.DeepClone())]) }, Unknown()),
        ]);

    private static JsonObject Unknown() => new() { ["op"] = "eq", ["field"] = CaseProperties.Never, ["value"] = "" };

    private JsonObject IsPresent(string property, string kind) => new() { ["op"] = "isNotNull", ["field"] = _properties.ColumnOf(property, kind) };

    private static JsonObject Node(string op, params JsonObject[] args) => new() { ["op"] = op, ["args"] = new JsonArray(args) };

    private static JsonObject With(JsonElement test, string member, string text) => With(
        new JsonObject(test.EnumerateObject().Where(given => given.Value.ValueKind != JsonValueKind.Null).Select(given => KeyValuePair.Create(given.Name, Copy(given.Value)))), member, text);

    private static JsonObject With(JsonObject test, string member, string text)
    {
        test[member] = text;
        return test;
    }

    private static JsonNode? Copy(JsonElement value) => JsonNode.Parse(value.GetRawText());
}
