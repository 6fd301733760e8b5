namespace UserOps.Models.Lifecycle;

/// <summary>Why the warning can say nothing of a user.</summary>
public enum ChurnUnknownReason
{
    /// <summary>The user was never seen active up to 'as of'.</summary>
    NoActivity,

    /// <summary>The user has fewer gaps than a rhythm needs.</summary>
    TooFewGaps,

    /// <summary>The amounts of the base period come to zero: there is nothing to fall from.</summary>
    NoBaseAmount,

    /// <summary>The amounts of the base period come to less than zero, more was refunded than paid: a share of that means nothing.</summary>
    NegativeBaseAmount,
}
