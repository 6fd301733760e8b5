using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary><c>eventCount</c>: how often the user did something; never is 0, and known.</summary>
public sealed record EventCount : CountingRule
{
    /// <summary>Gets how the count is compared.</summary>
    [JsonPropertyName("cmp")]
    [JsonPropertyOrder(2)]
    public required Comparison Comparison { get; init; }

    /// <summary>Gets what it is compared with; not negative.</summary>
    [JsonPropertyOrder(3)]
    public required long Count { get; init; }
}
