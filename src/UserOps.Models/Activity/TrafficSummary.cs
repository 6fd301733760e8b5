using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>Traffic in counts: stored are sums over users, everything else is derived. JSON round-trip, mergeable.</summary>
public sealed record TrafficSummary
{
    /// <summary>Gets what was asked.</summary>
    public required TrafficDefinition Definition { get; init; }

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets the counts of all periods together. Its visitors are counted once each, so they are fewer than those of the periods added up.</summary>
    public required TrafficCounts Total { get; init; }

    /// <summary>Gets the periods in order of time, without gaps; a date that the zone skipped is there, with no length and no traffic.</summary>
    public required ImmutableArray<TrafficPeriod> Periods { get; init; }

    /// <summary>Gets the visits of all periods by source, values ordinal and visits without a value last; empty where no source was asked for.</summary>
    public required ImmutableArray<TrafficSourceRow> BySource { get; init; }

    /// <summary>Gets how many events lie after 'as of' and were not seen.</summary>
    public required long EventsAfterAsOf { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Gets the share of visits from a source, such as organic search (自然搜索流量占比).</summary>
    /// <param name="value">The value, ordinal; null for visits without one.</param>
    /// <returns>So many of all visits that began in the report; 0 of them for a value that no visit has.</returns>
    public Ratio SourceShare(string? value) => BySource.FirstOrDefault(row => row.Value == value)?.Share ?? new(0, Total.Visits);

    /// <summary>Joins the summaries of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static TrafficSummary Merge(TrafficSummary a, TrafficSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, a.Context, b.Definition, b.Context, nameof(b));
        TrafficCounts total = TrafficCounts.Sum(a.Total, b.Total);
        return new()
        {
            Definition = a.Definition,
            Context = a.Context,
            Total = total,
            Periods = [.. a.Periods.Zip(b.Periods, (one, other) => one with { Counts = TrafficCounts.Sum(one.Counts, other.Counts) })],
            BySource = TrafficSourceRow.Merge(a.BySource.Concat(b.BySource), total.Visits),
            EventsAfterAsOf = a.EventsAfterAsOf + b.EventsAfterAsOf,
            UnknownEvents = SummaryQuestion.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    /// <inheritdoc/>
    public bool Equals(TrafficSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && Total == other.Total
        && ListEquality.Equal(Periods, other.Periods)
        && ListEquality.Equal(BySource, other.BySource)
        && EventsAfterAsOf == other.EventsAfterAsOf
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Definition, Context, Total, ListEquality.Hash(Periods), ListEquality.Hash(BySource), EventsAfterAsOf, ListEquality.Hash(UnknownEvents));
}
