namespace UserOps.Models.Retention;

/// <summary>The retention questions everybody asks; each is a definition to be changed with <c>with</c>.</summary>
/// <remarks>New users only: all of them take a user's first start in the whole history. Weeks begin where the context says.</remarks>
public static class RetentionPresets
{
    /// <summary>Makes the question of next-day retention (次日留存): of those who start on a local day, the share back on the next one.</summary>
    /// <param name="start">What makes somebody a user.</param>
    /// <param name="returning">What counts as coming back.</param>
    /// <param name="firstCohort">The first local date, or an instant on it.</param>
    /// <param name="cohorts">How many days.</param>
    /// <returns>Two periods: the cohort, and the day after. Column 1 is the number.</returns>
    public static RetentionDefinition NextDay(EventFilter start, EventFilter returning, DateOrInstant firstCohort, int cohorts)
        => Of(CalendarUnit.Day, periods: 2, start, returning, firstCohort, cohorts);

    /// <summary>Makes the question of seven-day retention: day by day up to day 7 after the start, each day for itself.</summary>
    /// <inheritdoc cref="NextDay"/>
    /// <returns>Eight periods, the cohort and seven days. Column 7 is what is quoted as 7-day retention.</returns>
    public static RetentionDefinition SevenDay(EventFilter start, EventFilter returning, DateOrInstant firstCohort, int cohorts)
        => Of(CalendarUnit.Day, periods: 8, start, returning, firstCohort, cohorts);

    /// <summary>Makes the question of month retention (月活留存): calendar month by calendar month, up to twelve after that of the start.</summary>
    /// <param name="start">What makes somebody a user.</param>
    /// <param name="returning">What counts as coming back.</param>
    /// <param name="firstCohort">A local date of the first month, or an instant in it.</param>
    /// <param name="cohorts">How many months.</param>
    /// <returns>Thirteen periods: the cohort and twelve months.</returns>
    public static RetentionDefinition Monthly(EventFilter start, EventFilter returning, DateOrInstant firstCohort, int cohorts)
        => Of(CalendarUnit.Month, periods: 13, start, returning, firstCohort, cohorts);

    private static RetentionDefinition Of(
        CalendarUnit unit, int periods, EventFilter start, EventFilter returning, DateOrInstant firstCohort, int cohorts) => new()
        {
            Start = start,
            Return = returning,
            Unit = unit,
            FirstCohort = firstCohort,
            Cohorts = cohorts,
            Periods = periods,
            CohortType = RetentionCohortType.FirstTime,
        };
}
