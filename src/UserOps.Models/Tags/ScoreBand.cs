namespace UserOps.Models.Tags;

/// <summary>A stretch of a score, up to where the next band begins.</summary>
public sealed record ScoreBand
{
    /// <summary>Gets the name; where the tag is an enumeration, one of its values.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the least score of the band, included.</summary>
    public required decimal From { get; init; }
}
