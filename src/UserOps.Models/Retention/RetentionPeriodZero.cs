namespace UserOps.Models.Retention;

/// <summary>What period 0 counts.</summary>
public enum RetentionPeriodZero
{
    /// <summary>The cohort: everybody is there in the period they start in.</summary>
    CohortSize,

    /// <summary>Users with a return event in period 0: with the calendar at any time of it, rolling not before the start.</summary>
    Returned,
}
