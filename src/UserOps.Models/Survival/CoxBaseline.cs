using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>The cumulative hazard of a stratum for a row with every covariate at its center.</summary>
public sealed record CoxBaseline
{
    /// <summary>Gets the label of the stratum; null where there is one.</summary>
    public string? Stratum { get; init; }

    /// <summary>Gets the times of events, ascending.</summary>
    public required ImmutableArray<double> Times { get; init; }

    /// <summary>
    /// Gets the natural logarithm of the cumulative hazard from each time on, by the rule for ties of the fit (exact: Breslow's): no hazard before the first,
    /// flat between and after the last. A logarithm, because where rows are far from the center no double holds the hazard there.
    /// </summary>
    public required ImmutableArray<double> LogCumulativeHazards { get; init; }

    /// <inheritdoc/>
    public bool Equals(CoxBaseline? other) => other is not null
        && Stratum == other.Stratum
        && ListEquality.Equal(Times, other.Times)
        && ListEquality.Equal(LogCumulativeHazards, other.LogCumulativeHazards);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Stratum, ListEquality.Hash(Times), ListEquality.Hash(LogCumulativeHazards));

    /// <summary>Gets the logarithm of the cumulative hazard at a time; minus infinity before the first event.</summary>
    internal double LogAt(double time)
    {
        int place = Times.AsSpan().BinarySearch(time);
        place = place < 0 ? ~place - 1 : place;
        return place < 0 ? double.NegativeInfinity : LogCumulativeHazards[place];
    }
}
