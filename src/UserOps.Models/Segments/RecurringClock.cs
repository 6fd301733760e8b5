namespace UserOps.Models;

/// <summary>Days that come around, every year or every month, enter their stretch of days at midnight and leave it at midnight.</summary>
/// <param name="fromDays">The first day of the stretch, from the local date of the evaluation on.</param>
/// <param name="toDays">The last one.</param>
/// <param name="firstOnOrAfter">Gives the first of a user's days on or after the day of a number; null where there is none any more, or never was.</param>
/// <param name="context">The instant and the zone of the evaluation.</param>
internal sealed class RecurringClock(int fromDays, int toDays, Func<int, long, long?> firstOnOrAfter, EvaluationContext context) : LeafClock
{
    private readonly ReportingCalendar _calendar = ReportingCalendar.Of(context);

    internal static RecurringClock Of(Anniversary rule, DateColumn column, EvaluationContext context) => new(
        rule.FromDays, rule.ToDays, (user, day) => column[user] is { } date ? AnniversaryFrom(rule.LeapDayRule, date, day) : null, context);

    internal static RecurringClock Of(MonthlyDay rule, Column column, EvaluationContext context) => new(
        rule.FromDays, rule.ToDays, (user, day) => MonthlyDayTests.DayAt(column, user) is { } dayOfMonth ? MonthlyFrom(dayOfMonth, day) : null, context);

    internal override long NextOf(int user)
    {
        long today = _calendar.DayNumberOf(context.AsOf.UtcTicks);
        return firstOnOrAfter(user, today + fromDays) switch
        {
            null => long.MaxValue,
            { } first when first <= today + toDays => StartOf(first - fromDays + 1), // it holds until this one has gone by, or longer
            { } first => StartOf(first - toDays),
        };
    }

    private static long? AnniversaryFrom(LeapDayRule rule, DateOnly date, long day)
    {
        long from = Math.Max(day, date.DayNumber);
        return from > DateOnly.MaxValue.DayNumber
            ? null
            : YearsFrom((int)from).Select(year => rule.In(year, date).DayNumber).Where(number => number >= from).Select(number => (long?)number).FirstOrDefault();
    }

    private static IEnumerable<int> YearsFrom(int dayNumber)
    {
        int year = DateOnly.FromDayNumber(dayNumber).Year;
        return Enumerable.Range(year, Math.Min(2, DateOnly.MaxValue.Year - year + 1));
    }

    private static long? MonthlyFrom(int dayOfMonth, long day)
    {
        for (long number = Math.Max(day, 0); number <= Math.Min(Math.Max(day, 0) + MonthlyDayTests.LongestMonth, DateOnly.MaxValue.DayNumber); number++)
        {
            var date = DateOnly.FromDayNumber((int)number);
            if (date.Day == Math.Min(dayOfMonth, DateTime.DaysInMonth(date.Year, date.Month)))
            {
                return number;
            }
        }

        return null;
    }

    private long StartOf(long day) => day > DateOnly.MaxValue.DayNumber ? long.MaxValue : _calendar.DayStartTicks((int)Math.Max(day, 0));
}
