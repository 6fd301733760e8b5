namespace UserOps.Models.Funnels;

/// <summary>What is counted.</summary>
public enum FunnelCounting
{
    /// <summary>Users, each once. The default.</summary>
    Users,

    /// <summary>Also the tries of users: a try opens at a first-step event with none open and ends with its completion or when the window has run out.</summary>
    Totals,
}
