namespace UserOps.Models;

/// <summary>What the length of a window is counted in.</summary>
public enum WindowUnit
{
    /// <summary>60 seconds.</summary>
    Minute,

    /// <summary>3,600 seconds.</summary>
    Hour,

    /// <summary>86,400 seconds, whatever the clock of the zone does.</summary>
    Day,

    /// <summary>Seven times 86,400 seconds.</summary>
    Week,

    /// <summary>A month of the calendar, on the local time of the zone: a day that a month does not have is its last one.</summary>
    Month,

    /// <summary>Twelve months of the calendar.</summary>
    Year,
}
