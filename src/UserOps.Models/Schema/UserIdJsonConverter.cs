using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>Writes an id so that its kind is read back: a text as text, a number as a number, a GUID as <c>{"guid":"…"}</c>.</summary>
/// <remarks>A GUID as mere text would come back as another user: the text of the same 36 characters.</remarks>
internal sealed class UserIdJsonConverter : JsonConverter<UserId>
{
    private const string GuidName = "guid";

    /// <inheritdoc/>
    public override UserId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString() is { Length: > 0 } text ? text : throw Refusal(),
        JsonTokenType.Number => reader.TryGetInt64(out long number) ? number : throw Refusal(),
        JsonTokenType.StartObject => ReadGuid(ref reader),
        _ => throw Refusal(),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, UserId value, JsonSerializerOptions options)
    {
        if (value.IsEmpty)
        {
            throw new JsonException("An empty user id has no text.");
        }

        switch (value.Kind)
        {
            case UserIdKind.Text:
                writer.WriteStringValue(value.Text);
                break;
            case UserIdKind.Number:
                writer.WriteNumberValue(value.Number);
                break;
            default:
                writer.WriteStartObject();
                writer.WriteString(GuidName, value.Bits);
                writer.WriteEndObject();
                break;
        }
    }

    private static UserId ReadGuid(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals(GuidName)
            || !reader.Read() || reader.TokenType != JsonTokenType.String || !reader.TryGetGuid(out Guid bits)
            || !reader.Read() || reader.TokenType != JsonTokenType.EndObject)
        {
            throw Refusal();
        }

        return bits;
    }

    private static JsonException Refusal() => new("A user id is a text that is not empty, a whole number of 64 bits, or {\"guid\":\"...\"}.");
}
