using System.Globalization;

namespace UserOps.Quickstart.Inputs;

/// <summary>Zones by their names: IANA ids and fixed offsets, as in the library's JSON.</summary>
internal static class Zones
{
    internal static TimeZoneInfo Find(string name)
        => IsOffset(name, out var offset) ? TimeZoneInfo.CreateCustomTimeZone(name, offset, name, name)
            : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
            : throw new QuickstartException($"This machine knows no time zone '{name}'; use an IANA id such as Asia/Shanghai, or an offset such as +08:00.");

    private static bool IsOffset(string name, out TimeSpan offset)
    {
        bool isOne = DateTimeOffset.TryParseExact(name, "zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant);
        offset = instant.Offset;
        return isOne && name.Length == 6;
    }
}
