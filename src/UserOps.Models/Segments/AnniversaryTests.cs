namespace UserOps.Models;

/// <summary>Binds <see cref="Anniversary"/> to a column of dates.</summary>
internal static class AnniversaryTests
{
    internal static RowTest Of(Anniversary rule, DateColumn column, EvaluationContext context)
    {
        long today = ReportingCalendar.Of(context).DayNumberOf(context.AsOf.UtcTicks);
        int first = (int)Math.Clamp(today + rule.FromDays, 0, DateOnly.MaxValue.DayNumber + 1L);
        int last = (int)Math.Clamp(today + rule.ToDays, -1, DateOnly.MaxValue.DayNumber);
        return first > last ? RowTest.Of(null, column) : RowTest.Of(new AnniversaryScan(column, LastByDay(first, last, rule.LeapDayRule)), column);
    }

    private static DateOnly LeapDay => new(2000, 2, 29);

    /// <summary>Finds for each day of the year the last of its anniversaries among some dates; -1 where there is none.</summary>
    private static int[] LastByDay(int first, int last, LeapDayRule leapDays)
    {
        var lastOf = new int[AnniversaryScan.Keys];
        Array.Fill(lastOf, -1);

        // Every day of the year comes around once in a year, 29 February by its rule.
        for (int day = last; day >= first && day > last - 366; day--)
        {
            var date = DateOnly.FromDayNumber(day);
            Note(AnniversaryScan.KeyOf(date), day);
            if (!DateTime.IsLeapYear(date.Year) && date == leapDays.In(date.Year, LeapDay))
            {
                Note(AnniversaryScan.LeapDay, day);
            }
        }

        return lastOf;

        void Note(int key, int day) => lastOf[key] = Math.Max(lastOf[key], day);
    }
}

/// <summary>Dates with an anniversary among some others that is not before the date itself.</summary>
/// <param name="column">The dates.</param>
/// <param name="lastOf">Shape [<see cref="Keys"/>]; the last anniversary of each day of the year, -1 for none.</param>
internal sealed class AnniversaryScan(DateColumn column, int[] lastOf) : ScannedBits
{
    /// <summary>The day of the year 29 February.</summary>
    internal const int LeapDay = (2 * DaysPerMonth) + 29;

    /// <summary>One more than the largest day of the year.</summary>
    internal const int Keys = 13 * DaysPerMonth;

    private const int DaysPerMonth = 32;

    internal override int Cost => 40;

    internal static int KeyOf(DateOnly date) => (date.Month * DaysPerMonth) + date.Day;

    internal override void Scan(int firstRow, int rows, Span<ulong> words)
    {
        words.Clear();
        ReadOnlySpan<int> days = column.DayNumbers.Slice(firstRow, rows);
        for (int row = 0; row < days.Length; row++)
        {
            words[row >> 6] |= RowKernels.Bit(lastOf[KeyOf(DateOnly.FromDayNumber(days[row]))] >= days[row]) << row;
        }
    }
}
