using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Retention;

/// <summary>The counts of a retention table: sums over users, so summaries of disjoint users can be merged. JSON round-trip.</summary>
public sealed partial record RetentionSummary
{
    /// <summary>Gets what was asked.</summary>
    public required RetentionDefinition Definition { get; init; }

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets the cohorts, the first one first.</summary>
    public required ImmutableArray<RetentionCohort> Cohorts { get; init; }

    /// <summary>Gets the tables per breakdown value, values ordinal; values without a member have none. Empty without a breakdown.</summary>
    public required ImmutableArray<RetentionBreakdownRow> Breakdown { get; init; }

    /// <summary>Gets how many events lie after 'as of'; they were not seen.</summary>
    public required long EventsAfterAsOf { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Gets the mean curve of all cohorts, column by column; see <see cref="MeanCurveOf"/>.</summary>
    [JsonIgnore]
    public ImmutableArray<RetentionMean> MeanCurve => MeanCurveOf(Cohorts);

    /// <summary>Makes the mean curve of some cohorts of this summary: its own, some of them, or those of a breakdown row.</summary>
    /// <param name="cohorts">The cohorts.</param>
    /// <returns>
    /// One point a column, over the cohorts that are complete there: the period is over, with <see cref="RetentionRule.OnOrAfter"/> also the last
    /// one listed, because until then the count can still grow. So later columns rest on fewer, older cohorts.
    /// </returns>
    /// <exception cref="ArgumentException">The list was never set, or a cohort has another number of columns.</exception>
    public ImmutableArray<RetentionMean> MeanCurveOf(ImmutableArray<RetentionCohort> cohorts) => MeanCurves.Of(this, cohorts);

    /// <summary>Tells whether the count of a cell can no longer grow.</summary>
    internal bool IsComplete(RetentionCohort cohort, int column)
        => cohort.Retained[column] is not null && (Definition.Rule != RetentionRule.OnOrAfter || cohort.Retained[^1] is not null);

    /// <inheritdoc/>
    public bool Equals(RetentionSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && ListEquality.Equal(Cohorts, other.Cohorts)
        && ListEquality.Equal(Breakdown, other.Breakdown)
        && EventsAfterAsOf == other.EventsAfterAsOf
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Definition, Context, ListEquality.Hash(Cohorts), ListEquality.Hash(Breakdown), EventsAfterAsOf, ListEquality.Hash(UnknownEvents));
}
