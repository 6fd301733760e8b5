using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>Instants at which a history looks: the ends of calendar periods.</summary>
public static class LifecycleGrid
{
    /// <summary>Lists the last instant of every period that holds a date of a range and is over at 'as of'.</summary>
    /// <param name="context">The zone, the first day of the week, and the last instant that is seen.</param>
    /// <param name="unit">What the periods are: <see cref="CalendarUnit.Month"/> for month ends.</param>
    /// <param name="from">The first local date.</param>
    /// <param name="to">The last local date, included; the whole period that holds it counts.</param>
    /// <returns>Ascending; each the tick before the next period begins. Empty where <paramref name="to"/> lies before <paramref name="from"/> or no period is over.</returns>
    /// <exception cref="ArgumentNullException">The context is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a unit of the calendar.</exception>
    public static ImmutableArray<DateTimeOffset> PeriodEnds(EvaluationContext context, CalendarUnit unit, DateOnly from, DateOnly to)
    {
        ReportingCalendar calendar = ReportingCalendar.Of(context);
        var range = new InstantRange(calendar.StartOf(from), calendar.PeriodOf(CalendarUnit.Day, to).End);
        return
        [
            .. calendar.Periods(unit, range)
                .Where(period => period.Length > TimeSpan.Zero && period.IsCompleteAt(context.AsOf)) // a date that the zone skipped has no end of its own
                .Select(period => calendar.InstantOf(period.EndTicks - 1)),
        ];
    }
}
