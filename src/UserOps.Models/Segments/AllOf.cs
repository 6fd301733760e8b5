using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary><c>and</c>: true where every operand is, false where one is false, else unknown.</summary>
public sealed record AllOf : SegmentRule
{
    /// <summary>Gets the operands; none is true. Their order changes no answer.</summary>
    public required ImmutableArray<SegmentRule> Args { get; init; }

    /// <inheritdoc/>
    public bool Equals(AllOf? other) => other is not null && ListEquality.Equal(Args, other.Args);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(AllOf), ListEquality.Hash(Args));
}
