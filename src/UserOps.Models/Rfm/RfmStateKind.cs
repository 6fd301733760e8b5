namespace UserOps.Models.Rfm;

/// <summary>What kind of state a user is in at one instant.</summary>
public enum RfmStateKind
{
    /// <summary>There, without a purchase in the window.</summary>
    Outside,

    /// <summary>In one of the eight groups.</summary>
    Group,

    /// <summary>In a named segment.</summary>
    Segment,

    /// <summary>A member in no group, or in no segment.</summary>
    Unplaced,

    /// <summary>Not there yet: no row in the user table, and the first event comes later.</summary>
    Absent,
}
