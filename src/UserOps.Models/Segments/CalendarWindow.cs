namespace UserOps.Models;

/// <summary><c>calendar</c>: some local dates around the date of the evaluation, both ends included.</summary>
public sealed record CalendarWindow : TimeWindow
{
    /// <summary>Gets the first date: 0 is the date of the evaluation, 1 the one before, -1 the one after.</summary>
    public required int FromDaysAgo { get; init; }

    /// <summary>Gets the last date; not above <see cref="FromDaysAgo"/>.</summary>
    public required int ToDaysAgo { get; init; }

    internal override TickRange At(EvaluationContext context)
    {
        ReportingCalendar calendar = ReportingCalendar.Of(context);
        long today = calendar.DayNumberOf(context.AsOf.UtcTicks);
        (long first, long last) = (today - FromDaysAgo, today - ToDaysAgo);
        int lastThereIs = DateOnly.MaxValue.DayNumber;
        return last < 0 || first > lastThereIs
            ? default
            : new(calendar.DayStartTicks((int)Math.Max(first, 0)), calendar.DayEndTicks((int)Math.Min(last, lastThereIs)));
    }

    internal override WindowTurns TurnsOf(long ticks, EvaluationContext context)
    {
        ReportingCalendar calendar = ReportingCalendar.Of(context);
        long day = calendar.DayNumberOf(ticks);
        return new(StartOf(day + ToDaysAgo), StartOf(day + FromDaysAgo + 1));

        long StartOf(long number) => number > DateOnly.MaxValue.DayNumber ? long.MaxValue : calendar.DayStartTicks((int)Math.Max(number, 0));
    }
}
