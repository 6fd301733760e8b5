using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>Lifetime value by cohort: sums over users, so summaries of disjoint users can be merged. JSON round-trip.</summary>
/// <remarks>Every revenue event that is seen is in exactly one of <see cref="RevenueEvents"/>, <see cref="EventsInOpenPeriods"/>, <see cref="EventsOutside"/> and <see cref="EventsWithoutAmount"/>.</remarks>
public sealed partial record CohortLifetimeValueSummary
{
    /// <summary>Gets what was asked.</summary>
    public required CohortLifetimeValueDefinition Definition { get; init; }

    /// <summary>Gets what "now" and "a period" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets the cohorts, the first one first.</summary>
    public required ImmutableArray<LifetimeValueCohort> Cohorts { get; init; }

    /// <summary>Gets the tables per breakdown value, values ordinal, users without one at the end; values without a member have none. Empty without a breakdown.</summary>
    public required ImmutableArray<CohortLifetimeValueRow> Breakdown { get; init; }

    /// <summary>Gets the revenue and refund events in the cells.</summary>
    public required long RevenueEvents { get; init; }

    /// <summary>Gets those in cells that have no value yet, because their period is not over.</summary>
    public required long EventsInOpenPeriods { get; init; }

    /// <summary>Gets those of users in no cohort, from before the user was won, and from after the last age.</summary>
    public required long EventsOutside { get; init; }

    /// <summary>Gets those without an amount, or without a cost where costs are read; they are in no sum.</summary>
    public required long EventsWithoutAmount { get; init; }

    /// <summary>Gets how many events of any kind lie after 'as of'; they were not seen.</summary>
    public required long EventsAfterAsOf { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Gets the mean curve of all cohorts, age by age; see <see cref="MeanCurveOf"/>.</summary>
    [JsonIgnore]
    public ImmutableArray<LifetimeValueMean> MeanCurve => MeanCurveOf(Cohorts);

    /// <summary>Makes the mean curve of some cohorts of this summary: its own, some of them, or those of a breakdown row.</summary>
    /// <param name="cohorts">The cohorts.</param>
    /// <returns>One point an age, over the cohorts that are complete there. A later point may be lower: it rests on fewer, older cohorts.</returns>
    /// <exception cref="ArgumentException">The list was never set, or a cohort has another number of ages.</exception>
    public ImmutableArray<LifetimeValueMean> MeanCurveOf(ImmutableArray<LifetimeValueCohort> cohorts)
    {
        RequireCohorts(cohorts);
        return [.. Enumerable.Range(0, Definition.Periods).Select(age => MeanAt(age, [.. cohorts.Where(cohort => cohort.Margin[age] is not null)]))];
    }

    /// <summary>Joins the summaries of two sets of users who have nobody in common, such as two shards.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives, to the cent.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static CohortLifetimeValueSummary Merge(CohortLifetimeValueSummary a, CohortLifetimeValueSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, a.Context, b.Definition, b.Context, nameof(b));
        return a with
        {
            Cohorts = Sum(a.Cohorts, b.Cohorts),
            Breakdown = BreakdownRows.Join(
                a.Breakdown.Concat(b.Breakdown), row => row.Value, (value, rows) => new CohortLifetimeValueRow { Value = value, Cohorts = rows.Select(row => row.Cohorts).Aggregate(Sum) }),
            RevenueEvents = a.RevenueEvents + b.RevenueEvents,
            EventsInOpenPeriods = a.EventsInOpenPeriods + b.EventsInOpenPeriods,
            EventsOutside = a.EventsOutside + b.EventsOutside,
            EventsWithoutAmount = a.EventsWithoutAmount + b.EventsWithoutAmount,
            EventsAfterAsOf = a.EventsAfterAsOf + b.EventsAfterAsOf,
            UnknownEvents = SummaryQuestion.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    /// <inheritdoc/>
    public bool Equals(CohortLifetimeValueSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && ListEquality.Equal(Cohorts, other.Cohorts)
        && ListEquality.Equal(Breakdown, other.Breakdown)
        && RevenueEvents == other.RevenueEvents
        && EventsInOpenPeriods == other.EventsInOpenPeriods
        && EventsOutside == other.EventsOutside
        && EventsWithoutAmount == other.EventsWithoutAmount
        && EventsAfterAsOf == other.EventsAfterAsOf
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Definition, Context, ListEquality.Hash(Cohorts), ListEquality.Hash(Breakdown), RevenueEvents, EventsInOpenPeriods, EventsOutside, ListEquality.Hash(UnknownEvents));

    /// <summary>Refuses cohorts that are not of this summary's shape.</summary>
    internal void RequireCohorts(ImmutableArray<LifetimeValueCohort> cohorts)
    {
        if (cohorts.IsDefault || cohorts.Any(cohort => cohort.Margin.Length != Definition.Periods))
        {
            throw new ArgumentException($"A mean curve needs cohorts of {Definition.Periods} ages, as the summary has them.", nameof(cohorts));
        }
    }

    private static LifetimeValueMean MeanAt(int age, ImmutableArray<LifetimeValueCohort> complete)
    {
        var total = default(ExactTotal);
        foreach (LifetimeValueCohort cohort in complete)
        {
            total.Add(cohort.CumulativeMargin(age).Value!.Value);
        }

        return new(age, complete.Length, complete.Sum(cohort => cohort.Size), total.ToDecimal());
    }

    private static ImmutableArray<LifetimeValueCohort> Sum(ImmutableArray<LifetimeValueCohort> a, ImmutableArray<LifetimeValueCohort> b)
        => [.. a.Zip(b, LifetimeValueCohort.Sum)];
}
