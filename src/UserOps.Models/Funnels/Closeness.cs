namespace UserOps.Models.Funnels;

/// <summary>How little an event lacks to fill a step: the later in this list, the closer it came.</summary>
internal enum Closeness
{
    /// <summary>There is no event.</summary>
    NoEvent,

    /// <summary>The event serves another step: it would have had to come twice.</summary>
    Taken,

    /// <summary>Neither may it fill the step, nor did it come in time.</summary>
    BarredAndOutOfTime,

    /// <summary>It came before the step it has to follow.</summary>
    TooEarly,

    /// <summary>It lies outside the window.</summary>
    OutsideWindow,

    /// <summary>It lies in the window, too long after the step before.</summary>
    BeyondStepLimit,

    /// <summary>It came in time, but range, held properties or occurrence keep it from the step.</summary>
    Barred,

    /// <summary>It may fill the step and came in time.</summary>
    InTime,
}
