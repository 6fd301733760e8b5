using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>A local date or an instant: how a definition names the period that contains it. Converts from both.</summary>
/// <remarks>
/// A date means its first instant in the zone of the context: of hours it names the first one, and a date that the zone skipped names the period
/// of the next one. As JSON a text: <c>"2026-03-01"</c> or <c>"2026-03-01T12:00:00+08:00"</c>. The default value is the date 0001-01-01.
/// </remarks>
[JsonConverter(typeof(DateOrInstantJsonConverter))]
public readonly record struct DateOrInstant
{
    private readonly DateOnly _date;

    private DateOrInstant(DateOnly date, DateTimeOffset? instant)
    {
        _date = date;
        Instant = instant;
    }

    /// <summary>Gets the local date; null where an instant is given.</summary>
    public DateOnly? Date => Instant is null ? _date : null;

    /// <summary>Gets the instant; null where a date is given.</summary>
    public DateTimeOffset? Instant { get; }

    /// <summary>Gets the first local date this can be in any zone; a date is itself.</summary>
    internal int EarliestDay => Instant is { } instant ? Math.Max(DayOf(instant) - 1, 0) : _date.DayNumber;

    /// <summary>Gets the last local date this can be in any zone; a date is itself.</summary>
    internal int LatestDay => Instant is { } instant ? Math.Min(DayOf(instant) + 1, DateOnly.MaxValue.DayNumber) : _date.DayNumber;

    /// <summary>Takes a date.</summary>
    /// <param name="date">A local date.</param>
    public static implicit operator DateOrInstant(DateOnly date) => FromDateOnly(date);

    /// <summary>Takes an instant.</summary>
    /// <param name="instant">Any instant.</param>
    public static implicit operator DateOrInstant(DateTimeOffset instant) => FromDateTimeOffset(instant);

    /// <summary>Takes a date.</summary>
    /// <param name="date">A local date.</param>
    public static DateOrInstant FromDateOnly(DateOnly date) => new(date, null);

    /// <summary>Takes an instant.</summary>
    /// <param name="instant">Any instant.</param>
    public static DateOrInstant FromDateTimeOffset(DateTimeOffset instant) => new(default, instant);

    /// <summary>Gives the date or the instant as in JSON, without regard to culture.</summary>
    public override string ToString() => Instant is { } instant ? IsoTime.Write(instant) : IsoTime.Write(_date);

    /// <summary>Gets the period of a calendar that contains this.</summary>
    internal CalendarPeriod PeriodIn(ReportingCalendar calendar, CalendarUnit unit)
        => calendar.PeriodOf(unit, Instant ?? calendar.StartOf(_date));

    private static int DayOf(DateTimeOffset instant) => (int)(instant.UtcTicks / TimeSpan.TicksPerDay);
}
