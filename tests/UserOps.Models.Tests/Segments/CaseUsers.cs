using System.Globalization;
using System.Text.Json;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Segments;

/// <summary>Reads the users of a tag case: attributes typed by its schema, event properties as <see cref="CaseProperties"/> finds them.</summary>
internal static class CaseUsers
{
    public static UserOpsDataset Read(JsonElement input)
    {
        JsonElement[] users = [.. input.Items("users")];
        (string User, JsonElement Event)[] events = [.. users.SelectMany(user => user.Items("events").Select(one => (user.Text("id")!, one)))];
        return new UserOpsDatasetBuilder()
            .AddUsers(users, map =>
            {
                map.User(user => user.Text("id"));
                foreach (JsonProperty field in input.Member("schema")?.EnumerateObject() ?? [])
                {
                    AddAttribute(map, field.Name, field.Value.GetString()!, users);
                }
            })
            .AddEvents(events, CaseProperties.Of(input).Map)
            .Build();
    }

    private static void AddAttribute(UserMap<JsonElement> map, string name, string type, JsonElement[] users)
    {
        switch (type)
        {
            case "string":
                map.With(Field.Category(name), user => ValueOf(user)?.GetString());
                break;
            case "integer" or "decimal":
                map.With(Field.Quantity(name, users.Select(user => ScaleOf(ValueOf(user))).DefaultIfEmpty().Max()), user => ValueOf(user)?.GetDecimal());
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

    /// <summary>Counts the decimal digits of a number; 0 for anything else. A column keeps as many as its values have, 12 at most.</summary>
    public static int ScaleOf(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Number } number ? Math.Min((int)(number.GetDecimal() / 1.0000000000000000000000000000m).Scale, 12) : 0;

    public static DateTimeOffset InstantOf(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
