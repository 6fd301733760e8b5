using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>A test of what a user did. Events after the instant of the evaluation are not seen; a user without events is asked like any other.</summary>
public abstract record EventRule : SegmentRule
{
    private protected EventRule()
    {
    }

    /// <summary>Gets the window; null for all of time.</summary>
    [JsonPropertyOrder(1)]
    public TimeWindow? Window { get; init; }
}
