namespace UserOps.Models.Lifecycle;

/// <summary>What kind of place a user is in.</summary>
public enum LifecycleStateKind
{
    /// <summary>In a stage.</summary>
    Stage,

    /// <summary>There, but no rule is true.</summary>
    Unassigned,

    /// <summary>Not there: before a user comes, and after one is no longer of the population.</summary>
    Absent,
}
