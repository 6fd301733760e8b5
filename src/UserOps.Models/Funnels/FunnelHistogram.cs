namespace UserOps.Models.Funnels;

/// <summary>Asks for the distribution of the time between two steps, over the chosen chains that hold both.</summary>
public sealed record FunnelHistogram
{
    /// <summary>Gets the step from which time is measured, 0-based.</summary>
    public required int FromStep { get; init; }

    /// <summary>Gets the step to which time is measured, 0-based, after <see cref="FromStep"/>.</summary>
    public required int ToStep { get; init; }

    /// <summary>Gets the number of bins, at least 1; null for the cube root of the sample size, rounded up, at most 60.</summary>
    public int? Bins { get; init; }
}
