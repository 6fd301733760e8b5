namespace UserOps.Models.Funnels;

/// <summary>Which events that can fill the first step may start the window.</summary>
public enum FunnelEntry
{
    /// <summary>Every one. The default.</summary>
    Any,

    /// <summary>Only the earliest one of the user; where several share that instant, each of them.</summary>
    First,
}
