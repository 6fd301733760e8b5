namespace UserOps.Models.Retention;

/// <summary>Shapes of a retention curve. S(t) is the share that is there in period t; S(0) is 1, and S never rises.</summary>
public enum RetentionCurveFamily
{
    /// <summary>S(t) = level x t^-exponent from period 1 on: a drop, then ever slower losses. Values: level (0 to 1), exponent (above 0).</summary>
    Power,

    /// <summary>S(t) = retention^t: every period loses the same share. Values: retention (0 to 1).</summary>
    Exponential,

    /// <summary>S(t) = retention^(t^shape): losses fall over time where the shape is below 1. Values: retention (0 to 1), shape (above 0). T. Nakagawa, S. Osaki, IEEE Transactions on Reliability 24, 1975, 300–301.</summary>
    Weibull,

    /// <summary>S(t) = B(alpha, beta + t) / B(alpha, beta): each user leaves with a chance of their own, which is beta distributed. Values: alpha, beta (above 0). P. Fader, B. Hardie, Journal of Interactive Marketing 21(1), 2007, 76–90.</summary>
    ShiftedBetaGeometric,
}
