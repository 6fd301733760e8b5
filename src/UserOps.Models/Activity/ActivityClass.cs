namespace UserOps.Models.Activity;

/// <summary>What a user is in one period, seen from the periods before.</summary>
public enum ActivityClass
{
    /// <summary>Not active, and not in the period before either.</summary>
    Absent,

    /// <summary>Active for the first time, or active in the period of creation where the definition goes by that.</summary>
    New,

    /// <summary>Active, and in the period before as well.</summary>
    Returning,

    /// <summary>Active, not new, and not active in the period before.</summary>
    Resurrected,

    /// <summary>Not active, but in the period before: counted once an absence. A flow; the life-cycle stage of the dormant is a state.</summary>
    WentDormant,
}
