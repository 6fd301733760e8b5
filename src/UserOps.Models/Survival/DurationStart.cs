namespace UserOps.Models.Survival;

/// <summary>Which event starts a user's clock.</summary>
public enum DurationStart
{
    /// <summary>The earliest event that passes the start filter.</summary>
    FirstMatching,

    /// <summary>The earliest event of the filter's names, if it passes the filter's test; a user whose first one fails has no start.</summary>
    FirstEver,
}
