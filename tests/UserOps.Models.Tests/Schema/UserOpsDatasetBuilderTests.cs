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

    [Theory]
    [InlineData(256, false)]
    [InlineData(257, true)]
    public void Build_ManyNames_TakeTwoBytesACode(int names, bool wide)
    {
        UserOpsDataset data = UserOpsDataset.FromEvents(Enumerable.Range(0, names), map => map.User(i => i % 3).At(At).Name(i => $"event {i}"));

        data.Events.HasWideCodes.ShouldBe(wide);
        data.Events.Names.Length.ShouldBe(names);
        Enumerable.Range(0, names).Select(data.Events.NameAt).ShouldBe(
            Enumerable.Range(0, names).OrderBy(i => i % 3).ThenBy(i => i).Select(i => $"event {i}"));
    }

    [Fact]
    public void Build_Twice_GivesEqualDatasetsThatShareNothing()
    {
        UserOpsDatasetBuilder builder = new UserOpsDatasetBuilder().AddEvents(["al", "bo"], map => map.User(id => id).At(_ => At(1)).Named("view"));
        UserOpsDataset first = builder.Build();
        UserOpsDataset second = builder.AddEvents(["cy"], map => map.User(id => id).At(_ => At(0)).Named("pay")).Build();

        first.Directory.Count.ShouldBe(2);
        first.Events.Names.ShouldBe(["view"]);
        second.Directory.Count.ShouldBe(3);
        second.Events.Count.ShouldBe(3);
    }

    [Fact]
    public void Build_Progress_RisesToOne()
    {
        var reported = new List<double>();
        new UserOpsDatasetBuilder().AddEvents(["al"], map => map.User(id => id).At(_ => At(1)).Named("view"))
            .Build(new RunOptions { Progress = new Listener(reported) });

        reported.ShouldBe(reported.Order());
        reported[^1].ShouldBe(1);
    }

    [Fact]
    public void Build_Canceled_Throws()
        => Should.Throw<OperationCanceledException>(() => new UserOpsDatasetBuilder().Build(cancellationToken: new CancellationToken(canceled: true)));

    private sealed class Listener(List<double> reported) : IProgress<double>
    {
        public void Report(double value) => reported.Add(value);
    }

    private static DateTimeOffset At(int minute) => new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);
}
