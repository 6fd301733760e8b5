namespace UserOps.Models;

/// <summary>Dates of card nodes as day numbers (<see cref="DateOnly.DayNumber"/>).</summary>
internal static class CardCycleKernels
{
    /// <summary>Stands for no date; above every day number.</summary>
    internal const int Never = int.MaxValue;

    private static readonly int LastDay = DateOnly.MaxValue.DayNumber;

    /// <summary>Finds the first date of a node on or after a day.</summary>
    /// <param name="timing">How the value gives the dates.</param>
    /// <param name="value">A day number; for <see cref="CardCycleTiming.Monthly"/> 1 to 31.</param>
    /// <param name="from">A day number; may lie outside the calendar.</param>
    /// <returns>A day number, or <see cref="Never"/>.</returns>
    internal static int FirstOnOrAfter(CardCycleTiming timing, int value, long from)
    {
        int first = (int)Math.Clamp(from, 0, LastDay + 1L);
        return first > LastDay ? Never : timing switch
        {
            CardCycleTiming.Monthly => FirstMonthly(value, first),
            CardCycleTiming.Yearly => FirstYearly(DateOnly.FromDayNumber(value), Math.Max(first, value)),
            _ => value >= first ? value : Never,
        };
    }

    private static int FirstMonthly(int day, int from)
    {
        var date = DateOnly.FromDayNumber(from);
        int here = DayIn(date.Year, date.Month, day);
        return here >= from ? here
            : date.Month < 12 ? DayIn(date.Year, date.Month + 1, day)
            : date.Year < DateOnly.MaxValue.Year ? DayIn(date.Year + 1, 1, day)
            : Never;
    }

    private static int FirstYearly(DateOnly date, int from)
    {
        int year = DateOnly.FromDayNumber(from).Year;
        int here = DayIn(year, date.Month, date.Day);
        return here >= from ? here : year < DateOnly.MaxValue.Year ? DayIn(year + 1, date.Month, date.Day) : Never;
    }

    /// <summary>A day a month does not have is its last one; this holds for 29 February, too.</summary>
    private static int DayIn(int year, int month, int day) => new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month))).DayNumber;
}
