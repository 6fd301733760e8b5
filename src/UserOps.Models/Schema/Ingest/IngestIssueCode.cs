namespace UserOps.Models;

/// <summary>What was wrong with a row, or worth knowing about it. The names are stable: as JSON they are written in camelCase.</summary>
public enum IngestIssueCode
{
    /// <summary>The user id is null or empty.</summary>
    EmptyUserId,

    /// <summary>The content id of a content row is null or empty.</summary>
    EmptyContentId,

    /// <summary>The event has no instant.</summary>
    MissingInstant,

    /// <summary>The instant lies before 1970-01-01T00:00:00Z, almost always an unset clock.</summary>
    InstantTooEarly,

    /// <summary>A date and time says neither that it is UTC nor which zone it is in, or names the zone of the machine.</summary>
    UnclearInstant,

    /// <summary>The event name is null or empty.</summary>
    MissingName,

    /// <summary>The value cannot be read as what the column holds.</summary>
    WrongType,

    /// <summary>The number is NaN or infinite.</summary>
    NotFinite,

    /// <summary>The decimal has more digits after the point than the column keeps; nothing is rounded.</summary>
    TooManyDigits,

    /// <summary>The decimal is too large for 64 bits at the scale of the column.</summary>
    OutOfRange,

    /// <summary>The amount is in another currency than the column.</summary>
    OtherCurrency,

    /// <summary>A set holds a null.</summary>
    NullInSet,

    /// <summary>The event id was seen before.</summary>
    RepeatedEventId,

    /// <summary>The event equals one of the same user in everything, and such rows are to be dropped.</summary>
    IdenticalEvent,

    /// <summary>The user has a row in the user table already; the first one counts.</summary>
    RepeatedUser,

    /// <summary>The content has a row already; the first one counts.</summary>
    RepeatedContent,

    /// <summary>The event belongs to a user without a row in the user table; it was taken, the attributes of the user are missing.</summary>
    UnknownUser,

    /// <summary>The event refers to a content without a row; it was taken, the attributes of the content are missing.</summary>
    UnknownContent,
}
