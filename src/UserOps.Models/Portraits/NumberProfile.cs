using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>What a column of measured numbers comes to over an audience. JSON round-trip; no sum over users, so not mergeable.</summary>
public sealed record NumberProfile
{
    /// <summary>Gets the column.</summary>
    public required string Field { get; init; }

    /// <summary>Gets the users whose number is known.</summary>
    public required long Known { get; init; }

    /// <summary>Gets the users whose number is missing.</summary>
    public required long Missing { get; init; }

    /// <summary>Gets the mean; added up from the lowest number to the highest, so that it does not depend on the order of users.</summary>
    public required Measure<double> Mean { get; init; }

    /// <summary>Gets the lowest number.</summary>
    public required Measure<double> Minimum { get; init; }

    /// <summary>Gets the highest number.</summary>
    public required Measure<double> Maximum { get; init; }

    /// <summary>Gets the quantiles; empty over nobody.</summary>
    public required ImmutableArray<ProfileQuantile<double>> Quantiles { get; init; }

    /// <inheritdoc/>
    public bool Equals(NumberProfile? other) => other is not null
        && Field == other.Field
        && Known == other.Known
        && Missing == other.Missing
        && Mean == other.Mean
        && Minimum == other.Minimum
        && Maximum == other.Maximum
        && ListEquality.Equal(Quantiles, other.Quantiles);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, Known, Missing, Mean, ListEquality.Hash(Quantiles));
}
