using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace UserOps.Models.Lifecycle;

/// <summary>Writes the handle of an amount as its name, currency and scale: another currency is another column.</summary>
internal sealed class ChurnAmountFieldJsonConverter : JsonConverter<AmountField>
{
    /// <inheritdoc/>
    public override AmountField Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => JsonSerializer.Deserialize(ref reader, FormIn(options)) is { } form
            ? Field.Amount(form.Name, form.Currency, form.Scale)
            : throw new JsonException("The column of an amount has a name and a currency.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AmountField value, JsonSerializerOptions options)
        => JsonSerializer.Serialize(writer, new ChurnAmountFieldForm(value.Scale) { Name = value.Name, Currency = value.Currency }, FormIn(options));

    private static JsonTypeInfo<ChurnAmountFieldForm> FormIn(JsonSerializerOptions options)
        => (JsonTypeInfo<ChurnAmountFieldForm>)options.GetTypeInfo(typeof(ChurnAmountFieldForm));
}

/// <summary>The members of an amount's handle.</summary>
[method: JsonConstructor]
internal sealed class ChurnAmountFieldForm(int scale = SchemaDefaults.Scale)
{
    public required string Name { get; init; }

    public required string Currency { get; init; }

    public int Scale { get; } = scale;
}
