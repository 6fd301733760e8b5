namespace UserOps.Models.Lifecycle;

/// <summary>A rule that the stages of a definition refer to by name, with <c>inSegment</c>.</summary>
public sealed record LifecycleSegment
{
    /// <summary>Gets the name; unique in its definition. Ordinal.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the rule; it may refer to others, not in a circle.</summary>
    public required SegmentRule Rule { get; init; }
}
