namespace UserOps.Models.Rfm;

/// <summary>What an event is to the model.</summary>
public enum RfmEventRole
{
    /// <summary>A purchase.</summary>
    Purchase,

    /// <summary>Money given back.</summary>
    Refund,

    /// <summary>A purchase taken back altogether.</summary>
    Reversal,

    /// <summary>An event that the third axis counts (<see cref="RfmEngagement"/>). One that is a purchase too is listed twice.</summary>
    Engagement,
}
