using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>A test of one field of a row.</summary>
public abstract record FieldRule : SegmentRule
{
    private protected FieldRule()
    {
    }

    /// <summary>Gets the name of the column: a user attribute, or in an event filter a property, <c>content.x</c> or <c>@localTime</c>. Ordinal.</summary>
    [JsonPropertyOrder(-1)]
    public required string Field { get; init; }
}
