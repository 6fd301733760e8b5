namespace UserOps.Models.Funnels;

/// <summary>What events of one user at one instant may do.</summary>
public enum FunnelTies
{
    /// <summary>They may be taken in whichever order goes furthest. The default: no result depends on the order of arrival.</summary>
    Any,

    /// <summary>Each matched event must be strictly later than the one before.</summary>
    Increasing,

    /// <summary>The order of arrival decides.</summary>
    Input,
}
