using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>A test of the events of one name that pass a filter.</summary>
public abstract record CountingRule : EventRule
{
    private protected CountingRule()
    {
    }

    /// <summary>Gets the name of the events, ordinal.</summary>
    [JsonPropertyOrder(-1)]
    public required string Event { get; init; }

    /// <summary>Gets the test over properties of the event: boolean and field nodes only; null for none. Where it is unknown, the event does not count.</summary>
    public SegmentRule? Where { get; init; }
}
