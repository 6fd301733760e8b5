using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Segments;

/// <summary>Runs a case of kind <c>validation</c>: the text of the rule as it stands there, against schemas made of the case's.</summary>
internal static class ValidationCases
{
    public static JsonObject Answer(ConformanceCase asked)
    {
        JsonElement input = asked.Input;
        input.OnlyKnown("input", "schema", "events", "eventProperties", "segments", "rule");
        SegmentReport report = CatalogOf(input).Validate(input.GetProperty("rule").GetRawText());
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
        JsonElement? properties = input.Member("eventProperties");
        FieldDefinition[] fields = [.. (properties?.EnumerateObject() ?? []).SelectMany(one => one.Value.EnumerateObject()).Select(FieldOf).Distinct()];
        return new()
        {
            Id = "case",
            Version = 1,
            Fields = [.. fields],
            Events = [.. input.Items("events").Select(name => name.GetString()!).Select(name => new EventDefinition { Name = name, Properties = PropertiesOf(name) })],
        };

        ImmutableArray<string> PropertiesOf(string name) => [.. (properties?.Member(name)?.EnumerateObject() ?? []).Select(property => property.Name)];
    }

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
