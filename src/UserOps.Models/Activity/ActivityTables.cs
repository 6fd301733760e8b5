using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>Lists the periods that a definition names by its first and its last one.</summary>
internal static class ActivityTables
{
    /// <summary>Lists the periods from the one that contains a start to the one that contains an end.</summary>
    /// <exception cref="InvalidDefinitionException">The end is in a period before that of the start.</exception>
    internal static PeriodTable Of(EvaluationContext context, CalendarUnit unit, DateOrInstant from, DateOrInstant to)
        => From(context, unit, from, to, (_, first) => first).Table;

    /// <summary>Lists the same with periods before it, for questions that look back.</summary>
    /// <param name="context">Zone and first day of the week.</param>
    /// <param name="unit">What the periods are.</param>
    /// <param name="from">In the first period of the question.</param>
    /// <param name="to">In the last one.</param>
    /// <param name="begin">Chooses the first period of the table, given that of the question.</param>
    /// <returns>The table, and the place in it where the question begins.</returns>
    /// <exception cref="InvalidDefinitionException">The end is in a period before that of the start.</exception>
    internal static (PeriodTable Table, int Start) From(
        EvaluationContext context, CalendarUnit unit, DateOrInstant from, DateOrInstant to, Func<ReportingCalendar, CalendarPeriod, CalendarPeriod> begin)
    {
        ReportingCalendar calendar = ReportingCalendar.Of(context);
        CalendarPeriod asked = from.PeriodIn(calendar, unit);
        CalendarPeriod last = to.PeriodIn(calendar, unit);
        if (last.FirstDay < asked.FirstDay || last.StartTicks < asked.StartTicks)
        {
            throw new InvalidDefinitionException([ActivityRules.RangeEmpty(unit, from, to)]);
        }

        CalendarPeriod first = begin(calendar, asked);
        return (new PeriodTable(calendar, first, CountOf(calendar, first, last)), CountOf(calendar, first, asked) - 1);
    }

    /// <summary>Gets the period before one; itself where the calendar begins with it.</summary>
    internal static CalendarPeriod Before(ReportingCalendar calendar, CalendarPeriod period)
    {
        bool isFirst = period.Unit == CalendarUnit.Hour ? period.StartTicks == 0 : period.FirstDay == DateOnly.MinValue;
        return isFirst ? period : calendar.Previous(period);
    }

    /// <summary>Describes the periods of a table from a place on.</summary>
    internal static ImmutableArray<ActivityPeriod> Describe(PeriodTable table, EvaluationContext context, int start = 0)
    {
        int complete = table.CompleteAt(context.AsOf);
        var periods = ImmutableArray.CreateBuilder<ActivityPeriod>(table.Count - start);
        for (int i = start; i < table.Count; i++)
        {
            CalendarPeriod period = table[i];
            periods.Add(new(period.FirstDay, LastDayOf(period, context.WeekStart), period.Start, period.End, i < complete));
        }

        return periods.MoveToImmutable();
    }

    /// <summary>Gets the last local date of a period.</summary>
    internal static DateOnly LastDayOf(CalendarPeriod period, DayOfWeek weekStart)
    {
        DateOnly first = period.FirstDay;
        int days = period.Unit switch
        {
            CalendarUnit.Week => 6 - ((first.DayOfWeek - weekStart + 7) % 7), // the week of 0001-01-01 may be cut off at its front
            CalendarUnit.Month => DateTime.DaysInMonth(first.Year, first.Month) - 1,
            _ => 0,
        };
        return DateOnly.FromDayNumber(Math.Min(first.DayNumber + days, DateOnly.MaxValue.DayNumber));
    }

    private static int CountOf(ReportingCalendar calendar, CalendarPeriod first, CalendarPeriod last)
    {
        int days = last.FirstDay.DayNumber - first.FirstDay.DayNumber;
        return first.Unit switch
        {
            CalendarUnit.Day => days + 1,
            CalendarUnit.Week => ((days + 6) / 7) + 1,
            CalendarUnit.Month => ((last.FirstDay.Year - first.FirstDay.Year) * 12) + last.FirstDay.Month - first.FirstDay.Month + 1,
            _ => calendar.Periods(CalendarUnit.Hour, new(first.Start, last.End)).Count(), // daylight saving makes hours of any length
        };
    }
}
