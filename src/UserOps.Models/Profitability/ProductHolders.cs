using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>Who holds a product, and what else they hold: a row of the cross-sell matrix.</summary>
public sealed record ProductHolders
{
    /// <summary>Gets the product.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the holders of it who hold each product, in the order of the definition; at its own place, all its holders.</summary>
    public required ImmutableArray<long> AlsoHolding { get; init; }

    /// <inheritdoc/>
    public bool Equals(ProductHolders? other) => other is not null && Name == other.Name && ListEquality.Equal(AlsoHolding, other.AlsoHolding);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, ListEquality.Hash(AlsoHolding));
}
