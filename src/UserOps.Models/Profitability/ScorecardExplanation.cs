using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>Why a customer has this score: the points of every characteristic.</summary>
public sealed record ScorecardExplanation
{
    /// <summary>Gets the score, the exact sum of the points; null where a characteristic has none for this customer.</summary>
    public decimal? Score { get; init; }

    /// <summary>Gets good customers to one bad one at that score; null without a score, and without a number where a double does not hold them.</summary>
    public Measure<double>? Odds { get; init; }

    /// <summary>Gets the band; null without a score, and below the first band.</summary>
    public string? Band { get; init; }

    /// <summary>Gets the points of each characteristic, in the order of the scorecard.</summary>
    public required ImmutableArray<CharacteristicScore> Points { get; init; }

    /// <inheritdoc/>
    public bool Equals(ScorecardExplanation? other)
        => other is not null && Score == other.Score && Nullable.Equals(Odds, other.Odds) && Band == other.Band && ListEquality.Equal(Points, other.Points);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Score, Odds, Band, ListEquality.Hash(Points));
}
