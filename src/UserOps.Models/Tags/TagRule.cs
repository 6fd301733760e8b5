namespace UserOps.Models.Tags;

/// <summary>A value, and for whom it is.</summary>
public sealed record TagRule
{
    /// <summary>Gets the value, one of those the tag lists.</summary>
    public required string Value { get; init; }

    /// <summary>Gets the rule.</summary>
    public required SegmentRule Rule { get; init; }
}
