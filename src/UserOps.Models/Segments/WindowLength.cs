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

    private static long Within(Int128 ticks) => (long)Int128.Clamp(ticks, BeforeAll, LastTick);

    /// <summary>One step of so many months: 31 March and one month back is the last of February. Null outside the calendar.</summary>
    private static long? AddMonths(long localTicks, long months)
    {
        var local = new DateTime(Math.Clamp(localTicks, 0, LastTick), DateTimeKind.Unspecified);
        long month = ((long)local.Year * MonthsPerYear) + local.Month - 1 + months;
        return month >= MonthsPerYear && month < (DateTime.MaxValue.Year + 1L) * MonthsPerYear ? local.AddMonths((int)months).Ticks : null;
    }
}
