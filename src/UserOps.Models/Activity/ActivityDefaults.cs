namespace UserOps.Models.Activity;

/// <summary>Every default and limit of the room, each named once.</summary>
internal static class ActivityDefaults
{
    /// <summary>One event makes a user active.</summary>
    internal const int MinimumEvents = 1;

    /// <summary>A hundred years: beyond it a date is a typing error.</summary>
    internal const int MaximumDays = 36_525;

    /// <summary>Ten years of hours.</summary>
    internal const int MaximumDaysOfHours = 3_653;

    /// <summary>The most days a rolling window and an L-ness histogram look back.</summary>
    internal const int MaximumWindowDays = 366;

    /// <summary>The most words of a bitmap that are worked on at a time: 16 KB, so that what is added up stays in the first cache.</summary>
    internal const int TileWords = 2_048;

    /// <summary>The most words the blocks of a rolling window take: 256 KB, a share of the second cache.</summary>
    internal const int RollingWords = 32_768;

    /// <summary>The days that stand for a month in a rolling ratio.</summary>
    internal const int DaysOfRollingMonth = 30;

    /// <summary>The days that stand for a week in a rolling ratio.</summary>
    internal const int DaysOfRollingWeek = 7;

    /// <summary>Gets from how many active days on a user is a power user unless the definition says: three quarters of the days, rounded up.</summary>
    internal static int PowerUserDays(int days) => (days * 3 + 3) / 4;
}
