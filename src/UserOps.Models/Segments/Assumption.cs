namespace UserOps.Models;

/// <summary><c>assume</c>: the operand, with unknown settled to a stated answer.</summary>
/// <remarks>Beside <see cref="IsMissing"/> and <see cref="IsPresent"/> the only node that makes true out of a missing value.</remarks>
public sealed record Assumption : SegmentRule
{
    /// <summary>Gets the operand.</summary>
    public required SegmentRule Arg { get; init; }

    /// <summary>Gets what unknown becomes.</summary>
    public required bool Value { get; init; }
}
