namespace UserOps.Models.Tests.Schema;

/// <summary>Zones made by hand, so that ingest tests need no time-zone data.</summary>
internal static class Zones
{
    public static TimeZoneInfo EightEast { get; } = TimeZoneInfo.CreateCustomTimeZone("+08", TimeSpan.FromHours(8), "+08", "+08");
}
