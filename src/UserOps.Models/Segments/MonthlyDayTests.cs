namespace UserOps.Models;

/// <summary>Binds <see cref="MonthlyDay"/> to a column of numbers: which of 31 days fall into the dates is found first, the column is then asked for a list.</summary>
internal static class MonthlyDayTests
{
    internal const int LongestMonth = 31;

    internal static RowTest Of(MonthlyDay rule, Column column, EvaluationContext context)
    {
        long today = ReportingCalendar.Of(context).DayNumberOf(context.AsOf.UtcTicks);
        int first = (int)Math.Clamp(today + rule.FromDays, 0, DateOnly.MaxValue.DayNumber + 1L);
        int last = (int)Math.Clamp(today + rule.ToDays, -1, DateOnly.MaxValue.DayNumber);
        ulong[] isDay = RowProgram.Compile(OneOf(column, Enumerable.Range(1, LongestMonth)), column.Count).Run().True;
        return OneOf(column, DaysIn(first, last)) with { Known = [new StoredBits(isDay)] };
    }

    /// <summary>Gets the day of the month of a row; null where there is none.</summary>
    internal static int? DayAt(Column column, int row)
    {
        decimal? value = column switch
        {
            QuantityColumn quantities => quantities[row],
            NumberColumn numbers => numbers[row] is >= 1 and <= LongestMonth and { } measured ? (decimal)measured : null,
            _ => null,
        };
        return value is >= 1 and <= LongestMonth && value == decimal.Truncate(value.Value) ? (int)value : null;
    }

    private static RowTest OneOf(Column column, IEnumerable<int> days)
        => ColumnTests.Of(new OneOf { Field = column.Field.Name, Values = [.. days.Select(day => (RuleValue)day)] }, column);

    /// <summary>Lists the days of the month that fall on one of some dates.</summary>
    private static SortedSet<int> DaysIn(int first, int last)
    {
        var days = new SortedSet<int>();

        // Every day of the month comes around within 31 days, the missing ones on the last of a month.
        for (int number = last; number >= first && number > last - LongestMonth; number--)
        {
            var date = DateOnly.FromDayNumber(number);
            bool isLast = date.Day == DateTime.DaysInMonth(date.Year, date.Month);
            days.UnionWith(Enumerable.Range(date.Day, isLast ? LongestMonth - date.Day + 1 : 1));
        }

        return days;
    }
}
