using Shouldly;

namespace UserOps.Models.Tests.Schema;

public class UserOpsDatasetBuilderTests
{
    private static readonly CategoryField Channel = Field.Category("channel");
    private static readonly AmountField Amount = Field.Amount("amount", "CNY");
    private static readonly CategoryField Kind = Field.Category("kind");

    [Fact]
    public void Build_ThreeTables_JoinsThemByUserAndContent()
    {
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddEvents(
                [("bo", 3, "pay", 12.5m, "c1"), ("al", 2, "view", null, "c9"), ("bo", 1, "view", (decimal?)null, (string?)null)],
                map => map.User(x => x.Item1).At(x => At(x.Item2)).Name(x => x.Item3).With(Amount, x => x.Item4).Content(x => x.Item5))
            .AddUsers([("al", "ad"), ("cy", null), ("al", "shop")], map => map.User(x => x.Item1).With(Channel, x => x.Item2))
            .AddContents([("c1", "fund")], map => map.Id(x => x.Item1).With(Kind, x => x.Item2))
            .Build();

        Enumerable.Range(0, data.Directory.Count).Select(i => data.Directory[i].ToString()).ShouldBe(["al", "cy", "bo"]);
        data.Users.RowCount.ShouldBe(2);
        data.Users.Columns.Get(Channel)[0].ShouldBe("ad");
        data.Users.Columns.Get(Channel).IsMissing(2).ShouldBeTrue();
        data.Events.Offsets.ToArray().ShouldBe([0, 1, 1, 3]);
        Enumerable.Range(0, 3).Select(data.Events.NameAt).ShouldBe(["view", "view", "pay"]);
        data.Events.Columns.Get(Amount)[2].ShouldBe(12.5m);
        data.Events.Columns.Get(Amount).IsMissing(0).ShouldBeTrue();
        data.Events.ContentRows.ToArray().ShouldBe([-1, -1, 0]);
        data.Ingest.Users.ShouldBe(new IngestCounts(2, 0, 1));
        data.Ingest.RowsRead.ShouldBe(7);
    }

    [Fact]
    public void Build_NothingRead_GivesEmptyTables()
    {
        UserOpsDataset data = new UserOpsDatasetBuilder().Build();

        data.Directory.Count.ShouldBe(0);
        data.Events.Count.ShouldBe(0);
        data.Users.RowCount.ShouldBe(0);
        data.Contents.Count.ShouldBe(0);
        data.Ingest.ShouldBe(new IngestReport());
    }

    private static DateTimeOffset At(int minute) => new(2026, 3, 1, 0, minute, 0, TimeSpan.Zero);
}
