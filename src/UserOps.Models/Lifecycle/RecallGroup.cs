namespace UserOps.Models.Lifecycle;

/// <summary>Where a user stands in a recall measurement.</summary>
public enum RecallGroup
{
    /// <summary>The user was targeted.</summary>
    Targeted,

    /// <summary>The user was held out: could have been targeted, was not, and shows who returns anyway.</summary>
    Holdout,

    /// <summary>The user is in neither group.</summary>
    Neither,
}
