namespace UserOps.Models.Funnels;

/// <summary>An event that served a step.</summary>
/// <param name="Step">0-based; unordered: its place in the order of time.</param>
/// <param name="Event">The index of the event in the event table.</param>
/// <param name="Instant">When it happened, in UTC.</param>
public readonly record struct FunnelServedStep(int Step, int Event, DateTimeOffset Instant);
