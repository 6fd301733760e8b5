using System.Globalization;

namespace UserOps.Models.Tests.Conformance;

/// <summary>How conformance cases write instants and dates.</summary>
internal static class CaseTimes
{
    /// <summary>The instant a case without <c>asOf</c> is evaluated at.</summary>
    public static readonly DateTimeOffset AfterEverything = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Instant(string text) =>
        text.Contains('T', StringComparison.Ordinal)
            ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : throw new FormatException($"'{text}' is not an instant.");

    public static bool IsDate(string text) => text.Length == "2021-05-01".Length;

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Finds a zone by the name a case gives; absent or null is UTC.</summary>
    public static TimeZoneInfo Zone(string? id) => id is null or "UTC" ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(id);

    /// <summary>Ticks of a duration given in seconds, which may be a fraction.</summary>
    public static long Ticks(decimal seconds) => (long)(seconds * TimeSpan.TicksPerSecond);
}
