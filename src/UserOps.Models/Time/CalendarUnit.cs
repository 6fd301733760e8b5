namespace UserOps.Models;

/// <summary>A unit of the local calendar.</summary>
public enum CalendarUnit
{
    /// <summary>From one full hour on the local clock to the next one; an hour that the clock shows twice is two.</summary>
    Hour,

    /// <summary>A local date, whatever its length: 23 and 25 hours where daylight saving begins and ends.</summary>
    Day,

    /// <summary>Seven local dates, from the calendar's first day of the week.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,
}
