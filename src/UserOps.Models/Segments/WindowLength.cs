namespace UserOps.Models;

/// <summary>Moves an instant by a number of units: by elapsed time, or on the local calendar for months and years.</summary>
internal static class WindowLength
{
    private const int MonthsPerYear = 12;
    private const long BeforeAll = -1;
    private const long LastTick = OffsetTimeline.EndOfTime - 1;

    /// <summary>Gets the ticks of one unit.</summary>
    /// <param name="unit">Not a month or a year, which have no fixed length.</param>
    internal static long TicksOf(WindowUnit unit) => unit switch
    {
        WindowUnit.Minute => TimeSpan.TicksPerMinute,
        WindowUnit.Hour => TimeSpan.TicksPerHour,
        WindowUnit.Day => TimeSpan.TicksPerDay,
        WindowUnit.Week => 7 * TimeSpan.TicksPerDay,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Months and years have no fixed length."),
    };

    internal static bool IsCalendar(WindowUnit unit) => unit is WindowUnit.Month or WindowUnit.Year;

    /// <summary>Moves the instant of an evaluation.</summary>
    /// <returns>UTC ticks; -1 for whatever lies before the first instant there is, and the last one for whatever lies after it.</returns>
    internal static long Shift(EvaluationContext context, long amount, WindowUnit unit)
    {
        long asOf = context.AsOf.UtcTicks;
        if (!IsCalendar(unit))
        {
            return Within(asOf + ((Int128)amount * TicksOf(unit)));
        }

        OffsetTimeline timeline = OffsetTimeline.Of(context.Zone);
        long months = unit == WindowUnit.Year ? amount * MonthsPerYear : amount;
        if (AddMonths(timeline.LocalTicks(asOf), months) is not { } local)
        {
            return months < 0 ? BeforeAll : LastTick;
        }

        // The clock may show a time of year 1 that no instant has.
        return local < timeline.At(0).Offset ? BeforeAll : timeline.InstantOf(local);
    }

    /// <summary>For how long after <see cref="NotAfterStepTo"/> the step may reach its goal, and fall short of it again where the clock goes back.</summary>
    internal static long Unsettled => 10 * TimeSpan.TicksPerDay;

    /// <summary>Adds elapsed time; the greatest or least number where there is no such instant.</summary>
    internal static long Later(long ticks, long amount, WindowUnit unit)
        => (long)Int128.Clamp(ticks + ((Int128)amount * TicksOf(unit)), long.MinValue, long.MaxValue);

    /// <summary>Gets an instant before which no step of so many months or years back reaches a goal.</summary>
    /// <remarks>
    /// The step is taken on the local calendar, so its inverse has to do with days a month does not have and with clocks that change; a day and
    /// two hours are more than any clock was ever moved by.
    /// </remarks>
    /// <param name="goalTicks">The goal, in UTC ticks.</param>
    /// <param name="amount">How many units back the step goes; forward where negative.</param>
    /// <param name="unit">A month or a year.</param>
    /// <param name="zone">The zone.</param>
    internal static long NotAfterStepTo(long goalTicks, long amount, WindowUnit unit, TimeZoneInfo zone)
    {
        OffsetTimeline timeline = OffsetTimeline.Of(zone);
        const long Margin = 26 * TimeSpan.TicksPerHour;
        long months = unit == WindowUnit.Year ? amount * MonthsPerYear : amount;
        long goal = Math.Clamp(goalTicks, 0, LastTick);
        var local = new DateTime(Math.Clamp(timeline.LocalTicks(goal) - Margin, 0, LastTick), DateTimeKind.Unspecified);
        long month = ((long)local.Year * MonthsPerYear) + local.Month - 1 + months;
        if (month < MonthsPerYear)
        {
            return long.MinValue;
        }

        if (month >= (DateTime.MaxValue.Year + 1L) * MonthsPerYear)
        {
            return long.MaxValue;
        }

        // The first of all local times that step on or over the goal: a day the month does not have is stepped over by the first of the next.
        (int year, int monthOfYear) = ((int)(month / MonthsPerYear), (int)(month % MonthsPerYear) + 1);
        int days = DateTime.DaysInMonth(year, monthOfYear);
        long first = new DateTime(year, monthOfYear, 1).Ticks;
        long from = local.Day <= days
            ? first + ((local.Day - 1) * TimeSpan.TicksPerDay) + local.TimeOfDay.Ticks
            : first + (days * TimeSpan.TicksPerDay);
        return timeline.InstantOf(Math.Min(from, LastTick)) - Margin;
    }

    private static long Within(Int128 ticks) => (long)Int128.Clamp(ticks, BeforeAll, LastTick);

    /// <summary>One step of so many months: 31 March and one month back is the last of February. Null outside the calendar.</summary>
    private static long? AddMonths(long localTicks, long months)
    {
        var local = new DateTime(Math.Clamp(localTicks, 0, LastTick), DateTimeKind.Unspecified);
        long month = ((long)local.Year * MonthsPerYear) + local.Month - 1 + months;
        return month >= MonthsPerYear && month < (DateTime.MaxValue.Year + 1L) * MonthsPerYear ? local.AddMonths((int)months).Ticks : null;
    }
}
