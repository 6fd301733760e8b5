namespace UserOps.Models.Survival;

/// <summary>The unit of durations; elapsed time, so a day is 24 hours on every clock.</summary>
public enum DurationUnit
{
    /// <summary>24 hours.</summary>
    Day,

    /// <summary>60 minutes.</summary>
    Hour,

    /// <summary>7 days of 24 hours.</summary>
    Week,
}
