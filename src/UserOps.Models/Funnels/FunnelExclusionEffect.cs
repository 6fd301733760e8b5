namespace UserOps.Models.Funnels;

/// <summary>What an excluded event does to a try it falls into.</summary>
public enum FunnelExclusionEffect
{
    /// <summary>The user leaves all counts, unless a try without excluded events is at least as deep. The default.</summary>
    Remove,

    /// <summary>The try ends at its last step before the earliest excluded event.</summary>
    Drop,
}
