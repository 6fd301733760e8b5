using System.Collections.Immutable;

namespace UserOps.Models.Retention;

public sealed partial record RetentionSummary
{
    /// <summary>Joins the summaries of two sets of users who have nobody in common, such as two shards.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static RetentionSummary Merge(RetentionSummary a, RetentionSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, a.Context, b.Definition, b.Context, nameof(b));
        return a with
        {
            Cohorts = Sum(a.Cohorts, b.Cohorts),
            Breakdown =
            [
                .. a.Breakdown.Concat(b.Breakdown)
                    .GroupBy(row => row.Value, StringComparer.Ordinal)
                    .OrderBy(rows => rows.Key, StringComparer.Ordinal)
                    .Select(rows => new RetentionBreakdownRow { Value = rows.Key, Cohorts = rows.Select(row => row.Cohorts).Aggregate(Sum) }),
            ],
            EventsAfterAsOf = a.EventsAfterAsOf + b.EventsAfterAsOf,
            UnknownEvents = SummaryQuestion.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    private static ImmutableArray<RetentionCohort> Sum(ImmutableArray<RetentionCohort> a, ImmutableArray<RetentionCohort> b)
        => [.. a.Zip(b, RetentionCohort.Sum)];
}
