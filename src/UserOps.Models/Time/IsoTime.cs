using System.Globalization;

namespace UserOps.Models;

/// <summary>Instants and dates as ISO 8601 texts. An instant without an offset is refused: the machine's zone would decide.</summary>
internal static class IsoTime
{
    private const string DateFormat = "yyyy-MM-dd";

    private static readonly string[] InstantFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd'T'HH:mmzzz",
        "yyyy-MM-dd'T'HH:mm'Z'",
    ];

    internal static string Write(DateTimeOffset value) => value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    internal static string Write(DateOnly value) => value.ToString(DateFormat, CultureInfo.InvariantCulture);

    internal static bool TryReadInstant(string text, out DateTimeOffset instant) => DateTimeOffset.TryParseExact(
        text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    /// <summary>Gets UTC ticks of a text known to be an instant.</summary>
    internal static long TicksOf(string text) => TryReadInstant(text, out DateTimeOffset instant)
        ? instant.UtcTicks
        : throw new FormatException($"'{text}' is no instant.");

    /// <summary>Gets the day number of a text known to be a date.</summary>
    internal static int DayNumberOf(string text) => TryReadDate(text, out DateOnly date)
        ? date.DayNumber
        : throw new FormatException($"'{text}' is no date.");

    internal static bool TryReadDate(string text, out DateOnly date) => DateOnly.TryParseExact(
        text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
