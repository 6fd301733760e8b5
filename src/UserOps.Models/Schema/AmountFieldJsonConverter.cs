using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>Writes a handle of a column of money with all that tells it from others: <c>{"name":"assets","currency":"CNY","scale":4}</c>.</summary>
internal sealed class AmountFieldJsonConverter : JsonConverter<AmountField>
{
    /// <inheritdoc/>
    public override AmountField Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? name = null;
        string? currency = null;
        int scale = SchemaDefaults.Scale;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string member = reader.GetString()!;
            reader.Read();
            switch (member)
            {
                case "name" when name is null && reader.TokenType == JsonTokenType.String:
                    name = reader.GetString();
                    break;
                case "currency" when currency is null && reader.TokenType == JsonTokenType.String:
                    currency = reader.GetString();
                    break;
                case "scale" when reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out scale):
                    break;
                default:
                    throw Refused();
            }
        }

        return reader.TokenType == JsonTokenType.EndObject && !string.IsNullOrWhiteSpace(name) && Field.IsCurrency(currency)
            && scale is >= 0 and <= SchemaDefaults.MaximumScale
                ? Field.Amount(name, currency, scale)
                : throw Refused();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AmountField value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("name", value.Name);
        writer.WriteString("currency", value.Currency);
        writer.WriteNumber("scale", value.Scale);
        writer.WriteEndObject();
    }

    private static JsonException Refused()
        => new("A column of money has a name, a currency of three capital letters and, unless it is 4, a scale: {\"name\":\"assets\",\"currency\":\"CNY\",\"scale\":4}.");
}
