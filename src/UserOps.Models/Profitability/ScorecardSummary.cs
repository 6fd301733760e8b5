using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Profitability;

/// <summary>How many users score how much: counts, sums over users. JSON round-trip, mergeable.</summary>
public sealed record ScorecardSummary
{
    /// <summary>Gets the points.</summary>
    public required Scorecard Scorecard { get; init; }

    /// <summary>Gets the users with a score.</summary>
    public required long Scored { get; init; }

    /// <summary>Gets the users without one.</summary>
    public required long Unscored { get; init; }

    /// <summary>Gets the users in each band of the scorecard, in its order.</summary>
    public required ImmutableArray<long> InBand { get; init; }

    /// <summary>Gets the users who score below the first band; everybody with a score where there are no bands.</summary>
    [JsonIgnore]
    public long BelowBands => Scored - InBand.Sum();

    /// <summary>Joins the counts of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, by the same scorecard.</param>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The scorecards differ.</exception>
    public static ScorecardSummary Merge(ScorecardSummary a, ScorecardSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Scorecard, null, b.Scorecard, null, nameof(b));
        return a with { Scored = a.Scored + b.Scored, Unscored = a.Unscored + b.Unscored, InBand = SummaryQuestion.Sum(a.InBand, b.InBand) };
    }

    /// <inheritdoc/>
    public bool Equals(ScorecardSummary? other) => other is not null
        && Scorecard == other.Scorecard
        && Scored == other.Scored
        && Unscored == other.Unscored
        && ListEquality.Equal(InBand, other.InBand);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Scorecard, Scored, Unscored, ListEquality.Hash(InBand));

    internal static ScorecardSummary Of(Scorecard scorecard, ReadOnlySpan<decimal?> scores)
    {
        var inBand = new long[scorecard.Bands.Length];
        long scored = 0;
        foreach (decimal? score in scores)
        {
            if (score is not { } known)
            {
                continue;
            }

            scored++;
            int band = scorecard.Bands.Length - 1;
            while (band >= 0 && scorecard.Bands[band].From > known)
            {
                band--;
            }

            if (band >= 0)
            {
                inBand[band]++;
            }
        }

        return new() { Scorecard = scorecard, Scored = scored, Unscored = scores.Length - scored, InBand = [.. inBand] };
    }
}
