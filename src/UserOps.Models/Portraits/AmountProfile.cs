using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>What an exact column comes to over an audience: the total, and quantiles. JSON round-trip; the total alone is mergeable.</summary>
public sealed record AmountProfile
{
    /// <summary>Gets sum, mean, lowest and highest.</summary>
    public required AmountTotal Total { get; init; }

    /// <summary>Gets the quantiles, exact but for the weight between two values; empty over nobody.</summary>
    public required ImmutableArray<ProfileQuantile<decimal>> Quantiles { get; init; }

    /// <inheritdoc/>
    public bool Equals(AmountProfile? other) => other is not null && Total == other.Total && ListEquality.Equal(Quantiles, other.Quantiles);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Total, ListEquality.Hash(Quantiles));
}
