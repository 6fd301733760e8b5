using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace UserOps.Models.Funnels;

/// <summary>Reads a step from the name of an event, as C# converts it, or from its object; writes the object.</summary>
/// <remarks>Levels of nesting are counted anew inside a step.</remarks>
internal sealed class FunnelStepJsonConverter : JsonConverter<FunnelStep>
{
    private JsonTypeInfo<FunnelStep>? _form;

    /// <summary>Gets a value indicating whether null is read here: no step is null.</summary>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override FunnelStep Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => FunnelStep.FromString(reader.GetString()!),
        JsonTokenType.StartObject => ReadForm(ref reader, options),
        _ => throw new JsonException("A step is the name of an event, or an object with \"events\"."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FunnelStep value, JsonSerializerOptions options)
        => JsonSerializer.Serialize(writer, value, FormIn(options));

    private FunnelStep ReadForm(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize(ref reader, FormIn(options))!; // an object is not null
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new JsonPartException(exception);
        }
    }

    // The generated form, which options with this converter hide. Two threads may make it at once: both make the same.
    private JsonTypeInfo<FunnelStep> FormIn(JsonSerializerOptions options)
    {
        if (_form is null)
        {
            var plain = new JsonSerializerOptions(options);
            plain.Converters.Remove(this);
            _form = (JsonTypeInfo<FunnelStep>)plain.GetTypeInfo(typeof(FunnelStep));
        }

        return _form;
    }
}
