using Shouldly;
using static UserOps.Models.Tests.Schema.LogRows;

namespace UserOps.Models.Tests.Schema;

/// <summary>Rows that say again what was said: the first to arrive counts.</summary>
public class RepeatedRowTests
{
    [Fact]
    public void AddEvents_RepeatedEventId_KeepsTheFirstToArrive()
    {
        (string? Id, int Minute)[] rows = [("e1", 5), ("e2", 1), ("e1", 0), (null, 7), (null, 7), ("", 8)];
        UserOpsDataset data = UserOpsDataset.FromEvents(rows, map => map
            .User(_ => "al").At(row => Instant(row.Minute)).Named("pay").EventId(row => row.Id));

        data.Events.UtcTicks.ToArray().ShouldBe([Ticks(1), Ticks(5), Ticks(7), Ticks(7), Ticks(8)]);
        data.Ingest.Events.ShouldBe(new IngestCounts(5, 0, 1));
        data.Ingest.Issues.ShouldBe([Issue(
            IngestIssueCode.RepeatedEventId,
            IngestEffect.Duplicate,
            "The event id was seen before; the first event in order of arrival was kept.",
            new IngestRow(2, "eventId", "e1"))]);
    }

    [Fact]
    public void AddEvents_RejectedRow_DoesNotClaimItsEventId()
    {
        (long Id, string? Name)[] rows = [(7, null), (7, "pay"), (7, "pay")];
        UserOpsDataset data = UserOpsDataset.FromEvents(rows, map => map.User(_ => 1).At(_ => Instant(1)).Name(row => row.Name).EventId(row => row.Id));

        data.Ingest.Events.ShouldBe(new IngestCounts(Accepted: 1, Rejected: 1, Duplicates: 1));
        data.Ingest.Issues[1].Rows.ShouldBe([new IngestRow(2, "eventId", "7")]);
    }

    [Theory]
    [InlineData(IdenticalRows.Keep, 5)]
    [InlineData(IdenticalRows.Drop, 3)]
    public void Build_IdenticalRows_AreKeptUnlessAsked(IdenticalRows treatment, int expected)
    {
        LogRow[] rows = [At(1) with { Amount = 5 }, At(1), At(1) with { Amount = 5 }, At(1) with { User = "bo" }, At(1)];
        UserOpsDataset data = Read(new(new() { IdenticalRows = treatment }), rows).Build();

        data.Events.Count.ShouldBe(expected);
        data.Ingest.Events.ShouldBe(new IngestCounts(expected, 0, 5 - expected));
        if (treatment == IdenticalRows.Drop)
        {
            data.Ingest.Issues.ShouldBe([Issue(
                IngestIssueCode.IdenticalEvent,
                IngestEffect.Duplicate,
                "The event equals another one of the same user in everything; the first in order of arrival was kept.",
                new IngestRow(2, "name", "pay"),
                new IngestRow(4, "name", "pay"))]);
            data.Events.Offsets.ToArray().ShouldBe([0, 2, 3]);
            data.Events.UsersWithTies.ToArray().ShouldBe([1UL]);
        }
    }

    [Fact]
    public void AddUsersAndContents_RepeatedOrEmptyIds_KeepTheFirst()
    {
        var level = Field.Number("level");
        (string? Id, double Level)[] rows = [("a", 1), ("", 9), ("b", 2), ("a", 3), (null, 9)];
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddUsers(rows, map => map.User(row => row.Id).With(level, row => row.Level))
            .AddContents(rows, map => map.Id(row => row.Id).With(level, row => row.Level))
            .Build();

        data.Users.Columns.Get(level).Values.ToArray().ShouldBe([1, 2]);
        data.Contents.Columns.Get(level).Values.ToArray().ShouldBe([1, 2]);
        data.Ingest.Users.ShouldBe(new IngestCounts(2, 2, 1));
        data.Ingest.Contents.ShouldBe(new IngestCounts(2, 2, 1));
        data.Ingest.Issues.Select(issue => (issue.Table, issue.Code, issue.Count, issue.Message)).ShouldBe(
        [
            (IngestTable.Users, IngestIssueCode.EmptyUserId, 2, "The user id is missing or empty; the row was rejected."),
            (IngestTable.Users, IngestIssueCode.RepeatedUser, 1, "The user has a row already; the first in order of arrival was kept."),
            (IngestTable.Contents, IngestIssueCode.EmptyContentId, 2, "The content id is missing or empty; the row was rejected."),
            (IngestTable.Contents, IngestIssueCode.RepeatedContent, 1, "The content has a row already; the first in order of arrival was kept."),
        ]);
        data.Ingest.Issues[1].Rows.ShouldBe([new IngestRow(3, "user", "a")]);
        data.Ingest.Issues[3].Rows.ShouldBe([new IngestRow(3, "content", "a")]);
    }
}
