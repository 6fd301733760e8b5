using System.Text.Json.Serialization;

namespace UserOps.Models.Funnels;

/// <summary>One bin of a histogram.</summary>
/// <param name="From">The lower bound, included; the bin ends before the next one's.</param>
/// <param name="Count">The chains whose time lies in it.</param>
[method: JsonConstructor] // without it a struct is read with missing members at zero
public readonly record struct FunnelHistogramBin(TimeSpan From, long Count);
