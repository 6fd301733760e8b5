using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Stratification;

/// <summary>How far value is concentrated on few users: numbers, no users. JSON round-trip.</summary>
/// <remarks>Not mergeable: who is at the top of two shards is not at the top of both together.</remarks>
public sealed record ParetoSummary
{
    /// <summary>Gets what was asked.</summary>
    public required ParetoDefinition Definition { get; init; }

    /// <summary>Gets where the values come from; null for values that were given.</summary>
    public UserAmountsSource? Source { get; init; }

    /// <summary>Gets the ISO 4217 code of the currency; null for plain quantities.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets the users with a value.</summary>
    public required long Users { get; init; }

    /// <summary>Gets the users without a value; they are in no other number.</summary>
    public required long Missing { get; init; }

    /// <summary>Gets what all hold together, exact; 0 over nobody.</summary>
    public required decimal Total { get; init; }

    /// <summary>Gets why there are no shares: nobody has a value, or all values are 0. Null where there are shares.</summary>
    [JsonIgnore]
    public UndefinedReason? Undefined => ValueShares.Undefined(Total, Users);

    /// <summary>Gets the answers to <see cref="ParetoDefinition.TopFractions"/>, in their order.</summary>
    public required ImmutableArray<ParetoTop> Tops { get; init; }

    /// <summary>Gets the answers to <see cref="ParetoDefinition.TargetShares"/>, in their order.</summary>
    public required ImmutableArray<ParetoTarget> Targets { get; init; }

    /// <summary>
    /// Gets the point where user share and value share first add up to 1 or more: 20 and 80 where the rule of that name holds to the number, near 50 and 50
    /// where all have about the same. Null where there is no value to share.
    /// </summary>
    public ParetoStatement? Balance { get; init; }

    /// <summary>Gets the Gini coefficient, population form: 0 where all have the same, <c>1 - 1/n</c> where one of n has everything.</summary>
    public required Measure<double> Gini { get; init; }

    /// <inheritdoc/>
    public bool Equals(ParetoSummary? other) => other is not null
        && Definition == other.Definition
        && Source == other.Source
        && Currency == other.Currency
        && (Users, Missing, Total) == (other.Users, other.Missing, other.Total)
        && ListEquality.Equal(Tops, other.Tops)
        && ListEquality.Equal(Targets, other.Targets)
        && Balance == other.Balance
        && Gini == other.Gini;

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Definition, Currency, Users, Missing, Total, ListEquality.Hash(Tops), ListEquality.Hash(Targets), HashCode.Combine(Balance, Gini));
}
