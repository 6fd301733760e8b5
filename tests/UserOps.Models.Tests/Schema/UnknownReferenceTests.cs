using Shouldly;
using static UserOps.Models.Tests.Schema.LogRows;

namespace UserOps.Models.Tests.Schema;

/// <summary>Events of users and contents without a row: kept, and noted.</summary>
public class UnknownReferenceTests
{
    [Fact]
    public void Build_UnknownUser_IsKeptAndNoted()
    {
        UserOpsDataset data = Read(new(), [At(2) with { User = "zo" }, At(1), At(1) with { User = "zo" }])
            .AddUsers(["al"], map => map.User(id => id))
            .Build();

        data.Events.Count.ShouldBe(3);
        data.Ingest.Issues.ShouldBe([Issue(
            IngestIssueCode.UnknownUser,
            IngestEffect.Noted,
            "The user has no row in the user table; the event was kept, the attributes of the user are missing.",
            new IngestRow(0, "user", "zo"),
            new IngestRow(2, "user", "zo"))]);
    }

    [Fact]
    public void Build_UnknownContent_IsKeptAndNoted()
    {
        string?[] contents = ["c1", "c9", null, ""];
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddContents(["c1"], map => map.Id(id => id))
            .AddEvents(contents, map => map.User(_ => 1).At(_ => Instant(1)).Named("view").Content(id => id))
            .Build();

        data.Events.ContentRows.ToArray().ShouldBe([0, -1, -1, -1]);
        data.Ingest.Issues.ShouldBe([Issue(
            IngestIssueCode.UnknownContent,
            IngestEffect.Noted,
            "The content has no row in the content table; the event was kept, the attributes of the content are missing.",
            new IngestRow(1, "content", "c9"))]);
    }
}
