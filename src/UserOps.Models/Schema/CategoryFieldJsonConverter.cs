using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>Writes a handle of a column of texts as its name.</summary>
internal sealed class CategoryFieldJsonConverter : JsonConverter<CategoryField>
{
    /// <inheritdoc/>
    public override CategoryField Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? name = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return string.IsNullOrWhiteSpace(name)
            ? throw new JsonException("A field is the name of a column: a text that is not empty.")
            : Field.Category(name);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CategoryField value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
