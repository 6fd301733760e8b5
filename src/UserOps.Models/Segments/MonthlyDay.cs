namespace UserOps.Models;

/// <summary>
/// <c>monthlyDay</c>: a day of the month (a statement day, a due day) falls on a local date from so many to so many days after the date of the
/// evaluation. In a month that does not have the day it falls on the last one. Unknown where the day is missing or is no whole number from 1 to 31.
/// </summary>
public sealed record MonthlyDay : FieldRule
{
    /// <summary>Gets the first day: 0 is the local date of the evaluation, negative before it.</summary>
    public required int FromDays { get; init; }

    /// <summary>Gets the last day, included; not below <see cref="FromDays"/>.</summary>
    public required int ToDays { get; init; }
}
