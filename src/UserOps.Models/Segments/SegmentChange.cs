namespace UserOps.Models;

/// <summary>How an audience changed from one instant to a later one.</summary>
public sealed class SegmentChange
{
    internal SegmentChange(SegmentState state, Audience before)
    {
        State = state;
        Audience now = state.Audience;
        Entered = now.Members.Except(before.Members);
        Left = before.Members.Except(now.Members);
        BecameUncertain = now.Uncertain.Except(before.Uncertain);
    }

    /// <summary>Gets the state to go on from.</summary>
    public SegmentState State { get; }

    /// <summary>Gets the users for whom the rule is true now and was not.</summary>
    public UserSet Entered { get; }

    /// <summary>Gets the users for whom the rule was true and is not now: it is false, or unknown.</summary>
    public UserSet Left { get; }

    /// <summary>Gets the users for whom the rule is unknown now and was not; those among them who were members are in <see cref="Left"/> as well.</summary>
    public UserSet BecameUncertain { get; }
}
