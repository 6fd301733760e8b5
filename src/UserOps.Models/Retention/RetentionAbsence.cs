namespace UserOps.Models.Retention;

/// <summary>Why a user is in no cohort.</summary>
public enum RetentionAbsence
{
    /// <summary>No event seen at 'as of' passes the start filter; with <see cref="RetentionCohortType.FirstEver"/>: none has a name of it.</summary>
    NoStart,

    /// <summary>The first event of the start filter's names fails its test.</summary>
    FirstEventFails,

    /// <summary>The start events that make cohorts all lie before the first cohort.</summary>
    Before,

    /// <summary>The start events that make cohorts all lie after the last cohort; or on both sides of the cohorts.</summary>
    After,
}
