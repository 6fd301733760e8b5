using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>What a log-rank test answers. JSON round-trip, value equality.</summary>
/// <remarks>Not mergeable: the test compares rows with each other. Merge the <see cref="RiskTable"/> of each group and test those.</remarks>
public sealed record LogRankResult
{
    /// <summary>Gets what was asked.</summary>
    public required LogRankDefinition Definition { get; init; }

    /// <summary>Gets the groups, in the order of their labels.</summary>
    public required ImmutableArray<LogRankGroup> Groups { get; init; }

    /// <summary>Gets the number of strata within which groups were compared; 1 without strata.</summary>
    public required int Strata { get; init; }

    /// <summary>Gets chi-square; without a value (too few) where nobody ended while two groups were at risk.</summary>
    public required Measure<double> Statistic { get; init; }

    /// <summary>
    /// Gets the rank of the covariance: the number of groups less one, and less where a group was never at risk at an event, or strata leave
    /// groups uncompared.
    /// </summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>Gets the probability of a statistic at least as large if all groups end alike.</summary>
    public required Measure<double> PValue { get; init; }

    /// <summary>Gets every pair of groups, compared by themselves within the same strata; empty where the definition asks for none.</summary>
    public ImmutableArray<LogRankPair> Pairs
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <inheritdoc/>
    public bool Equals(LogRankResult? other)
        => other is not null
            && Definition == other.Definition
            && ListEquality.Equal(Groups, other.Groups)
            && Strata == other.Strata
            && Statistic == other.Statistic
            && DegreesOfFreedom == other.DegreesOfFreedom
            && PValue == other.PValue
            && ListEquality.Equal(Pairs, other.Pairs);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, ListEquality.Hash(Groups), Statistic);
}
