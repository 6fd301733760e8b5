namespace UserOps.Models.Survival;

/// <summary>How the limits of a survival or of an incidence are found from its standard error. S is the share, e its standard error, z the normal quantile of (1 + level) / 2.</summary>
public enum SurvivalIntervalKind
{
    /// <summary>S -+ z e, clipped to 0 and 1.</summary>
    Plain,

    /// <summary>S exp(-+ z e / S): symmetric for the logarithm, that is for the cumulative hazard; clipped to 1.</summary>
    Log,

    /// <summary>S^exp(+- z e / (S ln S)): never leaves 0 and 1, best of the three for few rows.</summary>
    LogLog,
}
