namespace UserOps.Models;

/// <summary>What each issue code means for its rows: the effect and the sentence in the report.</summary>
internal static class IngestMessages
{
    internal static IngestEffect EffectOf(IngestIssueCode code) => code switch
    {
        IngestIssueCode.RepeatedEventId or IngestIssueCode.IdenticalEvent or IngestIssueCode.RepeatedUser
            or IngestIssueCode.RepeatedContent => IngestEffect.Duplicate,
        IngestIssueCode.UnknownUser or IngestIssueCode.UnknownContent => IngestEffect.Noted,
        _ => IngestEffect.Rejected,
    };

    internal static string Of(IngestIssueCode code) => code switch
    {
        IngestIssueCode.EmptyUserId => "The user id is missing or empty; the row was rejected.",
        IngestIssueCode.EmptyContentId => "The content id is missing or empty; the row was rejected.",
        IngestIssueCode.MissingInstant => "The event has no instant; the row was rejected.",
        IngestIssueCode.InstantTooEarly => "The event lies before 1970-01-01T00:00:00Z, almost always an unset clock; the row was rejected.",
        IngestIssueCode.UnclearInstant => "The time is neither UTC nor read in a named zone; the row was rejected.",
        IngestIssueCode.MissingName => "The event name is missing or empty; the row was rejected.",
        IngestIssueCode.WrongType => "The value cannot be read as what the column holds; the row was rejected.",
        IngestIssueCode.NotFinite => "The number is NaN or infinite; the row was rejected.",
        IngestIssueCode.TooManyDigits => "The decimal has more digits after the point than the column keeps; nothing is rounded, the row was rejected.",
        IngestIssueCode.OutOfRange => "The decimal is too large for 64 bits at the scale of the column; the row was rejected.",
        IngestIssueCode.OtherCurrency => "The amount is in another currency than the column; the row was rejected.",
        IngestIssueCode.NullInSet => "The set holds a null; the row was rejected.",
        IngestIssueCode.RepeatedEventId => "The event id was seen before; the first event in order of arrival was kept.",
        IngestIssueCode.IdenticalEvent => "The event equals another one of the same user in everything; the first in order of arrival was kept.",
        IngestIssueCode.RepeatedUser => "The user has a row already; the first in order of arrival was kept.",
        IngestIssueCode.RepeatedContent => "The content has a row already; the first in order of arrival was kept.",
        IngestIssueCode.UnknownUser => "The user has no row in the user table; the event was kept, the attributes of the user are missing.",
        IngestIssueCode.UnknownContent => "The content has no row in the content table; the event was kept, the attributes of the content are missing.",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "This is not an issue code."),
    };
}
