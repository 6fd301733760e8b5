using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>How one axis is scored: the method and the number of scores.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="RfmScorer"/> checks everything at once.</remarks>
public sealed record RfmAxisScoring
{
    /// <summary>Gets the method. Default: <see cref="RfmScoringMethod.ValueQuantile"/>.</summary>
    public RfmScoringMethod Method { get; init; }

    /// <summary>
    /// Gets the number of scores, 1 to 10; one is legal and gives every value the score 1. Default, null: 5, or with <see cref="RfmScoringMethod.Thresholds"/>
    /// one more than there are thresholds, and then no other number is taken.
    /// </summary>
    public int? Bins { get; init; }

    /// <summary>
    /// Gets the thresholds, strictly increasing, 1 to 9 of them; for <see cref="RfmScoringMethod.Thresholds"/> only. Money in its currency, recency in days.
    /// </summary>
    public ImmutableArray<decimal> Thresholds
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the highest score anybody can have.</summary>
    internal int Top => Method == RfmScoringMethod.Thresholds ? Thresholds.Length + 1 : Bins ?? RfmScoringDefaults.Bins;

    /// <inheritdoc/>
    public bool Equals(RfmAxisScoring? other) => other is not null
        && Method == other.Method
        && Bins == other.Bins
        && ListEquality.Equal(Thresholds, other.Thresholds);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Method, Bins, ListEquality.Hash(Thresholds));
}
