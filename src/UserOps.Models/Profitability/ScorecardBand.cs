namespace UserOps.Models.Profitability;

/// <summary>A stretch of scores, up to where the next band begins.</summary>
public sealed record ScorecardBand
{
    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the least score of the band, included.</summary>
    public required decimal From { get; init; }
}
