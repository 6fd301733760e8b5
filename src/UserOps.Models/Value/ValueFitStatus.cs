namespace UserOps.Models.Value;

/// <summary>How a fit ended.</summary>
public enum ValueFitStatus
{
    /// <summary>Every parameter has one finite maximum, and it was found.</summary>
    Converged,

    /// <summary>
    /// The data do not decide on every parameter: the likelihood rises for ever as some go to zero or to infinity, as it does where customers do not differ
    /// or nobody ever left. Parameters that are identified have their values, the others none.
    /// </summary>
    NotIdentified,

    /// <summary>The iterations allowed were used up before the parameters stood still, or no step climbed any more although the slope says one should.</summary>
    IterationLimit,
}
