namespace UserOps.Models.Activity;

/// <summary>What the active users of a day are divided by.</summary>
public enum StickinessBase
{
    /// <summary>DAU / MAU: the active users of the calendar month that contains the day, later days of it included.</summary>
    CalendarMonth,

    /// <summary>DAU / rolling MAU: the active users of the last 30 days, the day itself included.</summary>
    Last30Days,

    /// <summary>DAU / WAU: the active users of the calendar week that contains the day, later days of it included.</summary>
    CalendarWeek,

    /// <summary>DAU / rolling WAU: the active users of the last 7 days, the day itself included.</summary>
    Last7Days,
}
