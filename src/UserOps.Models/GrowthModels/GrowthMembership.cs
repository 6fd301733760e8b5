namespace UserOps.Models.GrowthModels;

/// <summary>Whether a user belongs to the cohort, and if not, why.</summary>
public enum GrowthMembership
{
    /// <summary>The first acquisition event lies in the cohort's dates.</summary>
    InCohort,

    /// <summary>There is no visible acquisition event.</summary>
    NotAcquired,

    /// <summary>The first acquisition event lies before the cohort's first date; a later one does not count.</summary>
    AcquiredBefore,

    /// <summary>The first acquisition event lies at or after the cohort's end.</summary>
    AcquiredAfter,
}
