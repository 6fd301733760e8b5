using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary><c>or</c>: true where one operand is, false where every one is false, else unknown.</summary>
public sealed record AnyOf : SegmentRule
{
    /// <summary>Gets the operands; none is false. Their order changes no answer.</summary>
    public required ImmutableArray<SegmentRule> Args { get; init; }

    /// <inheritdoc/>
    public bool Equals(AnyOf? other) => other is not null && ListEquality.Equal(Args, other.Args);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(AnyOf), ListEquality.Hash(Args));
}
