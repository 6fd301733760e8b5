namespace UserOps.Models;

/// <summary>Finds anniversaries.</summary>
internal static class LeapDays
{
    /// <summary>Gets the anniversary of a date in a year.</summary>
    /// <param name="rule">Where 29 February falls in a common year.</param>
    /// <param name="year">1 to 9999.</param>
    /// <param name="date">The date.</param>
    internal static DateOnly In(this LeapDayRule rule, int year, DateOnly date) => date is not { Month: 2, Day: 29 } || DateTime.IsLeapYear(year)
        ? new(year, date.Month, date.Day)
        : rule == LeapDayRule.February28 ? new(year, 2, 28) : new(year, 3, 1);
}
