namespace UserOps.Models.Activity;

/// <summary>How the events of a block are compared with a number.</summary>
public enum StickinessOperator
{
    /// <summary>So many or more.</summary>
    AtLeast,

    /// <summary>So many or fewer, but at least one.</summary>
    AtMost,

    /// <summary>Exactly so many.</summary>
    Exactly,
}
