namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>Local days found by looking at the local clock minute by minute.</summary>
internal static class TwinDays
{
    private static readonly Dictionary<(DateOnly Date, string Zone), long> Found = [];

    public static DateOnly DateOf(long ticks, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(new DateTimeOffset(ticks, TimeSpan.Zero), zone).DateTime);

    /// <summary>The first minute whose local date is not before the given one: after a gap, or the first of two midnights.</summary>
    public static long FirstInstant(DateOnly date, TimeZoneInfo zone)
    {
        lock (Found)
        {
            if (!Found.TryGetValue((date, zone.Id), out long ticks))
            {
                Found[(date, zone.Id)] = ticks = Search(date, zone);
            }

            return ticks;
        }
    }

    private static long Search(DateOnly date, TimeZoneInfo zone)
    {
        // No zone is more than 14 hours from UTC.
        long ticks = date.ToDateTime(TimeOnly.MinValue).Ticks - (15 * TimeSpan.TicksPerHour);
        while (DateOf(ticks, zone) < date)
        {
            ticks += TimeSpan.TicksPerMinute;
        }

        return ticks;
    }
}
