using System.Globalization;

namespace UserOps.Models;

/// <summary>One hour, day, week or month of a local calendar: the instants from its start to the start of the next one.</summary>
/// <remarks>Made by <see cref="ReportingCalendar"/> only. The default value is the empty hour at the beginning of time.</remarks>
public readonly record struct CalendarPeriod
{
    internal CalendarPeriod(CalendarUnit unit, DateOnly firstDay, DateTimeOffset start, DateTimeOffset end, long endTicks)
    {
        Unit = unit;
        FirstDay = firstDay;
        Start = start;
        End = end;
        EndTicks = endTicks;
    }

    /// <summary>Gets what the period is.</summary>
    public CalendarUnit Unit { get; }

    /// <summary>Gets the first local date of a day, week or month; for an hour the date it begins on.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>Gets the first instant of the period, with the zone's offset there.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>
    /// Gets the first instant after the period, with the zone's offset there; the same as <see cref="Start"/> for a date that the
    /// zone skipped. The last period of year 9999 has no such instant: there it is <see cref="DateTimeOffset.MaxValue"/>, still in the period.
    /// </summary>
    public DateTimeOffset End { get; }

    /// <summary>Gets the time from start to end; zero for a date that the zone skipped.</summary>
    public TimeSpan Length => new(EndTicks - StartTicks);

    /// <summary>Gets the first UTC tick of the period.</summary>
    internal long StartTicks => Start.UtcTicks;

    /// <summary>Gets the first UTC tick after the period; one beyond the last tick there is for the last period.</summary>
    internal long EndTicks { get; }

    /// <summary>Tells whether an instant lies in the period: at its start or later, and before its end.</summary>
    /// <param name="instant">The instant to test.</param>
    public bool Contains(DateTimeOffset instant) => StartTicks <= instant.UtcTicks && instant.UtcTicks < EndTicks;

    /// <summary>Tells whether the period is over at an instant, the instant itself included.</summary>
    /// <param name="asOf">The last visible instant.</param>
    /// <returns><see langword="true"/> when no instant of the period lies after <paramref name="asOf"/>.</returns>
    public bool IsCompleteAt(DateTimeOffset asOf) => EndTicks - 1 <= asOf.UtcTicks;

    /// <summary>Gives unit, start and end as text, without regard to culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Unit} [{Start:O}, {End:O})");
}
