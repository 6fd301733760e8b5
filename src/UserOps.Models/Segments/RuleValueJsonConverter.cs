using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>Writes a value of a rule as a string, a number or a boolean. A number that a decimal cannot hold exactly is refused.</summary>
internal sealed class RuleValueJsonConverter : JsonConverter<RuleValue>
{
    /// <inheritdoc/>
    public override RuleValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => RuleValue.FromString(reader.GetString()!),
        JsonTokenType.Number => RuleValue.FromDecimal(ReadNumber(ref reader)),
        JsonTokenType.True => RuleValue.FromBoolean(true),
        JsonTokenType.False => RuleValue.FromBoolean(false),
        _ => throw new JsonException("A value of a rule is a string, a number, true or false."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RuleValue value, JsonSerializerOptions options)
    {
        switch (value.Kind)
        {
            case RuleValueKind.Text:
                writer.WriteStringValue(value.Text);
                break;
            case RuleValueKind.Number:
                writer.WriteNumberValue(value.Number!.Value);
                break;
            default:
                writer.WriteBooleanValue(value.Flag!.Value);
                break;
        }
    }

    private static decimal ReadNumber(ref Utf8JsonReader reader)
    {
        // Longer texts cannot be exact unless they are padded with zeros, and nobody pads to this length in good faith.
        const int LongestNumber = 100;
        ReadOnlySpan<byte> utf8 = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        return utf8.Length <= LongestNumber && ExactDecimal.TryParse(Encoding.ASCII.GetString(utf8), out decimal number)
            ? number
            : throw new JsonException("The number has more digits, or is larger, than a decimal can hold exactly.");
    }
}
