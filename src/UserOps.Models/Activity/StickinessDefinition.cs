using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>What is asked about how often users are active: on how many of the periods of a range.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="StickinessModel"/> checks everything at once.</remarks>
public sealed record StickinessDefinition
{
    /// <summary>Initializes a new instance of the <see cref="StickinessDefinition"/> class: single periods with at least one event, counted exactly.</summary>
    public StickinessDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal StickinessDefinition(int intervalCount = 1, StickinessCriteria? criteria = null)
    {
        IntervalCount = intervalCount;
        Criteria = criteria ?? StickinessCriteria.AnyEvent;
    }

    /// <summary>Gets what makes a user active in a block.</summary>
    public required ActiveUserDefinition Activity { get; init; }

    /// <summary>Gets what the periods are.</summary>
    public required CalendarUnit Interval { get; init; }

    /// <summary>Gets where to begin: the period that contains it is the first one. Earlier events are not counted.</summary>
    public required DateOrInstant From { get; init; }

    /// <summary>Gets where to end: the period that contains it is the last one, included. A date means its first instant, so that hours end with the first one of that date. Later events are not counted.</summary>
    public required DateOrInstant To { get; init; }

    /// <summary>Gets how many periods make a block, counted from the first one; the last block may be shorter. At least 1. Default: 1.</summary>
    public int IntervalCount { get; init; } = 1;

    /// <summary>Gets how many events a block must hold, beside what makes a user active. Default: at least 1.</summary>
    public StickinessCriteria Criteria { get; init; } = StickinessCriteria.AnyEvent;

    /// <summary>Gets whether a place of the distribution holds the users of exactly so many blocks, or of so many and more. Default: exactly.</summary>
    public StickinessCounting ComputedAs { get; init; }
}
