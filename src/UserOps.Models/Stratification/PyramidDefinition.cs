using System.Collections.Immutable;

namespace UserOps.Models.Stratification;

/// <summary>Into which tiers users are divided by their value (金字塔分层).</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="PyramidModel"/> checks everything at once.</remarks>
public sealed record PyramidDefinition
{
    /// <summary>Gets the stable id; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the tiers, with strictly rising bounds: thresholds therefore from the lowest tier up, shares from the top tier down; 1 to 100.</summary>
    public required ImmutableArray<PyramidTier> Tiers { get; init; }

    /// <summary>Gets by what users are divided. Default: <see cref="PyramidBasis.Thresholds"/>.</summary>
    public PyramidBasis Basis { get; init; }

    /// <summary>Gets what happens to equal values at the bound of a share. Default: <see cref="PyramidTies.ById"/>. Thresholds part no equal values.</summary>
    public PyramidTies Ties { get; init; }

    /// <summary>Gets where a tier ends between two users, by shares of the users. Default: <see cref="PyramidRounding.Up"/>. Other tiers do not ask it.</summary>
    public PyramidRounding Rounding { get; init; }

    /// <summary>Gets the ISO 4217 code of the currency thresholds are in; values in another, or in none, are refused. Null, the default: not asked.</summary>
    public string? Currency { get; init; }

    /// <summary>Warns of too many tiers; empty where there are few enough to be operated.</summary>
    public ImmutableArray<StratificationWarning> Warnings() => Tiers.IsDefault ? [] : StratificationWarning.For(Tiers.Length, "/tiers");

    /// <inheritdoc/>
    public bool Equals(PyramidDefinition? other) => other is not null
        && Id == other.Id
        && Name == other.Name
        && ListEquality.Equal(Tiers, other.Tiers)
        && Basis == other.Basis
        && Ties == other.Ties
        && Rounding == other.Rounding
        && Currency == other.Currency;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Name, ListEquality.Hash(Tiers), Basis, Ties, Rounding, Currency);
}
