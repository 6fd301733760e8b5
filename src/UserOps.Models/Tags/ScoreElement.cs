namespace UserOps.Models.Tags;

/// <summary>Points for those of whom a rule is true.</summary>
public sealed record ScoreElement
{
    /// <summary>Gets the id, unique in its score; ordinal.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the points, exact; may be negative. At most 12 digits after the point.</summary>
    public required decimal Points { get; init; }

    /// <summary>Gets the rule.</summary>
    public required SegmentRule Rule { get; init; }
}
