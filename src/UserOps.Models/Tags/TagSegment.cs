namespace UserOps.Models.Tags;

/// <summary>A rule that tags of a catalog refer to by name, with <c>inSegment</c>.</summary>
public sealed record TagSegment
{
    /// <summary>Gets the name; shared with the ids of tags, so unique among both. Ordinal.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the rule.</summary>
    public required SegmentRule Rule { get; init; }
}
