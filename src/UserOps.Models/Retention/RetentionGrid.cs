using System.Collections.Immutable;

namespace UserOps.Models.Retention;

/// <summary>The table of a definition in one context, without anybody in it: the span door, for a caller who already has one user's events in memory.</summary>
/// <remarks>Knows the periods of the context's zone. Immutable, shared freely between threads; made once, it allocates nothing per user.</remarks>
public sealed partial class RetentionGrid
{
    private readonly int _complete;

    /// <exception cref="InvalidDefinitionException">The calendar ends before the last cohort.</exception>
    internal RetentionGrid(RetentionDefinition definition, EvaluationContext context)
    {
        Definition = definition;
        Context = context;
        Calendar = ReportingCalendar.Of(context);
        Width = definition.Rule == RetentionRule.Bracket ? definition.Brackets.Max(bracket => bracket.To) + 1 : definition.Periods!.Value;
        Columns = definition.Rule == RetentionRule.Bracket ? definition.Brackets.Length : Width;
        Periods = new(Calendar, definition.FirstCohort.PeriodIn(Calendar, definition.Unit), IsRolling ? Cohorts : Cohorts + Width - 1);
        _complete = Periods.CompleteAt(context.AsOf);
        InvalidDefinitionException.ThrowIfAny(BeyondCalendar());
    }

    /// <summary>Gets what is asked.</summary>
    public RetentionDefinition Definition { get; }

    /// <summary>Gets what "now" and "a day" mean.</summary>
    public EvaluationContext Context { get; }

    /// <summary>Gets how many cohorts there are: the rows of the table.</summary>
    public int Cohorts => Definition.Cohorts;

    /// <summary>Gets how many columns a row has: periods, or brackets.</summary>
    public int Columns { get; }

    internal ReportingCalendar Calendar { get; }

    /// <summary>Gets the cohorts, and with the calendar also the periods after the last of them, as far as the table looks.</summary>
    internal PeriodTable Periods { get; }

    /// <summary>Gets how many periods a cohort is looked at.</summary>
    internal int Width { get; }

    internal bool IsRolling => Definition.Alignment == RetentionAlignment.Rolling;

    /// <summary>Gets a value indicating whether a user is in one cohort at most.</summary>
    internal bool TakesFirstStart => Definition.CohortType != RetentionCohortType.Recurring;

    /// <summary>Gets a value indicating whether period 0 is the cohort itself.</summary>
    internal bool CountsCohort => Definition.PeriodZero == RetentionPeriodZero.CohortSize;

    /// <summary>Gets the ticks of a rolling period.</summary>
    internal long RollingTicks => Definition.Unit switch
    {
        CalendarUnit.Hour => TimeSpan.TicksPerHour,
        CalendarUnit.Day => TimeSpan.TicksPerDay,
        CalendarUnit.Week => RetentionDefaults.RollingWeekDays * TimeSpan.TicksPerDay,
        _ => RetentionDefaults.RollingMonthDays * TimeSpan.TicksPerDay,
    };

    /// <summary>Tells whether a cell can be known: its period, of a bracket the last one, is over at 'as of'.</summary>
    /// <param name="cohort">0 to <see cref="Cohorts"/> - 1.</param>
    /// <param name="column">0 to <see cref="Columns"/> - 1.</param>
    /// <returns>Rolling periods are over when they are for a start at the very end of the cohort; so everybody had the same time.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public bool IsObservable(int cohort, int column)
    {
        RequireCell(cohort, column);
        int last = LastPeriodOf(column);
        return IsRolling
            ? Periods[cohort].EndTicks + (last + 1) * RollingTicks - 1 <= Context.AsOf.UtcTicks
            : cohort + last < _complete;
    }

    /// <summary>Gets the periods that one column looks at.</summary>
    internal RetentionBracket PeriodsOf(int column) => Definition.Rule switch
    {
        RetentionRule.On => new(column, column),
        RetentionRule.OnOrAfter => new(column, Width - 1),
        _ => Definition.Brackets[column],
    };

    /// <summary>Refuses a cohort or a column that the table does not have.</summary>
    internal void RequireCell(int cohort, int column)
    {
        RequireCohort(cohort);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Columns);
    }

    /// <summary>Refuses a cohort that the table does not have.</summary>
    internal void RequireCohort(int cohort)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cohort);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cohort, Cohorts);
    }

    // On or after is known as far as its own period: what comes later can only be more.
    private int LastPeriodOf(int column) => Definition.Rule == RetentionRule.Bracket ? Definition.Brackets[column].To : column;

    private ImmutableArray<DefinitionIssue> BeyondCalendar() => Periods.Count >= Cohorts
        ? []
        : [new("beyondCalendar", "/cohorts", FormattableString.Invariant($"The calendar ends after {Periods.Count} of the {Cohorts} cohorts."))];
}
