namespace UserOps.Models;

/// <summary>What a column holds.</summary>
public enum FieldKind
{
    /// <summary>One of few texts, stored as a code.</summary>
    Category,

    /// <summary>A measured number (score, feature), stored as a double; finite.</summary>
    Number,

    /// <summary>An exact decimal quantity with a fixed number of digits after the point.</summary>
    Quantity,

    /// <summary>Money: an exact decimal in one currency.</summary>
    Amount,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>An instant, stored as UTC ticks.</summary>
    Instant,

    /// <summary>A calendar date without time or zone.</summary>
    Date,

    /// <summary>A set of texts, possibly empty; the empty set is a value, not a missing one.</summary>
    Set,
}
