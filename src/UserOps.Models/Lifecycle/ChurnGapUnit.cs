namespace UserOps.Models.Lifecycle;

/// <summary>Between what the gaps of a user's rhythm are measured.</summary>
public enum ChurnGapUnit
{
    /// <summary>
    /// Between local days with activity, in whole days; the current gap runs to the day of 'as of'. Five logins in one evening are one visit: the
    /// rhythm of an app is told in days, and a median over the minutes of a burst would warn of everybody the next morning.
    /// </summary>
    LocalDays,

    /// <summary>Between distinct instants with activity, in elapsed time: for what has no bursts, such as salary payments or orders. Events at one instant are one.</summary>
    Instants,
}
