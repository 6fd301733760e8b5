namespace UserOps.Models;

/// <summary>On whose side data arise.</summary>
public enum DataOrigin
{
    /// <summary>The organization's own systems.</summary>
    Internal,

    /// <summary>Somebody else: a partner, a data supplier, a public register.</summary>
    External,
}
