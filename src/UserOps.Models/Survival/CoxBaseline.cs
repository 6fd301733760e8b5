using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>The cumulative hazard of a stratum for a row with every covariate at its center.</summary>
public sealed record CoxBaseline
{
    /// <summary>Gets the label of the stratum; null where there is one.</summary>
    public string? Stratum { get; init; }

    /// <summary>Gets the times of events, ascending.</summary>
    public required ImmutableArray<double> Times { get; init; }

    /// <summary>Gets the cumulative hazard from each time on, by the rule for ties of the fit (exact: Breslow's): 0 before the first, flat between and after the last.</summary>
    public required ImmutableArray<double> CumulativeHazards { get; init; }

    /// <inheritdoc/>
    public bool Equals(CoxBaseline? other) => other is not null
        && Stratum == other.Stratum
        && ListEquality.Equal(Times, other.Times)
        && ListEquality.Equal(CumulativeHazards, other.CumulativeHazards);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Stratum, ListEquality.Hash(Times), ListEquality.Hash(CumulativeHazards));

    /// <summary>Gets the cumulative hazard at a time.</summary>
    internal double At(double time)
    {
        int place = Times.AsSpan().BinarySearch(time);
        place = place < 0 ? ~place - 1 : place;
        return place < 0 ? 0 : CumulativeHazards[place];
    }
}
