using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>What makes a user active in a period (活跃用户界定): which events count, and how many of them it takes.</summary>
/// <remarks>
/// Every question about activity asks for one, because "active" has no meaning of its own. Plain data, value equality, JSON round-trip; converts from
/// an event name and from an <see cref="EventFilter"/>.
/// </remarks>
public sealed record ActiveUserDefinition
{
    /// <summary>Initializes a new instance of the <see cref="ActiveUserDefinition"/> class for which one event is enough.</summary>
    public ActiveUserDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal ActiveUserDefinition(int minimumEvents = ActivityDefaults.MinimumEvents) => MinimumEvents = minimumEvents;

    /// <summary>Gets which events count.</summary>
    public required EventFilter Events { get; init; }

    /// <summary>Gets how many of them a period must hold, at least 1. Default: 1. The period is the one the question speaks of: an hour, a month, a rolling window.</summary>
    public int MinimumEvents { get; init; } = ActivityDefaults.MinimumEvents;

    /// <summary>Makes the definition for which one event of a name is enough.</summary>
    /// <param name="eventName">Ordinal.</param>
    public static implicit operator ActiveUserDefinition(string eventName) => FromString(eventName);

    /// <summary>Makes the definition for which one event of a filter is enough.</summary>
    /// <param name="events">Which events count.</param>
    public static implicit operator ActiveUserDefinition(EventFilter events) => FromEventFilter(events);

    /// <summary>Makes the definition for which one event of a name is enough.</summary>
    /// <param name="eventName">Ordinal.</param>
    public static ActiveUserDefinition FromString(string eventName) => new() { Events = eventName };

    /// <summary>Makes the definition for which one event of a filter is enough.</summary>
    /// <param name="events">Which events count.</param>
    public static ActiveUserDefinition FromEventFilter(EventFilter events) => new() { Events = events };
}
