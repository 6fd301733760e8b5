namespace UserOps.Models.Rfm;

/// <summary>The instants of a question: from when purchases count, and as of when they are seen.</summary>
/// <param name="FromTicks">The first instant in the window.</param>
/// <param name="AsOfTicks">The last one.</param>
/// <param name="AsOfDay">The local date of the last one, as <see cref="DateOnly.DayNumber"/>.</param>
internal readonly record struct RfmWindow(long FromTicks, long AsOfTicks, int AsOfDay)
{
    internal static RfmWindow Of(RfmDefinition definition, ReportingCalendar calendar, EvaluationContext context)
    {
        long asOf = context.AsOf.UtcTicks;
        int day = calendar.DayNumberOf(asOf);
        long from = definition switch
        {
            { LastDays: { } days } => calendar.DayStartTicks(Math.Max(day - days + 1, 0)),
            { From: { Instant: { } instant } } => instant.UtcTicks,
            { From: { Date: { } date } } => calendar.StartOf(date).UtcTicks,
            _ => long.MinValue,
        };
        return new(from, asOf, day);
    }

    /// <summary>Says whether every event of a log lies in the window.</summary>
    internal bool HoldsAllOf(EventTable events) => FromTicks <= events.FirstTicks && events.LastTicks <= AsOfTicks;

    /// <summary>Says whether an instant lies in the window.</summary>
    internal bool Contains(long utcTicks) => FromTicks <= utcTicks && utcTicks <= AsOfTicks;

    /// <summary>Cuts neighbors whose instants ascend down to those in the window.</summary>
    /// <param name="events">Knows the instants.</param>
    /// <param name="from">The first position.</param>
    /// <param name="to">The end of the positions, excluded.</param>
    /// <param name="rows">The index of the event at each position; empty where positions are indices.</param>
    internal (int From, int To) Cut(EventTable events, int from, int to, ReadOnlySpan<int> rows = default)
    {
        int end = events.SeenEnd(from, to, AsOfTicks, rows);
        return (FromTicks <= events.FirstTicks ? from : EventTableKernels.SeenEnd(events.UtcTicks, rows, from, end, FromTicks - 1), end);
    }
}
