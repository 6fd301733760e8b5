using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>Revenue per user, period by period: sums over users, so summaries of disjoint users can be merged. JSON round-trip.</summary>
public sealed record RevenuePerUserSummary
{
    /// <summary>Gets what was asked.</summary>
    public required RevenuePerUserDefinition Definition { get; init; }

    /// <summary>Gets what "now" and "a period" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets the periods, the first one first.</summary>
    public required ImmutableArray<RevenuePerUserPeriod> Periods { get; init; }

    /// <summary>Gets the same per breakdown value, values ordinal, users without one at the end; rows without any event are left out. Empty without a breakdown.</summary>
    public required ImmutableArray<RevenuePerUserRow> Breakdown { get; init; }

    /// <summary>Gets how many events lie after 'as of'; they were not seen.</summary>
    public required long EventsAfterAsOf { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Joins the summaries of two sets of users who have nobody in common, such as two shards.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives, to the cent.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static RevenuePerUserSummary Merge(RevenuePerUserSummary a, RevenuePerUserSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, a.Context, b.Definition, b.Context, nameof(b));
        return a with
        {
            Periods = Sum(a.Periods, b.Periods),
            Breakdown = BreakdownRows.Join(
                a.Breakdown.Concat(b.Breakdown), row => row.Value, (value, rows) => new RevenuePerUserRow { Value = value, Periods = rows.Select(row => row.Periods).Aggregate(Sum) }),
            EventsAfterAsOf = a.EventsAfterAsOf + b.EventsAfterAsOf,
            UnknownEvents = SummaryQuestion.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    /// <inheritdoc/>
    public bool Equals(RevenuePerUserSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && ListEquality.Equal(Periods, other.Periods)
        && ListEquality.Equal(Breakdown, other.Breakdown)
        && EventsAfterAsOf == other.EventsAfterAsOf
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Definition, Context, ListEquality.Hash(Periods), ListEquality.Hash(Breakdown), EventsAfterAsOf, ListEquality.Hash(UnknownEvents));

    private static ImmutableArray<RevenuePerUserPeriod> Sum(ImmutableArray<RevenuePerUserPeriod> a, ImmutableArray<RevenuePerUserPeriod> b)
        => [.. a.Zip(b, RevenuePerUserPeriod.Sum)];
}
