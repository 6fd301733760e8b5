namespace UserOps.Models.Funnels;

/// <summary>How a chain may fill steps at one instant; follows from ties and reuse.</summary>
internal enum InstantFillRule
{
    /// <summary>At most one step: the next matched event must be strictly later.</summary>
    OneStep,

    /// <summary>Several steps, all by one and the same event.</summary>
    OneEvent,

    /// <summary>Several steps, each by an event of its own, in whichever order fits.</summary>
    EventForEachStep,

    /// <summary>Several steps, each by any event: only the times count.</summary>
    AnyEventForEachStep,
}
