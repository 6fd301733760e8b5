using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>A profile as it may be shown. Lowest and highest values belong to single users, so they are not in it, nor are uncertain users or dates.</summary>
/// <param name="Members">Users of the audience.</param>
/// <param name="Distributions">The distributions.</param>
/// <param name="Numbers">The means of measured numbers known of enough users.</param>
/// <param name="Amounts">The means of amounts and quantities known of enough users.</param>
public sealed record DisclosedProfile(
    DisclosedCount Members, ImmutableArray<DisclosedDistribution> Distributions, ImmutableArray<DisclosedMean<double>> Numbers, ImmutableArray<DisclosedMean<decimal>> Amounts)
{
    /// <inheritdoc/>
    public bool Equals(DisclosedProfile? other) => other is not null
        && Members == other.Members
        && ListEquality.Equal(Distributions, other.Distributions)
        && ListEquality.Equal(Numbers, other.Numbers)
        && ListEquality.Equal(Amounts, other.Amounts);

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Members, ListEquality.Hash(Distributions), ListEquality.Hash(Numbers), ListEquality.Hash(Amounts));
}
