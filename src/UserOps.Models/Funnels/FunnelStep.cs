namespace UserOps.Models.Funnels;

/// <summary>One step of a funnel: which events fill it, and its limits.</summary>
/// <remarks>Converts from an event name and from an <see cref="EventFilter"/>; as JSON, too, a bare text is an event name.</remarks>
public sealed record FunnelStep
{
    /// <summary>Gets the name shown in results; null shows the event names.</summary>
    public string? Name { get; init; }

    /// <summary>Gets which events can fill the step.</summary>
    public required EventFilter Events { get; init; }

    /// <summary>Gets the longest time since the previous matched step, included; null for no limit. Not for the first step.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>Gets a value indicating whether the step may be skipped. Not for the first step. Default: false.</summary>
    public bool Optional { get; init; }

    /// <summary>Gets which of the user's events may fill the step. Default: <see cref="FunnelOccurrence.Every"/>.</summary>
    public FunnelOccurrence Occurrence { get; init; }

    /// <summary>Makes a step of one event name.</summary>
    /// <param name="eventName">Ordinal.</param>
    public static implicit operator FunnelStep(string eventName) => FromString(eventName);

    /// <summary>Makes a step of a filter.</summary>
    /// <param name="events">Which events can fill the step.</param>
    public static implicit operator FunnelStep(EventFilter events) => FromEventFilter(events);

    /// <summary>Makes a step of one event name.</summary>
    /// <param name="eventName">Ordinal.</param>
    public static FunnelStep FromString(string eventName) => new() { Events = eventName };

    /// <summary>Makes a step of a filter.</summary>
    /// <param name="events">Which events can fill the step.</param>
    public static FunnelStep FromEventFilter(EventFilter events) => new() { Events = events };
}
