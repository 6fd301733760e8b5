namespace UserOps.Models.Lifecycle;

/// <summary>What the warning says of a user.</summary>
public enum ChurnState
{
    /// <summary>The signs do not pass their limits.</summary>
    NotWarned,

    /// <summary>The signs pass their limits.</summary>
    Warned,

    /// <summary>A sign that would decide does not exist: that is no good news, and no bad.</summary>
    Unknown,
}
