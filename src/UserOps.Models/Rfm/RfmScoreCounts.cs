using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>How many members have each score of an axis.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="Counts">The members with score 1, 2 and so on; scores nobody has are 0.</param>
public sealed record RfmScoreCounts(RfmAxis Axis, ImmutableArray<long> Counts)
{
    /// <inheritdoc/>
    public bool Equals(RfmScoreCounts? other) => other is not null && Axis == other.Axis && ListEquality.Equal(Counts, other.Counts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Axis, ListEquality.Hash(Counts));
}
