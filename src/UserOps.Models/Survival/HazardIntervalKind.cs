namespace UserOps.Models.Survival;

/// <summary>How the limits of a cumulative hazard are found from its standard error. H is the hazard, e its standard error, z the normal quantile of (1 + level) / 2.</summary>
public enum HazardIntervalKind
{
    /// <summary>H -+ z e, not below 0.</summary>
    Plain,

    /// <summary>H exp(-+ z e / H): never below 0.</summary>
    Log,
}
