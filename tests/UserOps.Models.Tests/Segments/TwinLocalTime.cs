namespace UserOps.Models.Tests.Segments;

/// <summary>Clocks of a zone, asked of the zone itself.</summary>
internal static class TwinLocalTime
{
    internal static DateTime Of(DateTimeOffset instant, TimeZoneInfo zone) => instant.UtcDateTime + zone.GetUtcOffset(instant);

    /// <summary>Gets the instant at which the clock shows a time: the earlier of two; where there is none, the time moved forward by the gap.</summary>
    internal static DateTimeOffset InstantOf(DateTime local, TimeZoneInfo zone)
    {
        // No zone is more than 14 hours from UTC, and none changes its clock twice within three days.
        var readAsUtc = new DateTimeOffset(local, TimeSpan.Zero);
        List<TimeSpan> offsets = [.. Enumerable.Range(-3, 7).Select(half => zone.GetUtcOffset(readAsUtc.AddHours(12 * half))).Distinct()];
        List<DateTimeOffset> showing = [.. offsets.Select(offset => readAsUtc - offset).Where(instant => Of(instant, zone) == local)];
        return showing.Count > 0 ? showing.Min() : readAsUtc - offsets.Min(); // the clock jumps to the greater offset, so the lesser one is that before
    }
}
