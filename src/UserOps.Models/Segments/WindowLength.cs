namespace UserOps.Models;

/// <summary>Moves an instant by a number of units: by elapsed time, or on the local calendar for months and years.</summary>
internal static class WindowLength
{
    private const int MonthsPerYear = 12;
    private const long BeforeAll = -1;
    private const long LastTick = OffsetTimeline.EndOfTime - 1;

    // The offsets of two zones differ by no more than this, and so no clock was ever moved by more.
    private const long Margin = 26 * TimeSpan.TicksPerHour;

    // The margin at both ends, and the three days by which a month may be shorter than another at either.
    private const long LongUnsettled = 10 * TimeSpan.TicksPerDay;

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

    /// <summary>Adds elapsed time; the greatest or least number where there is no such instant.</summary>
    internal static long Later(long ticks, long amount, WindowUnit unit)
        => (long)Int128.Clamp(ticks + ((Int128)amount * TicksOf(unit)), long.MinValue, long.MaxValue);

    /// <summary>Gets the first instant from which a step of so many months or years back reaches a goal.</summary>
    /// <remarks>
    /// The step is taken on the local calendar, where several days may step to the last of a shorter month, each from its start to its end, and
    /// where clocks change. Beside either its inverse is no formula: there the answer is an instant before which no step reaches the goal, and
    /// for how long after it a step may reach it, or fall short of it again.
    /// </remarks>
    /// <param name="goalTicks">The goal, in UTC ticks.</param>
    /// <param name="amount">How many units back the step goes; forward where negative.</param>
    /// <param name="unit">A month or a year.</param>
    /// <param name="zone">The zone.</param>
    internal static (long Ticks, long Unsettled) StepTo(long goalTicks, long amount, WindowUnit unit, TimeZoneInfo zone)
    {
        OffsetTimeline timeline = OffsetTimeline.Of(zone);
        long months = unit == WindowUnit.Year ? amount * MonthsPerYear : amount;
        long goal = Math.Clamp(goalTicks, 0, LastTick);
        if (InstantStepping(timeline, timeline.LocalTicks(goal), months) is { } exact
            && !IsLastOfMonth(timeline, goal) && IsSteady(timeline, goal, Margin) && IsSteady(timeline, exact, Margin))
        {
            return (exact, 0);
        }

        return InstantStepping(timeline, timeline.LocalTicks(goal) - Margin, months) is { } early
            ? (early - Margin, LongUnsettled)
            : (months > 0 ? long.MaxValue : long.MinValue, 0);
    }

    /// <summary>Says whether a step can have passed a goal lately and fall short of it again: beside the end of a month, or a change of the clock.</summary>
    /// <param name="fromTicks">Where the step from the instant of the evaluation leads.</param>
    /// <param name="context">Gives that instant, and the zone.</param>
    internal static bool IsUnsettled(long fromTicks, EvaluationContext context)
    {
        OffsetTimeline timeline = OffsetTimeline.Of(context.Zone);
        long from = Math.Clamp(fromTicks, 0, LastTick);
        return IsLastOfMonth(timeline, from) || !IsSteady(timeline, from, 2 * LongUnsettled) || !IsSteady(timeline, context.AsOf.UtcTicks, 2 * LongUnsettled);
    }

    /// <summary>Gets the instant of the first local time that steps on or over a local goal; null where it lies outside the calendar.</summary>
    private static long? InstantStepping(OffsetTimeline timeline, long localGoal, long months)
    {
        var local = new DateTime(Math.Clamp(localGoal, 0, LastTick), DateTimeKind.Unspecified);
        long month = ((long)local.Year * MonthsPerYear) + local.Month - 1 + months;
        if (month < MonthsPerYear || month >= (DateTime.MaxValue.Year + 1L) * MonthsPerYear)
        {
            return null;
        }

        (int year, int monthOfYear) = ((int)(month / MonthsPerYear), (int)(month % MonthsPerYear) + 1);
        int days = DateTime.DaysInMonth(year, monthOfYear);
        long first = new DateTime(year, monthOfYear, 1).Ticks;

        // A day the month does not have is stepped over by the first of the next.
        long from = local.Day <= days
            ? first + ((local.Day - 1) * TimeSpan.TicksPerDay) + local.TimeOfDay.Ticks
            : first + (days * TimeSpan.TicksPerDay);
        return timeline.InstantOf(Math.Min(from, LastTick));
    }

    private static bool IsLastOfMonth(OffsetTimeline timeline, long ticks)
        => new DateTime(Math.Clamp(timeline.LocalTicks(ticks), 0, LastTick), DateTimeKind.Unspecified) is var local && local.Day == DateTime.DaysInMonth(local.Year, local.Month);

    private static bool IsSteady(OffsetTimeline timeline, long ticks, long margin)
        => timeline.At(ticks) is var span && ticks - margin >= span.Start && ticks + margin < span.End;

    private static long Within(Int128 ticks) => (long)Int128.Clamp(ticks, BeforeAll, LastTick);

    /// <summary>One step of so many months: 31 March and one month back is the last of February. Null outside the calendar.</summary>
    private static long? AddMonths(long localTicks, long months)
    {
        var local = new DateTime(Math.Clamp(localTicks, 0, LastTick), DateTimeKind.Unspecified);
        long month = ((long)local.Year * MonthsPerYear) + local.Month - 1 + months;
        return month >= MonthsPerYear && month < (DateTime.MaxValue.Year + 1L) * MonthsPerYear ? local.AddMonths((int)months).Ticks : null;
    }
}
