namespace UserOps.Models.Funnels;

/// <summary>Events that must not happen between two steps.</summary>
public sealed record FunnelExclusion
{
    /// <summary>Gets the excluded events.</summary>
    public required EventFilter Events { get; init; }

    /// <summary>Gets the step after which the exclusion holds, 0-based; not optional.</summary>
    public required int FromStep { get; init; }

    /// <summary>Gets the step before which the exclusion holds, 0-based, after <see cref="FromStep"/>; not optional.</summary>
    public required int ToStep { get; init; }
}
