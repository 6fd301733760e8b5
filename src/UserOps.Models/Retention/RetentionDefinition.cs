using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Retention;

/// <summary>What a retention table asks: who starts when, what counts as coming back, and how time is cut into cohorts and periods.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; the model checks everything at once.</remarks>
public sealed record RetentionDefinition
{
    /// <summary>Initializes a new instance of the <see cref="RetentionDefinition"/> class with every option at its default.</summary>
    public RetentionDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal RetentionDefinition(
        CalendarUnit unit = CalendarUnit.Day,
        ImmutableArray<RetentionBracket> brackets = default,
        int minimumOccurrences = RetentionDefaults.MinimumOccurrences)
    {
        Unit = unit;
        Brackets = brackets.IsDefault ? [] : brackets;
        MinimumOccurrences = minimumOccurrences;
    }

    /// <summary>Gets the events that put a user into a cohort, such as a registration.</summary>
    public required EventFilter Start { get; init; }

    /// <summary>Gets the events that count as coming back, such as a login, or <see cref="EventFilter.Any"/>.</summary>
    public required EventFilter Return { get; init; }

    /// <summary>Gets what cohorts and periods are. Default: <see cref="CalendarUnit.Day"/>.</summary>
    public CalendarUnit Unit { get; init; } = CalendarUnit.Day;

    /// <summary>Gets a local date or an instant of the first cohort; a date means its first instant in the zone of the context. The default value counts as missing.</summary>
    public required DateOrInstant FirstCohort { get; init; }

    /// <summary>Gets how many cohorts there are, one after the other; at least 1.</summary>
    public required int Cohorts { get; init; }

    /// <summary>Gets how many periods are looked at, counted from period 0; at least 1. Brackets have their own and leave it out.</summary>
    public int? Periods { get; init; }

    /// <summary>Gets which start events make cohorts. Default: <see cref="RetentionCohortType.Recurring"/>.</summary>
    public RetentionCohortType CohortType { get; init; }

    /// <summary>Gets whether periods are those of the calendar or run from the start event. Default: <see cref="RetentionAlignment.Calendar"/>.</summary>
    public RetentionAlignment Alignment { get; init; }

    /// <summary>Gets to what instants are cut before a rolling period is counted. Default: <see cref="RetentionTruncation.None"/>.</summary>
    public RetentionTruncation Truncation { get; init; }

    /// <summary>Gets when a user counts as retained in a column. Default: <see cref="RetentionRule.On"/>.</summary>
    public RetentionRule Rule { get; init; }

    /// <summary>Gets the columns of <see cref="RetentionRule.Bracket"/>; they may overlap. Empty for the other rules.</summary>
    public ImmutableArray<RetentionBracket> Brackets { get; init; } = [];

    /// <summary>Gets what period 0 counts. Default: <see cref="RetentionPeriodZero.CohortSize"/>.</summary>
    public RetentionPeriodZero PeriodZero { get; init; }

    /// <summary>Gets how many return events one period needs; at least 1, the default. Not asked of a period 0 that is the cohort.</summary>
    public int MinimumOccurrences { get; init; } = RetentionDefaults.MinimumOccurrences;

    /// <summary>Gets the property of the events by whose values the table is broken down, such as a channel; null for none.</summary>
    public CategoryField? Breakdown { get; init; }

    /// <inheritdoc/>
    public bool Equals(RetentionDefinition? other) => other is not null
        && Start == other.Start
        && Return == other.Return
        && Unit == other.Unit
        && FirstCohort == other.FirstCohort
        && Cohorts == other.Cohorts
        && Periods == other.Periods
        && CohortType == other.CohortType
        && Alignment == other.Alignment
        && Truncation == other.Truncation
        && Rule == other.Rule
        && ListEquality.Equal(Brackets, other.Brackets)
        && PeriodZero == other.PeriodZero
        && MinimumOccurrences == other.MinimumOccurrences
        && Breakdown == other.Breakdown;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Start, Return, Unit, HashCode.Combine(FirstCohort, Cohorts, Periods), Rule, ListEquality.Hash(Brackets), Alignment, Breakdown);
}
