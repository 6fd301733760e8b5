using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>A characteristic of a logistic regression over weights of evidence: what becomes a <see cref="ScorecardCharacteristic"/>.</summary>
public sealed record WeightedCharacteristic
{
    /// <summary>Gets the column of the user table.</summary>
    public required string Field { get; init; }

    /// <summary>Gets the coefficient in the log odds of good against bad.</summary>
    public required double Coefficient { get; init; }

    /// <summary>Gets the bins, rising.</summary>
    public required ImmutableArray<WeightedBin> Bins { get; init; }

    /// <summary>Gets the weight of evidence of users of whom the column knows nothing; null, the default, to leave them without a score.</summary>
    public double? MissingWeight { get; init; }

    /// <inheritdoc/>
    public bool Equals(WeightedCharacteristic? other) => other is not null
        && Field == other.Field
        && Coefficient.Equals(other.Coefficient)
        && ListEquality.Equal(Bins, other.Bins)
        && Nullable.Equals(MissingWeight, other.MissingWeight);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, Coefficient, ListEquality.Hash(Bins), MissingWeight);
}
