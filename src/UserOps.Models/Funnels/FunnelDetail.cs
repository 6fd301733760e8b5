namespace UserOps.Models.Funnels;

/// <summary>How much of each user's journey is kept.</summary>
public enum FunnelDetail
{
    /// <summary>The furthest step of each user: counts and sets. The default, and the fast path.</summary>
    Counts,

    /// <summary>Also the chosen chain: event indices, times to convert, histogram.</summary>
    Chains,
}
