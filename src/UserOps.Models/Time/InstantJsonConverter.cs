using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>Writes an instant as ISO 8601 text with its offset, and reads nothing else: without an offset the machine's zone would decide.</summary>
internal sealed class InstantJsonConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.String && IsoTime.TryReadInstant(reader.GetString()!, out DateTimeOffset instant)
            ? instant
            : throw new JsonException("An instant is a text such as \"2026-03-31T12:00:00+08:00\" or \"2026-03-31T04:00:00Z\"; its offset must be there.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(IsoTime.Write(value));
}
