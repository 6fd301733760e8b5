namespace UserOps.Models.Activity;

/// <summary>What a place of the distribution of active blocks holds.</summary>
public enum StickinessCounting
{
    /// <summary>Users of exactly so many blocks; the places add up to the active users.</summary>
    Exact,

    /// <summary>Users of so many blocks or more; the first place holds all active users.</summary>
    Cumulative,
}
