namespace UserOps.Models.Tests.Time;

/// <summary>Zones by IANA id or fixed offset; a machine that does not know one fails with a sentence, not with a wrong hour.</summary>
internal static class NamedZones
{
    internal static TimeZoneInfo Find(string id)
    {
        if (!TimeZoneNames.TryFind(id, out TimeZoneInfo? zone))
        {
            Assert.Fail($"This machine has no time-zone data for '{id}': install the IANA data (package tzdata), the calendar is tested against it.");
        }

        return zone!;
    }

    /// <summary>Eight hours east, without any rule.</summary>
    internal static TimeZoneInfo EightEast { get; } = TimeZoneInfo.CreateCustomTimeZone("+08:00", TimeSpan.FromHours(8), null, null);

    /// <summary>A zone made by rules: one hour ahead of +01:00 from 30 March 02:00 to 30 September 03:00 of each year.</summary>
    internal static TimeZoneInfo MadeByRules { get; } = TimeZoneInfo.CreateCustomTimeZone(
        "made by rules",
        TimeSpan.FromHours(1),
        null,
        null,
        null,
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                DateTime.MinValue.Date,
                DateTime.MaxValue.Date,
                TimeSpan.FromHours(1),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, 30),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 3, 0, 0), 9, 30)),
        ]);
}
