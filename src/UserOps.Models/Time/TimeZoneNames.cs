using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace UserOps.Models;

/// <summary>The text that stands for a zone in JSON and in options: an IANA id, or a fixed offset such as "+08:00".</summary>
internal static class TimeZoneNames
{
    private static readonly TimeSpan LongestOffset = TimeSpan.FromHours(14);

    /// <summary>Finds the zone of a name.</summary>
    /// <param name="name">An IANA id ("Asia/Shanghai", "UTC"), or an offset "+HH:MM" or "-HH:MM" of at most 14 hours.</param>
    /// <param name="zone">Where found, the zone; an offset has no daylight saving and keeps its text as id.</param>
    internal static bool TryFind(string name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = IsOffset(name, out TimeSpan offset) ? TimeZoneInfo.CreateCustomTimeZone(name, offset, name, name) : null;

        // A Windows id is found where the runtime has the tables for it (ICU) and nowhere else; a stored text must not depend on that.
        return zone is not null || (TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone) && zone.HasIanaId);
    }

    /// <summary>Gives the name by which a zone is found again: its IANA id, that of its Windows id, or its offset.</summary>
    /// <exception cref="NotSupportedException">
    /// No name tells what the zone is: it is custom and more than a fixed offset, or it has a Windows id and the runtime, being in
    /// globalization-invariant mode, does not know which IANA id that is.
    /// </exception>
    internal static string Of(TimeZoneInfo zone)
    {
        if (zone.HasIanaId || (IsOffset(zone.Id, out TimeSpan offset) && offset == zone.BaseUtcOffset && !zone.SupportsDaylightSavingTime))
        {
            return zone.Id;
        }

        // Windows gives its own zones by its own ids; a text that is stored has to be read elsewhere too.
        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out string? ianaId) && IsOfThisSystem(zone))
        {
            return ianaId;
        }

        throw new NotSupportedException(
            $"The time zone '{zone.Id}' has no IANA id and is not a fixed offset such as '+08:00', so its name would not find it again.");
    }

    // A custom zone may carry a Windows id and rules of its own.
    private static bool IsOfThisSystem(TimeZoneInfo zone)
        => TimeZoneInfo.TryFindSystemTimeZoneById(zone.Id, out TimeZoneInfo? named) && named.HasSameRules(zone);

    private static bool IsOffset(string name, out TimeSpan offset)
    {
        offset = default;
        if (name.Length != 6 || name[0] is not ('+' or '-'))
        {
            return false;
        }

        bool read = TimeSpan.TryParseExact(name.AsSpan(1), @"hh\:mm", CultureInfo.InvariantCulture, out offset);
        offset = name[0] == '-' ? -offset : offset;
        return read && offset.Duration() <= LongestOffset;
    }
}
