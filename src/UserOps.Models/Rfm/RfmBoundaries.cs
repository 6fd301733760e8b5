using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>The cuts between the scores of one axis, which other data can be scored by: shards of one population, or the same users later.</summary>
/// <remarks>
/// Plain data, JSON round-trip; <see cref="RfmScorer.At"/> checks it and scores by it. There are cuts for <see cref="RfmScoringMethod.ValueQuantile"/>
/// and <see cref="RfmScoringMethod.ValueQuantileDense"/>, where they are values of the data, and for <see cref="RfmScoringMethod.Thresholds"/>, where they are
/// the thresholds. There are none where a score depends on ranks: two equal values may have different scores by <see cref="RfmScoringMethod.RankFirst"/> and
/// <see cref="RfmScoringMethod.Ntile"/>, and a value nobody has has no <see cref="RfmScoringMethod.PercentRank"/>.
/// </remarks>
public sealed record RfmBoundaries
{
    /// <summary>Gets the cuts, none below the one before it, 0 to 9 of them. Equal cuts are passed together and leave scores unused.</summary>
    public required ImmutableArray<decimal> Cuts { get; init; }

    /// <summary>Gets whether a value equal to a cut has passed it, as with thresholds; if not, only a greater one has, as with quantiles. Default: false.</summary>
    public bool PassedWhenEqual { get; init; }

    /// <summary>Gets whether a smaller value is better, as recency is; then the scores are counted from the other end. Default: false.</summary>
    public bool LowerIsBetter { get; init; }

    /// <inheritdoc/>
    public bool Equals(RfmBoundaries? other) => other is not null
        && ListEquality.Equal(Cuts, other.Cuts)
        && PassedWhenEqual == other.PassedWhenEqual
        && LowerIsBetter == other.LowerIsBetter;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ListEquality.Hash(Cuts), PassedWhenEqual, LowerIsBetter);
}
