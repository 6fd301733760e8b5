namespace UserOps.Models.Retention;

/// <summary>Shows instants as rolling periods compare them. Later instants never show earlier times.</summary>
internal interface IElapsedClock
{
    /// <summary>Gets the ticks a UTC tick is counted as.</summary>
    long At(long utcTicks);
}

/// <summary>Elapsed time, to the tick.</summary>
internal readonly struct ExactClock : IElapsedClock
{
    public long At(long utcTicks) => utcTicks;
}

/// <summary>The start of the local hour.</summary>
internal readonly struct HourClock(OffsetTimeline timeline) : IElapsedClock
{
    public long At(long utcTicks) => LocalHours.StartAtOrBefore(timeline, utcTicks);
}

/// <summary>The local date, each as long as the other.</summary>
internal readonly struct DateClock(ReportingCalendar calendar) : IElapsedClock
{
    public long At(long utcTicks) => calendar.DayNumberOf(utcTicks) * TimeSpan.TicksPerDay;
}
