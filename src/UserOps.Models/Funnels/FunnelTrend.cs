namespace UserOps.Models.Funnels;

/// <summary>Asks for the funnel per local day of entry, in the zone of the context.</summary>
public sealed record FunnelTrend
{
    /// <summary>Gets the instant up to which a day's window must be over for the day to be complete; null for the context's as-of. Hides no events.</summary>
    public DateTimeOffset? ObservedUntil { get; init; }
}
