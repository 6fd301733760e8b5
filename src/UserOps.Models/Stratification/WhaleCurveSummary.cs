using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Stratification;

/// <summary>How profit adds up from the best user to the worst (用户盈利能力): numbers, no users. JSON round-trip.</summary>
/// <remarks>Not mergeable, because it compares users with each other; the total and the losses of shards can be added up.</remarks>
public sealed record WhaleCurveSummary
{
    /// <summary>Gets what was asked.</summary>
    public required WhaleCurveDefinition Definition { get; init; }

    /// <summary>Gets where the values come from; null for values that were given.</summary>
    public UserAmountsSource? Source { get; init; }

    /// <summary>Gets the ISO 4217 code of the currency; null for plain quantities.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets the users with a profit or a loss.</summary>
    public required long Users { get; init; }

    /// <summary>Gets the users of whom no profit is known; they are in no other number.</summary>
    public required long Missing { get; init; }

    /// <summary>Gets the profit of all together, exact; 0 over nobody.</summary>
    public required decimal Total { get; init; }

    /// <summary>Gets how many users make a profit: so many the curve takes to its peak, for the first time.</summary>
    public required long ProfitMakers { get; init; }

    /// <summary>Gets their profit, exact: what would be earned without the losses.</summary>
    public required decimal Profit { get; init; }

    /// <summary>Gets how many users make a loss.</summary>
    public required long LossMakers { get; init; }

    /// <summary>Gets their loss, exact and not above 0: how much lower the end of the curve lies than its peak.</summary>
    [JsonIgnore]
    public decimal Loss => Total - Profit;

    /// <summary>Gets the points from (0, 0) to (users, 1), best users first; none where there is no curve.</summary>
    public required ImmutableArray<WhaleCurvePoint> Points { get; init; }

    /// <summary>Gets the peak: the profit of the profit makers over that of all; 1 or more. No number where the total is not above 0.</summary>
    [JsonIgnore]
    public Measure<double> Peak => ValueShares.Of(Profit, Total, Users);

    /// <summary>Gets the share of users at which the curve first reaches its peak; no number where the total is not above 0.</summary>
    [JsonIgnore]
    public Measure<double> PeakAt => Undefined is { } reason ? reason : (double)ProfitMakers / Users;

    /// <summary>Gets why there is no curve: nobody has a value, or the total is 0 or a loss. Null where there is one.</summary>
    [JsonIgnore]
    public UndefinedReason? Undefined => ValueShares.Undefined(Total, Users);

    /// <inheritdoc/>
    public bool Equals(WhaleCurveSummary? other) => other is not null
        && Definition == other.Definition
        && Source == other.Source
        && Currency == other.Currency
        && (Users, Missing, Total) == (other.Users, other.Missing, other.Total)
        && (ProfitMakers, Profit, LossMakers) == (other.ProfitMakers, other.Profit, other.LossMakers)
        && ListEquality.Equal(Points, other.Points);

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Definition, Currency, Users, Missing, Total, ProfitMakers, Profit, HashCode.Combine(LossMakers, ListEquality.Hash(Points)));
}
