using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Stratification;

/// <summary>How many users each tier of a pyramid has, and what they hold. JSON round-trip; mergeable where tiers are thresholds.</summary>
public sealed partial record PyramidSummary
{
    /// <summary>Gets the pyramid.</summary>
    public required PyramidDefinition Definition { get; init; }

    /// <summary>Gets where the values come from; null for values that were given.</summary>
    public UserAmountsSource? Source { get; init; }

    /// <summary>Gets the ISO 4217 code of the currency of the values; null for plain quantities.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets the tiers in the order of the definition, empty ones too.</summary>
    public required ImmutableArray<PyramidStratum> Strata { get; init; }

    /// <summary>Gets the users with a value, whatever tier they are in, or none.</summary>
    public required long Users { get; init; }

    /// <summary>Gets what they hold together, exact; 0 over nobody.</summary>
    public required decimal Total { get; init; }

    /// <summary>Gets the users without a value; they are in no tier.</summary>
    public required long Missing { get; init; }

    /// <summary>Gets the users in no tier: those without a value, those below the first threshold or beyond the last share.</summary>
    [JsonIgnore]
    public long Unassigned => Missing + Users - Strata.Sum(stratum => stratum.Users);

    /// <summary>Gets a value indicating whether counts do not rise from the lowest tier to the highest; equal counts do not rise, and neither do empty tiers.</summary>
    [JsonIgnore]
    public bool IsPyramid
    {
        get
        {
            IEnumerable<long> upwards = Definition.Basis == PyramidBasis.Thresholds ? Strata.Select(stratum => stratum.Users) : Strata.Reverse().Select(stratum => stratum.Users);
            return upwards.Zip(upwards.Skip(1)).All(pair => pair.Second <= pair.First);
        }
    }

    /// <summary>Gets why there are no shares of the value: nobody has one, or the total is 0 or below. Null where there are.</summary>
    /// <remarks>Tiers by value shares are then empty, and everybody is unassigned; other tiers do not depend on it.</remarks>
    [JsonIgnore]
    public UndefinedReason? Undefined => ValueShares.Undefined(Total, Users);

    /// <summary>Gets a tier.</summary>
    /// <param name="tier">Its id.</param>
    /// <exception cref="ArgumentException">The pyramid has no such tier.</exception>
    public PyramidStratum Of(string tier) => Strata.FirstOrDefault(stratum => stratum.Tier == tier) ?? throw PyramidRules.UnknownTier(tier, nameof(tier));

    /// <summary>Gets the share of a tier in the users who have a value.</summary>
    /// <param name="tier">Its id.</param>
    /// <exception cref="ArgumentException">The pyramid has no such tier.</exception>
    public Ratio UserShare(string tier) => new(Of(tier).Users, Users);

    /// <summary>Gets the share of a tier in the value of all; no number where the total is not above 0. Outside 0 to 1 where some values are negative.</summary>
    /// <param name="tier">Its id.</param>
    /// <exception cref="ArgumentException">The pyramid has no such tier.</exception>
    public Measure<double> ValueShare(string tier) => ValueShares.Of(Of(tier).Value, Total, Users);

    /// <inheritdoc/>
    public bool Equals(PyramidSummary? other) => other is not null
        && Definition == other.Definition
        && Source == other.Source
        && Currency == other.Currency
        && ListEquality.Equal(Strata, other.Strata)
        && (Users, Total, Missing) == (other.Users, other.Total, other.Missing);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Currency, ListEquality.Hash(Strata), Users, Total, Missing);
}
