namespace UserOps.Models.Funnels;

/// <summary>One bin of a histogram.</summary>
/// <param name="From">The lower bound, included; the bin ends before the next one's.</param>
/// <param name="Count">The chains whose time lies in it.</param>
public readonly record struct FunnelHistogramBin(TimeSpan From, long Count);
