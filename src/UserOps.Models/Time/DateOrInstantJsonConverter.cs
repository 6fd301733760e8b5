using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>Writes a date as "2026-03-01" and an instant with its offset, and reads nothing else.</summary>
internal sealed class DateOrInstantJsonConverter : JsonConverter<DateOrInstant>
{
    /// <inheritdoc/>
    public override DateOrInstant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        return IsoTime.TryReadDate(text, out DateOnly date) ? date
            : IsoTime.TryReadInstant(text, out DateTimeOffset instant) ? (DateOrInstant)instant
            : throw new JsonException("A date is a text such as \"2026-03-31\", an instant one such as \"2026-03-31T12:00:00+08:00\"; the offset of an instant must be there.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateOrInstant value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
