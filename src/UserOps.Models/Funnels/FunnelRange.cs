namespace UserOps.Models.Funnels;

/// <summary>The instants a funnel looks at: half-open, a missing end is open.</summary>
public sealed record FunnelRange
{
    /// <summary>Gets the first instant, included; null for open.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Gets the end, excluded; null for open.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Gets what the range limits. Default: <see cref="FunnelRangeScope.All"/>.</summary>
    public FunnelRangeScope AppliesTo { get; init; }
}
