namespace UserOps.Models.Rfm;

/// <summary><c>engagement</c> (RFE): how many events of another kind a user has in the window, where money says nothing or is not known.</summary>
public sealed record RfmEngagement : RfmValue
{
    /// <summary>Gets the events that are counted, such as reading or sharing; none are 0.</summary>
    public required EventFilter Events { get; init; }
}
