namespace UserOps.Models.Survival;

/// <summary>What became of a user on the way from events to a duration.</summary>
public enum DurationOutcome
{
    /// <summary>The end was seen: a row with an event.</summary>
    Ended,

    /// <summary>Still running when last watched: a censored row.</summary>
    Censored,

    /// <summary>No start was seen: no row.</summary>
    NotStarted,

    /// <summary>Started before watching began, and had ended, or was not seen to go on, by the time it would have entered: no row.</summary>
    NotWatched,

    /// <summary>Started so late that no end could have shown yet: no row. Only where users end at their last activity.</summary>
    TooRecent,

    /// <summary>The group, the stratum or a covariate is missing: no row.</summary>
    MissingValue,
}
