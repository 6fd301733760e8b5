using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>What "now" and "a day" mean: part of every question, and echoed by every result.</summary>
/// <remarks>No model reads a clock or guesses these. Events after <see cref="AsOf"/> are invisible to every model.</remarks>
public sealed record EvaluationContext
{
    /// <summary>Initializes a new instance of the <see cref="EvaluationContext"/> class whose weeks begin on Monday.</summary>
    public EvaluationContext()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal EvaluationContext(DayOfWeek weekStart = DayOfWeek.Monday) => WeekStart = weekStart;

    /// <summary>Gets the last visible instant; an event at this very instant is seen.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Gets the zone whose clocks cut time into hours, days, weeks and months. As JSON: its IANA id, or an offset such as "+08:00".</summary>
    /// <exception cref="ArgumentNullException">The zone is null.</exception>
    [JsonConverter(typeof(TimeZoneJsonConverter))]
    public required TimeZoneInfo Zone
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Zone));
            field = value;
        }
    }

    /// <summary>Gets the first day of a week. Default: <see cref="DayOfWeek.Monday"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a day of the week.</exception>
    public DayOfWeek WeekStart
    {
        get;
        init => field = ReportingCalendar.RequireDayOfWeek(value, nameof(WeekStart));
    } = DayOfWeek.Monday;

    /// <summary>Creates the context of a day that is over: 'as of' is the last tick before the next local date begins.</summary>
    /// <param name="day">The last local date to be seen whole.</param>
    /// <param name="zone">The zone of that date.</param>
    /// <returns>
    /// A context whose <see cref="AsOf"/> has the zone's offset. Where the next midnight is skipped, the next date begins after
    /// the gap; where it comes twice, at the first one. On 9999-12-31 'as of' is the last tick there is.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    public static EvaluationContext AtEndOf(DateOnly day, TimeZoneInfo zone)
    {
        var calendar = new ReportingCalendar(zone);
        return new EvaluationContext { AsOf = calendar.InstantOf(calendar.DayEndTicks(day.DayNumber) - 1), Zone = zone };
    }
}
