namespace UserOps.Models;

/// <summary><c>inSegment</c>: what another rule says of the user, unknown included.</summary>
public sealed record InSegment : SegmentRule
{
    /// <summary>Gets the name of the other rule among those the model is given, ordinal.</summary>
    public required string Segment { get; init; }
}
