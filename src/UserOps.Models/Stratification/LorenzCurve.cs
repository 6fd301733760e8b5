using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Stratification;

/// <summary>The share of the value that the lowest users hold, and the Gini coefficient of it (洛伦兹曲线、基尼系数). JSON round-trip.</summary>
/// <remarks>Not mergeable: it compares users with each other.</remarks>
public sealed record LorenzCurve
{
    /// <summary>Gets what was asked.</summary>
    public required LorenzDefinition Definition { get; init; }

    /// <summary>Gets where the values come from; null for values that were given.</summary>
    public UserAmountsSource? Source { get; init; }

    /// <summary>Gets the ISO 4217 code of the currency; null for plain quantities.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets the users with a value.</summary>
    public required long Users { get; init; }

    /// <summary>Gets the users without a value; they are not on the curve.</summary>
    public required long Missing { get; init; }

    /// <summary>Gets what all hold together, exact; 0 over nobody.</summary>
    public required decimal Total { get; init; }

    /// <summary>Gets the points from (0, 0) to (users, 1), ascending; none where there is no curve.</summary>
    public required ImmutableArray<LorenzPoint> Points { get; init; }

    /// <summary>Gets the Gini coefficient of all values, not only of the points kept, population form: 0 to <c>1 - 1/n</c>.</summary>
    public required Measure<double> Gini { get; init; }

    /// <summary>Gets why there is no curve: nobody has a value, or all values are 0. Null where there is one.</summary>
    [JsonIgnore]
    public UndefinedReason? Undefined => Gini.Undefined;

    /// <inheritdoc/>
    public bool Equals(LorenzCurve? other) => other is not null
        && Definition == other.Definition
        && Source == other.Source
        && Currency == other.Currency
        && (Users, Missing, Total) == (other.Users, other.Missing, other.Total)
        && ListEquality.Equal(Points, other.Points)
        && Gini == other.Gini;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Currency, Users, Missing, Total, ListEquality.Hash(Points), Gini);
}
