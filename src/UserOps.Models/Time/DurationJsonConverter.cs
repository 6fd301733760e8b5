using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace UserOps.Models;

/// <summary>Writes a duration as days.hours:minutes:seconds, and says so where a text is none.</summary>
internal sealed class DurationJsonConverter : JsonConverter<TimeSpan>
{
    /// <inheritdoc/>
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return JsonMetadataServices.TimeSpanConverter.Read(ref reader, typeToConvert, options);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            throw new JsonException("The value has to be a duration such as \"7.00:00:00\": days.hours:minutes:seconds.", exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options)
        => JsonMetadataServices.TimeSpanConverter.Write(writer, value, options);
}
