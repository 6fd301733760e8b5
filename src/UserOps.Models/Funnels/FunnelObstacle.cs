namespace UserOps.Models.Funnels;

/// <summary>What keeps a user from the next step.</summary>
public enum FunnelObstacle
{
    /// <summary>Nothing: the user got to the last step.</summary>
    None,

    /// <summary>No event matches the step.</summary>
    NoEvent,

    /// <summary>Such events exist, but only before the user took the step before.</summary>
    OnlyBefore,

    /// <summary>Such an event came after the window had closed.</summary>
    AfterWindow,

    /// <summary>Such an event came inside the window, but too long after the step before.</summary>
    AfterStepLimit,

    /// <summary>Such an event came in time, but not in a way the rules of the definition take: ties, reuse, strict order, held properties.</summary>
    NotByTheRules,

    /// <summary>An excluded event lies between the steps: it removed the user, or cut the try that went further.</summary>
    Excluded,

    /// <summary>Such an event came outside the range of the definition.</summary>
    OutsideRange,

    /// <summary>Such an event lacks the value of a held property.</summary>
    NoHeldValue,

    /// <summary>Such an event is not the user's first, as the step's occurrence asks.</summary>
    NotFirst,

    /// <summary>Unordered: such an event came so long before the last of the others that the window does not hold both.</summary>
    BeforeWindow,
}
