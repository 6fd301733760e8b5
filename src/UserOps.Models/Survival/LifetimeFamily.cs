namespace UserOps.Models.Survival;

/// <summary>The shape of a lifetime T: ln T = location + scale W, with W from one of these.</summary>
public enum LifetimeFamily
{
    /// <summary>W minimum extreme value, scale 1: a constant hazard.</summary>
    Exponential,

    /// <summary>W minimum extreme value: a hazard that rises (scale below 1) or falls (above 1) for ever. Shape = 1 / scale, Weibull scale = exp(location).</summary>
    Weibull,

    /// <summary>W standard normal: a hazard that rises, then falls slowly.</summary>
    LogNormal,

    /// <summary>W standard logistic: a hazard that falls, or rises and then falls (scale below 1).</summary>
    LogLogistic,
}
