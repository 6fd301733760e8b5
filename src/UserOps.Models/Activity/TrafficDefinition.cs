namespace UserOps.Models.Activity;

/// <summary>What a traffic report asks: what a page view and a visit are, over which periods, and where visits come from.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="TrafficModel"/> checks everything at once.</remarks>
public sealed record TrafficDefinition
{
    /// <summary>Gets what a visit is; its events are the page views. See <see cref="SessionDefinition.Visits"/>.</summary>
    public required SessionDefinition Visits { get; init; }

    /// <summary>Gets the unit of the periods, cut by the clocks of the context's zone.</summary>
    public required CalendarUnit Period { get; init; }

    /// <summary>Gets the first local date; the report begins with the period that contains it, whole.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Gets the last local date, included; the report ends with the period that contains it, whole, and of hours with the last one of that date.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Gets the property of a view that says where its visit came from, such as its channel; null for no report by source.</summary>
    public CategoryField? Source { get; init; }
}
