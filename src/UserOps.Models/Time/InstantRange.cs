using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>A half-open range of instants: its start belongs to it, its end does not. A missing end is open.</summary>
/// <remarks>The default value holds every instant. A range whose end is not after its start is empty, not wrong.</remarks>
public readonly record struct InstantRange
{
    /// <summary>Creates a range.</summary>
    /// <param name="from">The first instant in the range; <see langword="null"/> for no lower limit.</param>
    /// <param name="to">The first instant after the range; <see langword="null"/> for no upper limit.</param>
    [JsonConstructor]
    public InstantRange(DateTimeOffset? from = null, DateTimeOffset? to = null)
    {
        From = from;
        To = to;
    }

    /// <summary>Gets the first instant in the range; <see langword="null"/> for no lower limit.</summary>
    public DateTimeOffset? From { get; }

    /// <summary>Gets the first instant after the range; <see langword="null"/> for no upper limit.</summary>
    public DateTimeOffset? To { get; }

    /// <summary>Gets whether the range holds no instant: its end is not after its start.</summary>
    [JsonIgnore]
    public bool IsEmpty => FromTicks >= ToTicks;

    /// <summary>Gets the first UTC tick in the range.</summary>
    internal long FromTicks => From?.UtcTicks ?? 0;

    /// <summary>Gets the first UTC tick after the range; <see cref="long.MaxValue"/> without an upper limit.</summary>
    internal long ToTicks => To?.UtcTicks ?? long.MaxValue;

    /// <summary>Creates the range of some local dates.</summary>
    /// <param name="from">The first date in the range.</param>
    /// <param name="to">The first date after the range.</param>
    /// <param name="zone">The zone of the dates.</param>
    /// <returns>From the first instant of <paramref name="from"/> to the first instant of <paramref name="to"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    public static InstantRange Days(DateOnly from, DateOnly to, TimeZoneInfo zone)
    {
        var calendar = new ReportingCalendar(zone);
        return new InstantRange(calendar.StartOf(from), calendar.StartOf(to));
    }

    /// <summary>Tells whether an instant lies in the range: at its start or later, and before its end.</summary>
    /// <param name="instant">The instant to test.</param>
    public bool Contains(DateTimeOffset instant) => ContainsTicks(instant.UtcTicks);

    /// <summary>Tells whether a UTC tick lies in the range.</summary>
    internal bool ContainsTicks(long utcTicks) => FromTicks <= utcTicks && utcTicks < ToTicks;

    /// <summary>Gives both ends as text, without regard to culture; an open end is "..".</summary>
    public override string ToString() => $"[{TextOf(From)}, {TextOf(To)})";

    private static string TextOf(DateTimeOffset? instant) => instant?.ToString("O", CultureInfo.InvariantCulture) ?? "..";
}
