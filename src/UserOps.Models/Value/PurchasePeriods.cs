namespace UserOps.Models.Value;

/// <summary>Numbers local dates by the period that holds them. Days have the numbers of dates; weeks and months count from the one of the first event.</summary>
internal sealed class PurchasePeriods
{
    private readonly ReportingCalendar _calendar;
    private readonly CalendarUnit _unit;
    private readonly PeriodTable? _table;

    /// <param name="calendar">The calendar.</param>
    /// <param name="unit">Day, week or month.</param>
    /// <param name="firstDay">The number of the first date that is asked about.</param>
    /// <param name="lastDay">The number of the last one; a date before the first asks about nothing.</param>
    internal PurchasePeriods(ReportingCalendar calendar, CalendarUnit unit, int firstDay, int lastDay)
    {
        _calendar = calendar;
        _unit = unit;
        CalendarPeriod first = calendar.PeriodOf(unit, DateOnly.FromDayNumber(firstDay));
        CalendarPeriod last = calendar.PeriodOf(unit, DateOnly.FromDayNumber(Math.Max(firstDay, lastDay)));
        _table = unit == CalendarUnit.Day ? null : new(calendar, first, unit == CalendarUnit.Week
            ? (last.FirstDay.DayNumber - first.FirstDay.DayNumber + 6) / 7 + 1 // a first week that is cut off at the beginning of time is shorter
            : (last.FirstDay.Year - first.FirstDay.Year) * 12 + last.FirstDay.Month - first.FirstDay.Month + 1);
    }

    /// <summary>Gets the number of the period that holds a date.</summary>
    internal int NumberOf(int day) => _table is null ? day : _table.IndexOfDay(day);

    /// <summary>Gets the first date of a period.</summary>
    internal DateOnly FirstDayOf(int number) => _table is null ? DateOnly.FromDayNumber(number) : _table[number].FirstDay;

    /// <summary>Gets the number of the last date of a period.</summary>
    internal int LastDayOf(int number) => _table is null ? number : _calendar.EndDay(_table[number]) - 1;

    /// <summary>Says whether a date is the last one of its period.</summary>
    internal bool IsLastDay(int day) => _calendar.EndDay(_calendar.PeriodOf(_unit, DateOnly.FromDayNumber(day))) - 1 == day;
}
