namespace UserOps.Models.Survival;

/// <summary>How a fit ended.</summary>
public enum SurvivalFitStatus
{
    /// <summary>Every parameter has one finite maximum, and it was found.</summary>
    Converged,

    /// <summary>
    /// The data do not decide on every parameter: a covariate never varies among those at risk, covariates repeat each other, one of them separates who
    /// ends from who does not, or there are no events. Parameters that are identified have their values, the others none.
    /// </summary>
    NotIdentified,

    /// <summary>The iterations allowed were used up before the parameters stood still.</summary>
    IterationLimit,
}
