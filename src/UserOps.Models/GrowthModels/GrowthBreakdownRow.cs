namespace UserOps.Models.GrowthModels;

/// <summary>The part of a cohort whose acquisition event has one value of the breakdown property.</summary>
public sealed record GrowthBreakdownRow
{
    /// <summary>Gets the value; null for users whose acquisition event has none.</summary>
    public string? Value { get; init; }

    /// <summary>Gets the counts of this part; the parts add up to the cohort.</summary>
    public required GrowthCounts Counts { get; init; }
}
