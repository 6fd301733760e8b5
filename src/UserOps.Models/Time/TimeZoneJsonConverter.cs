using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>Writes a zone as its IANA id, or a fixed offset such as "+08:00", and finds it again on this machine.</summary>
internal sealed class TimeZoneJsonConverter : JsonConverter<TimeZoneInfo>
{
    /// <inheritdoc/>
    public override TimeZoneInfo Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("A time zone is a text: an IANA id, or an offset such as '+08:00'.");
        }

        string name = reader.GetString()!;
        return TimeZoneNames.TryFind(name, out TimeZoneInfo? zone)
            ? zone
            : throw new JsonException($"This machine knows no time zone '{name}'.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeZoneInfo value, JsonSerializerOptions options)
        => writer.WriteStringValue(TimeZoneNames.Of(value));
}
