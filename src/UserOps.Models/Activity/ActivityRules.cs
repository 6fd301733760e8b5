using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>What must hold for the parts that definitions of this room share; each rule has one stable code.</summary>
internal static class ActivityRules
{
    /// <summary>The place of the filter in every definition of the room.</summary>
    internal const string EventsPath = "/activity/events";

    // A full hour that the clock jumps over does not begin, so that the hour before it can last almost two.
    private static readonly TimeSpan LongestHour = TimeSpan.FromHours(2);

    internal static void CheckActivity(ActiveUserDefinition? activity, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (activity is null)
        {
            issues.Add(new("missingMember", "/activity", "There is no definition of an active user here; every question about activity needs one."));
            return;
        }

        EventFilterRules.Check(activity.Events, EventsPath, issues);
        CheckPositive(activity.MinimumEvents, "/activity/minimumEvents", "A user is active by at least 1 event", issues);
    }

    internal static void CheckPositive(int count, string path, string rule, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (count < 1)
        {
            issues.Add(new("countNotPositive", path, FormattableString.Invariant($"{rule}; {count} is given.")));
        }
    }

    /// <summary>Checks how far a question looks back.</summary>
    internal static void CheckWindowDays(int days, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        CheckPositive(days, path, "A window has at least 1 day", issues);
        if (days > ActivityDefaults.MaximumWindowDays)
        {
            issues.Add(new(
                "windowTooLong", path, FormattableString.Invariant($"The window has {days} days; at most {ActivityDefaults.MaximumWindowDays} are allowed.")));
        }
    }

    internal static void CheckNamed<T>(T value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            issues.Add(new("unknownValue", path, $"{value} is not one of the named values."));
        }
    }

    /// <summary>Checks what is wrong with a range whatever the zone and the first day of the week; the rest shows when the periods are listed.</summary>
    internal static void CheckRange(CalendarUnit unit, DateOrInstant from, DateOrInstant to, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        bool isEmpty = from.Instant is { } start && to.Instant is { } end && unit == CalendarUnit.Hour && start - end > LongestHour
            || IsBefore(unit, to.LatestDay, from.EarliestDay);
        int days = to.EarliestDay - from.LatestDay + 1;
        int most = unit == CalendarUnit.Hour ? ActivityDefaults.MaximumDaysOfHours : ActivityDefaults.MaximumDays;
        if (isEmpty)
        {
            issues.Add(RangeEmpty(unit, from, to));
        }
        else if (days > most)
        {
            issues.Add(new("rangeTooLong", "/to", FormattableString.Invariant($"The range has {days} days; at most {most} are allowed by {unit}.")));
        }
    }

    internal static DefinitionIssue RangeEmpty(CalendarUnit unit, DateOrInstant from, DateOrInstant to)
        => new("rangeEmpty", "/to", $"The range ends at {to}, which is in a {NameOf(unit)} before that of its start at {from}.");

    private static bool IsBefore(CalendarUnit unit, int lastDay, int firstDay) => unit switch
    {
        CalendarUnit.Week => lastDay < firstDay - 6, // two dates of one week, whatever day it begins on
        CalendarUnit.Month => MonthOf(lastDay) < MonthOf(firstDay),
        _ => lastDay < firstDay,
    };

    private static int MonthOf(int dayNumber)
    {
        DateOnly day = DateOnly.FromDayNumber(dayNumber);
        return (day.Year * 12) + day.Month;
    }

    private static string NameOf(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Hour => "hour",
        CalendarUnit.Day => "day",
        CalendarUnit.Week => "week",
        _ => "month",
    };
}
