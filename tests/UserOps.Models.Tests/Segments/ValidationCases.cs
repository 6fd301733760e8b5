using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Segments;

/// <summary>Runs a case of kind <c>validation</c>: the text of the rule as it stands there, against schemas made of the case's.</summary>
internal static class ValidationCases
{
    // An event whose properties are listed, and are none, is not one about whose properties nothing is said.
    private static readonly FieldDefinition NoField = new() { Name = "(none)", Kind = FieldKind.Flag };

    public static JsonObject Answer(ConformanceCase asked)
    {
        JsonElement input = asked.Input;
        input.OnlyKnown("input", "schema", "events", "eventProperties", "segments", "rule");
        SegmentReport report = CatalogOf(input).Validate(RuleOf(input));
        return new JsonObject
        {
            ["errors"] = new JsonArray([.. report.Issues.Where(issue => issue.Severity == SegmentIssueSeverity.Error).Select(Described)]),
        };
    }

    private static JsonNode Described(SegmentIssue issue)
    {
        var described = new JsonObject { ["code"] = issue.Code, ["pointer"] = issue.Path };
        if (!issue.Cycle.IsEmpty)
        {
            described["cycle"] = new JsonArray([.. issue.Cycle.Select(name => (JsonNode)name)]);
        }

        return described;
    }

    private static SegmentCatalog CatalogOf(JsonElement input) => new()
    {
        Users = new UserSchema { Id = "case", Version = 1, Fields = [.. (input.Member("schema")?.EnumerateObject() ?? []).Select(FieldOf)] },
        Events = EventsOf(input),
        SegmentTexts = (input.Member("segments")?.EnumerateObject() ?? []).ToImmutableDictionary(segment => segment.Name, segment => segment.Value.GetRawText()),
    };

    private static EventSchema EventsOf(JsonElement input)
    {
        (string Event, FieldDefinition Field)[] properties = [.. (input.Member("eventProperties")?.EnumerateObject() ?? [])
            .SelectMany(one => one.Value.EnumerateObject().Select(FieldOf).Append(NoField).Select(field => (one.Name, field with { Name = NameOf(input, one.Name, field.Name) })))];
        return new()
        {
            Id = "case",
            Version = 1,
            Fields = [.. properties.Select(property => property.Field).Distinct()],
            Events =
            [
                .. input.Items("events").Select(name => name.GetString()!).Select(name => new EventDefinition
                {
                    Name = name,
                    Properties = [.. properties.Where(property => property.Event == name).Select(property => property.Field.Name)],
                }),
            ],
        };
    }

    /// <summary>Names the field of a schema that is a property of an event: a schema has one field of a name, a case may have one for each event.</summary>
    private static string NameOf(JsonElement input, string eventName, string property)
    {
        FieldKind[] kinds = [.. (input.Member("eventProperties")?.EnumerateObject() ?? [])
            .SelectMany(one => one.Value.EnumerateObject()).Where(one => one.Name == property).Select(one => FieldOf(one).Kind).Distinct()];
        return kinds.Length > 1 && input.Member("eventProperties")?.Member(eventName)?.Member(property) is not null ? $"{property} of {eventName}" : property;
    }

    /// <summary>Rewrites the names of properties that events have in different types; any other text stays as it is.</summary>
    private static string RuleOf(JsonElement input)
    {
        JsonElement rule = input.GetProperty("rule");
        bool differ = (input.Member("eventProperties")?.EnumerateObject() ?? [])
            .Any(one => one.Value.EnumerateObject().Any(property => NameOf(input, one.Name, property.Name) != property.Name));
        return differ ? Renamed(input, rule, ofEvent: null)!.ToJsonString() : rule.GetRawText();
    }

    private static JsonNode? Renamed(JsonElement input, JsonElement node, string? ofEvent) => node.ValueKind switch
    {
        JsonValueKind.Array => new JsonArray([.. node.EnumerateArray().Select(item => Renamed(input, item, ofEvent))]),
        JsonValueKind.Object => new JsonObject(node.EnumerateObject().Select(member => KeyValuePair.Create(
            member.Name,
            member is { Name: "field" or "otherField", Value.ValueKind: JsonValueKind.String } && ofEvent is not null
                ? NameOf(input, ofEvent, member.Value.GetString()!)
                : member is { Name: "prop", Value.ValueKind: JsonValueKind.String } && node.Text("event") is { } aggregated
                    ? NameOf(input, aggregated, member.Value.GetString()!)
                    : Renamed(input, member.Value, CaseRules.EventOf(node, member.Name) ?? ofEvent)))),
        _ => JsonNode.Parse(node.GetRawText()),
    };

    private static FieldDefinition FieldOf(JsonProperty field) => new()
    {
        Name = field.Name,
        Kind = field.Value.GetString() switch
        {
            "string" => FieldKind.Category,
            "integer" or "decimal" => FieldKind.Quantity,
            "boolean" => FieldKind.Flag,
            "instant" => FieldKind.Instant,
            "date" => FieldKind.Date,
            "stringSet" => FieldKind.Set,
            var type => throw new FormatException($"This runner knows no type '{type}'."),
        },
    };
}
