using System.Diagnostics;

namespace UserOps.Models;

/// <summary><c>current</c>: the local day, week, month or year of the evaluation, whole: "this year" begins on 1 January and ends on 31 December.</summary>
public sealed record CurrentPeriodWindow : TimeWindow
{
    /// <summary>Gets the unit: a day, a week (from the first day of the context), a month or a year.</summary>
    public required WindowUnit Unit { get; init; }

    internal override TickRange At(EvaluationContext context)
    {
        ReportingCalendar calendar = ReportingCalendar.Of(context);
        DateOnly today = calendar.DayOf(context.AsOf);
        return Unit switch
        {
            WindowUnit.Day => Period(CalendarUnit.Day),
            WindowUnit.Week => Period(CalendarUnit.Week),
            WindowUnit.Month => Period(CalendarUnit.Month),
            WindowUnit.Year => new(
                calendar.DayStartTicks(new DateOnly(today.Year, 1, 1).DayNumber), calendar.DayEndTicks(new DateOnly(today.Year, 12, 31).DayNumber)),
            _ => throw new UnreachableException($"{Unit} was to be refused."),
        };

        TickRange Period(CalendarUnit unit)
        {
            CalendarPeriod period = calendar.PeriodOf(unit, today);
            return new(period.StartTicks, period.EndTicks);
        }
    }

    internal override WindowTurns TurnsOf(long ticks, EvaluationContext context)
    {
        TickRange period = At(context with { AsOf = new DateTimeOffset(ticks, TimeSpan.Zero) });
        return new(period.From, period.To);
    }
}
