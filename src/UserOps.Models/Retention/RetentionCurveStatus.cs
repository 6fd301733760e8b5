namespace UserOps.Models.Retention;

/// <summary>How a fit ended.</summary>
public enum RetentionCurveStatus
{
    /// <summary>The likelihood has its maximum at the values of the curve.</summary>
    Converged,

    /// <summary>
    /// The data do not determine the curve: too few periods, nobody or everybody lost, or a likelihood that rises without end, such as that of the
    /// shifted beta-geometric where the share lost does not fall over time.
    /// </summary>
    NotIdentified,
}
