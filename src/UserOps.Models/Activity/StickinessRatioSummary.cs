using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>DAU / MAU or DAU / WAU, day by day and on average: counts that are sums over users. JSON round-trip, mergeable.</summary>
public sealed record StickinessRatioSummary
{
    /// <summary>Gets what was asked.</summary>
    public required StickinessRatioDefinition Definition { get; init; }

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets the days without a hole, first one first.</summary>
    public required ImmutableArray<StickinessRatioDay> Days { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>
    /// Gets the mean of the shares of the complete days. Without a number while no day is complete, and where none of the complete ones has a
    /// base above 0. A date the zone skipped is left out.
    /// </summary>
    [JsonIgnore]
    public Measure<double> Mean
    {
        get
        {
            ImmutableArray<StickinessRatioDay> complete = [.. Days.Where(day => day.Day.IsMeasured)];
            double[] shares = [.. complete.Select(day => day.Share.Value).OfType<double>()];
            return complete.IsEmpty ? UndefinedReason.NotYetObservable
                : shares.Length == 0 ? UndefinedReason.ZeroBase
                : shares.Sum() / shares.Length;
        }
    }

    /// <summary>Joins the summaries of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static StickinessRatioSummary Merge(StickinessRatioSummary a, StickinessRatioSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, a.Context, b.Definition, b.Context, nameof(b));
        return a with
        {
            Days = [.. a.Days.Zip(b.Days, (left, right) => new StickinessRatioDay(left.Day, left.Active + right.Active, left.BaseActive + right.BaseActive))],
            UnknownEvents = SummaryQuestion.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    /// <inheritdoc/>
    public bool Equals(StickinessRatioSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && ListEquality.Equal(Days, other.Days)
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Context, ListEquality.Hash(Days), ListEquality.Hash(UnknownEvents));
}
