namespace UserOps.Models.Tests.Segments;

/// <summary>Windows by their definition, in numbers too wide to overflow.</summary>
internal static class TwinWindow
{
    internal static bool Contains(TimeWindow? window, DateTimeOffset instant, EvaluationContext context) => window switch
    {
        null or UnlimitedWindow => true,
        RollingWindow rolling => Stepped(context, -(long)rolling.Last, rolling.Unit) < instant.UtcTicks && instant <= context.AsOf,
        RollingAheadWindow ahead => context.AsOf < instant && instant.UtcTicks <= Stepped(context, ahead.Next, ahead.Unit),
        CalendarWindow calendar => DaysAgo(instant, context) is var ago && ago <= calendar.FromDaysAgo && ago >= calendar.ToDaysAgo,
        CurrentPeriodWindow current => PeriodOf(instant, current.Unit, context) == PeriodOf(context.AsOf, current.Unit, context),
        AbsoluteWindow absolute => absolute.From <= instant && instant < absolute.To,
        _ => throw new NotSupportedException(window.GetType().Name),
    };

    /// <summary>Gets a length of elapsed time.</summary>
    internal static Int128 Ticks(long amount, WindowUnit unit) => (Int128)amount * unit switch
    {
        WindowUnit.Minute => TimeSpan.TicksPerMinute,
        WindowUnit.Hour => TimeSpan.TicksPerHour,
        WindowUnit.Day => TimeSpan.TicksPerDay,
        WindowUnit.Week => 7 * TimeSpan.TicksPerDay,
        _ => throw new NotSupportedException(unit.ToString()),
    };

    /// <summary>Gets the UTC ticks some units away from the instant of the evaluation; far beyond all instants where the calendar ends before.</summary>
    internal static Int128 Stepped(EvaluationContext context, long amount, WindowUnit unit)
    {
        if (unit is not (WindowUnit.Month or WindowUnit.Year))
        {
            return context.AsOf.UtcTicks + Ticks(amount, unit);
        }

        DateTime local = TwinLocalTime.Of(context.AsOf, context.Zone);
        long month = (local.Year * 12L) + (local.Month - 1) + (unit == WindowUnit.Year ? 12 * amount : amount);
        if (month is < 12 or >= 120_000)
        {
            return amount < 0 ? long.MinValue : long.MaxValue;
        }

        var (year, monthOfYear) = ((int)(month / 12), (int)(month % 12) + 1);
        int day = Math.Min(local.Day, DateTime.DaysInMonth(year, monthOfYear));
        return TwinLocalTime.InstantOf(new DateTime(year, monthOfYear, day) + local.TimeOfDay, context.Zone).UtcTicks;
    }

    private static DateTime PeriodOf(DateTimeOffset instant, WindowUnit unit, EvaluationContext context)
    {
        DateTime day = TwinLocalTime.Of(instant, context.Zone).Date;
        return unit switch
        {
            WindowUnit.Day => day,
            WindowUnit.Week => Enumerable.Range(0, 7).Select(ago => day.AddDays(-ago)).First(start => start.DayOfWeek == context.WeekStart),
            WindowUnit.Month => new(day.Year, day.Month, 1),
            _ => new(day.Year, 1, 1),
        };
    }

    private static int DaysAgo(DateTimeOffset instant, EvaluationContext context)
        => (TwinLocalTime.Of(context.AsOf, context.Zone).Date - TwinLocalTime.Of(instant, context.Zone).Date).Days;
}
