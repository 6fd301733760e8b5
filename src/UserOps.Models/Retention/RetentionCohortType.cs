namespace UserOps.Models.Retention;

/// <summary>Which start events make cohorts.</summary>
public enum RetentionCohortType
{
    /// <summary>All of them: a user is in the cohort of every period with a start event, once each.</summary>
    Recurring,

    /// <summary>Only the first one that passes the start filter, in the whole history: a user is in one cohort at most.</summary>
    FirstTime,

    /// <summary>Only the first event of the filter's names, in the whole history; where it fails the test the user is in no cohort.</summary>
    FirstEver,
}
