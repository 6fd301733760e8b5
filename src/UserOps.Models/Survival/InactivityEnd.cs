namespace UserOps.Models.Survival;

/// <summary>When a user ends who stopped being active.</summary>
public enum InactivityEnd
{
    /// <summary>
    /// When the limit has passed since the last activity. Whether somebody has ended is known at that very instant, so all are watched until
    /// 'as of'; nobody ends before the limit has passed once.
    /// </summary>
    LimitPassed,

    /// <summary>
    /// At the last activity, as the limit shows afterwards. An end in the last stretch of the log, one limit long, cannot have shown yet, so all
    /// are watched until one limit before 'as of', and whoever started later is left out.
    /// </summary>
    LastActivity,
}
