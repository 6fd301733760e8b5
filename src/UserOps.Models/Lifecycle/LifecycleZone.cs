namespace UserOps.Models.Lifecycle;

/// <summary>The three zones of a distribution over the life cycle.</summary>
public enum LifecycleZone
{
    /// <summary>获客区: introduction.</summary>
    Acquisition,

    /// <summary>增值区: growth and maturity.</summary>
    Value,

    /// <summary>留存区: dormant and churned.</summary>
    Retention,
}
