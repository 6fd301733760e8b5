using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>One question of a scorecard: a column, cut into bins with points.</summary>
public sealed record ScorecardCharacteristic
{
    /// <summary>Gets the column of the user table: a category, or an amount, a quantity or a number.</summary>
    public required string Field { get; init; }

    /// <summary>Gets the bins: of numbers, rising, each beginning where the one before ends, open at both ends; or of texts, none twice.</summary>
    public required ImmutableArray<ScorecardBin> Bins { get; init; }

    /// <summary>Gets the points of a user of whom the column knows nothing; null, the default, to leave such a user without a score.</summary>
    public decimal? MissingPoints { get; init; }

    /// <summary>Gets the points of a text that no bin lists; null, the default, to leave such a user without a score.</summary>
    public decimal? OtherPoints { get; init; }

    /// <summary>Gets a value indicating whether the bins list texts.</summary>
    internal bool IsCategory => Bins.Any(bin => !bin.Values.IsEmpty);

    /// <inheritdoc/>
    public bool Equals(ScorecardCharacteristic? other) => other is not null
        && Field == other.Field
        && ListEquality.Equal(Bins, other.Bins)
        && MissingPoints == other.MissingPoints
        && OtherPoints == other.OtherPoints;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, ListEquality.Hash(Bins), MissingPoints, OtherPoints);
}
