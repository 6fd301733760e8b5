namespace UserOps.Models.Retention;

/// <summary>Where periods begin.</summary>
public enum RetentionAlignment
{
    /// <summary>With the local calendar: period k is the k-th hour, day, week or month after that of the cohort, whatever its length.</summary>
    Calendar,

    /// <summary>With each start event: period k are the next hour, 24 hours, 7 or 30 days after k of them.</summary>
    Rolling,
}
