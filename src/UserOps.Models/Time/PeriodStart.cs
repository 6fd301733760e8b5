namespace UserOps.Models;

/// <summary>Finds the first instant of a period that is given by a local date, an instant, or not at all.</summary>
internal static class PeriodStart
{
    internal static long TicksOf(DateOrInstant? from, EvaluationContext context) => from switch
    {
        null => long.MinValue,
        { Instant: { } instant } => instant.UtcTicks,
        { Date: var date } => ReportingCalendar.Of(context).StartOf(date!.Value).UtcTicks,
    };
}
