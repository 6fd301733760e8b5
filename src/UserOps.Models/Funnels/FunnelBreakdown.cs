namespace UserOps.Models.Funnels;

/// <summary>Asks for the funnel by value of a property.</summary>
public sealed record FunnelBreakdown
{
    /// <summary>Gets the event property whose values make the rows.</summary>
    public required CategoryField Property { get; init; }

    /// <summary>Gets which event gives a user the value. Default: <see cref="FunnelAttribution.FirstTouch"/>.</summary>
    public FunnelAttribution Attribution { get; init; }

    /// <summary>Gets the step that must carry the value, 0-based; required with <see cref="FunnelAttribution.Step"/>, not used otherwise.</summary>
    public int? Step { get; init; }
}
