using System.Globalization;
using System.Text.Json;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Segments;

/// <summary>Reads the users of a tag case: attributes typed by its schema, event properties by the kind of their JSON.</summary>
internal static class CaseUsers
{
    public static UserOpsDataset Read(JsonElement input)
    {
        JsonElement[] users = [.. input.Items("users")];
        (string User, JsonElement Event)[] events = [.. users.SelectMany(user => user.Items("events").Select(one => (user.Text("id")!, one)))];
        Dictionary<string, JsonValueKind> properties = PropertiesOf(events.Select(row => row.Event), input);
        return new UserOpsDatasetBuilder()
            .AddUsers(users, map =>
            {
                map.User(user => user.Text("id"));
                foreach (JsonProperty field in input.Member("schema")?.EnumerateObject() ?? [])
                {
                    AddAttribute(map, field.Name, field.Value.GetString()!);
                }
            })
            .AddEvents(events, map => Map(map, properties))
            .Build();
    }

    public static void Map(EventMap<(string User, JsonElement Event)> map, Dictionary<string, JsonValueKind> properties)
    {
        map.User(row => row.User).At(row => InstantOf(row.Event.Text("at")!)).Name(row => row.Event.Text("name"));
        foreach ((string name, JsonValueKind kind) in properties)
        {
            AddProperty(map, name, kind);
        }
    }

    private static void AddAttribute(UserMap<JsonElement> map, string name, string type)
    {
        switch (type)
        {
            case "string":
                map.With(Field.Category(name), user => ValueOf(user)?.GetString());
                break;
            case "integer" or "decimal":
                map.With(Field.Quantity(name), user => ValueOf(user)?.GetDecimal());
                break;
            case "boolean":
                map.With(Field.Flag(name), user => ValueOf(user)?.GetBoolean());
                break;
            case "instant":
                map.With(Field.Instant(name), user => ValueOf(user) is { } value ? InstantOf(value.GetString()!) : null);
                break;
            case "date":
                map.With(Field.Date(name), user => ValueOf(user) is { } value ? CaseTimes.Date(value.GetString()!) : null);
                break;
            case "stringSet":
                map.With(Field.Set(name), user => ValueOf(user)?.EnumerateArray().Select(item => item.GetString()!));
                break;
            default:
                throw new FormatException($"This runner knows no type '{type}'.");
        }

        JsonElement? ValueOf(JsonElement user) => user.Member("attributes")?.Member(name);
    }

    private static void AddProperty(EventMap<(string User, JsonElement Event)> map, string name, JsonValueKind kind)
    {
        switch (kind)
        {
            case JsonValueKind.String:
                map.With(Field.Category(name), row => ValueOf(row.Event)?.GetString());
                break;
            case JsonValueKind.Number:
                map.With(Field.Quantity(name), row => ValueOf(row.Event)?.GetDecimal());
                break;
            default:
                map.With(Field.Flag(name), row => ValueOf(row.Event)?.GetBoolean());
                break;
        }

        // A value of another kind is as good as none.
        JsonElement? ValueOf(JsonElement one) => one.Member("props")?.Member(name) is { } value && KindOf(value) == kind ? value : null;
    }

    /// <summary>Finds the properties: those of the events, then those only the rules name, which no event has.</summary>
    public static Dictionary<string, JsonValueKind> PropertiesOf(IEnumerable<JsonElement> events, JsonElement input)
    {
        var kinds = new Dictionary<string, JsonValueKind>(StringComparer.Ordinal);
        foreach (JsonProperty property in events.SelectMany(one => one.Member("props")?.EnumerateObject() ?? []).Where(property => property.Value.ValueKind != JsonValueKind.Null))
        {
            kinds.TryAdd(property.Name, KindOf(property.Value));
        }

        foreach (string member in (string[])["rule", "tag", "score", "segments"])
        {
            AddNamed(input.Member(member) ?? default, ofEvents: false, kinds);
        }

        return kinds;
    }

    private static void AddNamed(JsonElement node, bool ofEvents, Dictionary<string, JsonValueKind> kinds)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in node.EnumerateArray())
            {
                AddNamed(item, ofEvents, kinds);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (node.Text("prop") is { } aggregated)
            {
                kinds.TryAdd(aggregated, JsonValueKind.Number);
            }

            if (ofEvents && node.Text("field") is { } field && !field.StartsWith('@'))
            {
                kinds.TryAdd(field, (node.Member("value") ?? node.Member("low") ?? node.Items("values").Select(value => (JsonElement?)value).FirstOrDefault()) is { } value ? KindOf(value) : JsonValueKind.String);
            }

            foreach (JsonProperty member in node.EnumerateObject())
            {
                AddNamed(member.Value, ofEvents || member.Name.EndsWith("here", StringComparison.Ordinal), kinds);
            }
        }
    }

    private static JsonValueKind KindOf(JsonElement value) => value.ValueKind == JsonValueKind.False ? JsonValueKind.True : value.ValueKind;

    private static DateTimeOffset InstantOf(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
