namespace UserOps.Models;

/// <summary>
/// <c>anniversary</c>: an anniversary of a date, the date itself included, falls on a local date from so many to so many days after the
/// date of the evaluation; unknown where the date is missing.
/// </summary>
public sealed record Anniversary : FieldRule
{
    /// <summary>Gets the first day: 0 is the local date of the evaluation, negative before it.</summary>
    public required int FromDays { get; init; }

    /// <summary>Gets the last day, included; not below <see cref="FromDays"/>.</summary>
    public required int ToDays { get; init; }

    /// <summary>Gets where 29 February falls in a common year. Default: 28 February.</summary>
    public LeapDayRule LeapDayRule { get; init; }
}
