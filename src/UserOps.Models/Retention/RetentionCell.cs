namespace UserOps.Models.Retention;

/// <summary>Where one user stands in one cell of the table.</summary>
public enum RetentionCell
{
    /// <summary>The user is not in the cohort of the cell.</summary>
    NotInCohort,

    /// <summary>The user is in the cohort and did not come back.</summary>
    NotReturned,

    /// <summary>The user is in the cohort and came back, or it is the period that is the cohort.</summary>
    Returned,

    /// <summary>The user is in the cohort, and the cell's period is not over at the 'as of' instant.</summary>
    NotYetObservable,
}
