namespace UserOps.Models;

/// <summary>Finds the first later moment at which an instant enters a window, or leaves it.</summary>
/// <remarks>
/// An instant inside leaves; one that lies ahead enters; one that has been left behind stays there, or comes back only where a month is
/// cut short, and that is not looked for.
/// </remarks>
internal static class WindowChange
{
    // Offsets are whole quarters of an hour, so within one quarter a window only moves forward.
    private const long Step = 15 * TimeSpan.TicksPerMinute;
    private const int YearsOfLeapCycle = 9; // 29 February comes back after four years, or eight

    /// <returns>Null where time alone changes nothing, or not within the calendar.</returns>
    internal static DateTimeOffset? Of(TimeWindow window, long ticks, EvaluationContext context)
    {
        TickRange now = window.At(context);
        if (ticks < now.From)
        {
            return null;
        }

        bool isInside = ticks < now.To;
        WindowTurns turns = window.TurnsOf(ticks, context);
        (long turn, long unsettled) = isInside ? (turns.Leaves, turns.UnsettledOut) : (turns.Enters, turns.UnsettledIn);
        if (unsettled > 0)
        {
            turn = FirstFrom(turn, unsettled, context, asOf => window.At(asOf) is var then && isInside != (ticks >= then.From && ticks < then.To)) ?? long.MaxValue;
        }

        return turn > context.AsOf.UtcTicks && turn < OffsetTimeline.EndOfTime ? new DateTimeOffset(turn, TimeSpan.Zero) : null;
    }

    /// <summary>Finds the start of the first later day on which a day of the month has come within reach, or fallen out of it.</summary>
    internal static DateTimeOffset? OfDays(OneUser user, MonthlyDay rule, bool answer)
        => FirstDay(user, rule, answer, Enumerable.Range(1, 2 * MonthlyDayTests.LongestMonth).Select(days => user.Today + (long)days));

    /// <summary>Finds the start of the first later day on which the answer is another.</summary>
    internal static DateTimeOffset? OfDays(OneUser user, Anniversary rule, DateOnly date, bool answer)
    {
        int today = user.Today;

        // An answer can change only where an anniversary comes within reach, or falls out of it.
        IEnumerable<long> days = [.. DaysLike(date, today + (long)rule.ToDays).Select(day => day - rule.ToDays), .. DaysLike(date, today + (long)rule.FromDays).Select(day => day - rule.FromDays + 1)];
        return FirstDay(user, rule, answer, days.Where(day => day > today).Order());
    }

    private static DateTimeOffset? FirstDay(OneUser user, FieldRule rule, bool answer, IEnumerable<long> days)
    {
        ReportingCalendar calendar = ReportingCalendar.Of(user.Context);
        foreach (long day in days.Where(day => day <= DateOnly.MaxValue.DayNumber))
        {
            long start = calendar.DayStartTicks((int)day);
            if (start < OffsetTimeline.EndOfTime && user.HoldsAt(rule, new DateTimeOffset(start, TimeSpan.Zero)) != answer)
            {
                return new DateTimeOffset(start, TimeSpan.Zero);
            }
        }

        return null;
    }

    /// <summary>Lists the days that may be an anniversary of a date, in the years from a day on; those that may stand for 29 February as well.</summary>
    private static IEnumerable<long> DaysLike(DateOnly date, long fromDay)
    {
        int first = DateOnly.FromDayNumber((int)Math.Clamp(fromDay, 0, DateOnly.MaxValue.DayNumber)).Year;
        for (int year = first; year <= Math.Min(first + YearsOfLeapCycle, DateOnly.MaxValue.Year); year++)
        {
            int day = new DateOnly(year, date.Month, Math.Min(date.Day, DateTime.DaysInMonth(year, date.Month))).DayNumber;
            yield return day;
            if (date is { Month: 2, Day: 29 })
            {
                yield return day + 1;
            }
        }
    }

    /// <summary>Looks for the first moment a condition holds, from an instant before which it does not, for as long as it may go either way.</summary>
    private static long? FirstFrom(long turn, long unsettled, EvaluationContext context, Func<EvaluationContext, bool> holds)
    {
        long before = Math.Max(context.AsOf.UtcTicks, turn - 1);
        long last = Math.Min(turn + unsettled, OffsetTimeline.EndOfTime - 1);
        while (before < last)
        {
            long next = Math.Min(before - (before % Step) + Step, last);
            if (HoldsAt(next))
            {
                return Bisect(before, next);
            }

            before = next;
        }

        return null;

        bool HoldsAt(long at) => holds(context with { AsOf = new DateTimeOffset(at, TimeSpan.Zero) });

        long Bisect(long no, long yes)
        {
            while (yes - no > 1)
            {
                long half = no + ((yes - no) / 2);
                (no, yes) = HoldsAt(half) ? (no, half) : (half, yes);
            }

            return yes;
        }
    }
}
