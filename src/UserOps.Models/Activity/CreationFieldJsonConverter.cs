using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>Writes a handle of a column of instants or dates as its name under its kind: <c>{"instant":"created_at"}</c>, <c>{"date":"registered_on"}</c>.</summary>
internal sealed class CreationFieldJsonConverter : JsonConverter<Field>
{
    /// <inheritdoc/>
    public override Field Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string kind = TextOf(ref reader, JsonTokenType.StartObject, JsonTokenType.PropertyName);
        string name = TextOf(ref reader, JsonTokenType.PropertyName, JsonTokenType.String);
        if (string.IsNullOrWhiteSpace(name) || !reader.Read() || reader.TokenType != JsonTokenType.EndObject)
        {
            throw Refused();
        }

        return kind switch
        {
            "instant" => Field.Instant(name),
            "date" => Field.Date(name),
            _ => throw Refused(),
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Field value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(
            value switch
            {
                InstantField => "instant",
                DateField => "date",
                _ => throw new JsonException($"'{value.Name}' is no column of instants or dates."),
            },
            value.Name);
        writer.WriteEndObject();
    }

    private static string TextOf(ref Utf8JsonReader reader, JsonTokenType here, JsonTokenType next)
        => reader.TokenType == here && reader.Read() && reader.TokenType == next ? reader.GetString()! : throw Refused();

    private static JsonException Refused()
        => new("When a user was created is a column of instants or dates: {\"instant\":\"created_at\"} or {\"date\":\"registered_on\"}.");
}
