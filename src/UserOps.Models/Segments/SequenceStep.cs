namespace UserOps.Models;

/// <summary>One step of a sequence.</summary>
public sealed record SequenceStep
{
    /// <summary>Gets the name of the events that fill the step, ordinal.</summary>
    public required string Event { get; init; }

    /// <summary>Gets the test over properties of the event: boolean and field nodes only; null for none.</summary>
    public SegmentRule? Where { get; init; }

    /// <summary>Gets how long after the step before, or the first one, the event may lie; null for any time. Not looked at on the first step.</summary>
    public ElapsedLimit? Within { get; init; }
}
