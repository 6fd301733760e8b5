namespace UserOps.Models;

/// <summary><c>not</c>: true where the operand is false, false where it is true; unknown stays unknown.</summary>
public sealed record Negation : SegmentRule
{
    /// <summary>Gets the operand.</summary>
    public required SegmentRule Arg { get; init; }
}
