using System.Data;
using Shouldly;

namespace UserOps.Models.Tests.Schema;

/// <summary>What a user reads about each kind of trouble.</summary>
public class IngestMessagesTests
{
    private static readonly Dictionary<IngestIssueCode, (IngestEffect Effect, string Message)> Messages = new()
    {
        [IngestIssueCode.EmptyUserId] = (IngestEffect.Rejected, "The user id is missing or empty; the row was rejected."),
        [IngestIssueCode.EmptyContentId] = (IngestEffect.Rejected, "The content id is missing or empty; the row was rejected."),
        [IngestIssueCode.MissingInstant] = (IngestEffect.Rejected, "The event has no instant; the row was rejected."),
        [IngestIssueCode.InstantTooEarly] = (IngestEffect.Rejected, "The event lies before 1970-01-01T00:00:00Z, almost always an unset clock; the row was rejected."),
        [IngestIssueCode.UnclearInstant] = (IngestEffect.Rejected, "The time is neither UTC nor read in a named zone; the row was rejected."),
        [IngestIssueCode.MissingName] = (IngestEffect.Rejected, "The event name is missing or empty; the row was rejected."),
        [IngestIssueCode.WrongType] = (IngestEffect.Rejected, "The value cannot be read as what the column holds; the row was rejected."),
        [IngestIssueCode.NotFinite] = (IngestEffect.Rejected, "The number is NaN or infinite; the row was rejected."),
        [IngestIssueCode.TooManyDigits] = (IngestEffect.Rejected, "The decimal has more digits after the point than the column keeps; nothing is rounded, the row was rejected."),
        [IngestIssueCode.OutOfRange] = (IngestEffect.Rejected, "The decimal is too large for 64 bits at the scale of the column; the row was rejected."),
        [IngestIssueCode.OtherCurrency] = (IngestEffect.Rejected, "The amount is in another currency than the column; the row was rejected."),
        [IngestIssueCode.NullInSet] = (IngestEffect.Rejected, "The set holds a null; the row was rejected."),
        [IngestIssueCode.RepeatedEventId] = (IngestEffect.Duplicate, "The event id was seen before; the first event in order of arrival was kept."),
        [IngestIssueCode.IdenticalEvent] = (IngestEffect.Duplicate, "The event equals another one of the same user in everything; the first in order of arrival was kept."),
        [IngestIssueCode.RepeatedUser] = (IngestEffect.Duplicate, "The user has a row already; the first in order of arrival was kept."),
        [IngestIssueCode.RepeatedContent] = (IngestEffect.Duplicate, "The content has a row already; the first in order of arrival was kept."),
        [IngestIssueCode.UnknownUser] = (IngestEffect.Noted, "The user has no row in the user table; the event was kept, the attributes of the user are missing."),
        [IngestIssueCode.UnknownContent] = (IngestEffect.Noted, "The content has no row in the content table; the event was kept, the attributes of the content are missing."),
    };

    [Fact]
    public void Of_EveryCode_SaysWhatBecameOfTheRow()
        => Enum.GetValues<IngestIssueCode>().Select(code => (code, IngestMessages.EffectOf(code), IngestMessages.Of(code)))
            .ShouldBe(Messages.Select(entry => (entry.Key, entry.Value.Effect, entry.Value.Message)));

    [Fact]
    public void Of_NoCode_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => IngestMessages.Of((IngestIssueCode)(-1)));

    [Theory]
    [InlineData("", IngestIssueCode.MissingInstant, null)]
    [InlineData("yesterday", IngestIssueCode.WrongType, "yesterday")]
    public void AddEvents_BadInstantOfAReader_IsReportedInWords(string at, IngestIssueCode code, string? value)
    {
        using var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        table.Columns.Add("at", typeof(string));
        table.Rows.Add(at);
        using DataTableReader reader = table.CreateDataReader();

        UserOpsDataset data = new UserOpsDatasetBuilder().AddEvents(reader, map => map.User(_ => "al").At("at").Named("pay")).Build();

        data.Ingest.Issues.ShouldBe([new IngestIssue
        {
            Table = IngestTable.Events,
            Code = code,
            Effect = IngestEffect.Rejected,
            Count = 1,
            Message = Messages[code].Message,
            Rows = [new IngestRow(0, "at", value)],
        }]);
    }
}
