namespace UserOps.Models;

/// <summary>From where the limits of a sequence count.</summary>
public enum SequenceMeasure
{
    /// <summary>From the event of the step before.</summary>
    SincePrevious,

    /// <summary>From the event of the first step.</summary>
    SinceFirst,
}
