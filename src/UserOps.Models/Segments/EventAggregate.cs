using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary><c>eventAgg</c>: a number made of what the user did. Events without the property are passed over.</summary>
public sealed record EventAggregate : CountingRule
{
    /// <summary>Gets what is made of the events.</summary>
    [JsonPropertyName("agg")]
    [JsonPropertyOrder(2)]
    public required EventAggregation Aggregation { get; init; }

    /// <summary>Gets the name of the property; null only for <see cref="EventAggregation.DistinctDays"/>.</summary>
    [JsonPropertyName("prop")]
    [JsonPropertyOrder(3)]
    public string? Property { get; init; }

    /// <summary>Gets how the number is compared.</summary>
    [JsonPropertyName("cmp")]
    [JsonPropertyOrder(4)]
    public required Comparison Comparison { get; init; }

    /// <summary>Gets what it is compared with, in units of the property: exact for amounts and quantities, as the nearest double for numbers.</summary>
    [JsonPropertyOrder(5)]
    public required decimal Value { get; init; }

    /// <summary>Gets the currency the value is in, ISO 4217; null takes the property's. A property in another currency is refused.</summary>
    [JsonPropertyOrder(6)]
    public string? Currency { get; init; }
}
