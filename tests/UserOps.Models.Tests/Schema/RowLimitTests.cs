using Shouldly;
using static UserOps.Models.Tests.Schema.LogRows;

namespace UserOps.Models.Tests.Schema;

/// <summary>What one table may hold: rows that are left out take no room.</summary>
public class RowLimitTests
{
    private const string Full = "One table holds at most 3 rows; split the data by user, evaluate each part and merge the summaries.";
    private static readonly NumberField Score = Field.Number("score");

    [Fact]
    public void AddEvents_FullTable_StillJudgesRowsThatTakeNoRoom()
    {
        (string Id, double Score)[] rows = [("e1", 1), ("e2", 2), ("e3", 3), ("e2", 4), ("e9", double.NaN), ("e1", 5)];

        UserOpsDataset data = AddEvents(Small(), rows).Build();

        data.Ingest.Events.ShouldBe(new IngestCounts(Accepted: 3, Rejected: 1, Duplicates: 2));
        data.Events.Columns.Get(Score).Values.ToArray().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void AddEvents_OneMoreGoodRow_IsRefused()
    {
        UserOpsDatasetBuilder builder = AddEvents(Small(), [("e1", 1), ("e2", 2), ("e3", 3)]);

        Should.Throw<InvalidOperationException>(() => AddEvents(builder, [("e2", 4), ("e4", 4)])).Message.ShouldBe(Full);

        builder.Build().Ingest.Events.ShouldBe(new IngestCounts(3, 0, 0));
    }

    [Fact]
    public void AddEvents_TooLongColumns_AreRefused()
    {
        UserOpsDatasetBuilder builder = Small().AddEvents(Columns(2));

        Should.Throw<InvalidOperationException>(() => builder.AddEvents(Columns(2))).Message.ShouldBe(Full);
        Should.Throw<InvalidOperationException>(() => builder.AddEvents(Columns(2).With(Score, new[] { 1.0, 2 }).EventIds(new long[] { 1, 2 }))).Message.ShouldBe(Full);

        builder.AddEvents(Columns(1)).Build().Events.Count.ShouldBe(3);
    }

    [Fact]
    public void AddUsers_TooMany_AreRefused()
    {
        UserOpsDatasetBuilder builder = Small().AddUsers(["a", "", "b", "c", null], map => map.User(id => id));

        Should.Throw<InvalidOperationException>(() => builder.AddUsers(["d"], map => map.User(id => id))).Message.ShouldBe(Full);

        UserOpsDataset data = builder.Build();
        data.Ingest.Users.ShouldBe(new IngestCounts(3, 2, 0));
        data.Directory.Count.ShouldBe(3);
    }

    [Fact]
    public void AddContents_TooMany_AreRefused()
    {
        UserOpsDatasetBuilder builder = Small().AddContents(["a", "", "b", "c", "a"], map => map.Id(id => id));

        Should.Throw<InvalidOperationException>(() => builder.AddContents(["b", "d"], map => map.Id(id => id))).Message.ShouldBe(Full);

        UserOpsDataset data = builder.Build();
        data.Ingest.Contents.ShouldBe(new IngestCounts(3, 1, 1));
        data.Contents.Count.ShouldBe(3);
    }

    [Fact]
    public void AddEvents_TooManyRows_AreRefused()
    {
        UserOpsDatasetBuilder builder = Small();

        Should.Throw<InvalidOperationException>(() => Read(builder, [At(1), At(2), At(3), At(4)])).Message.ShouldBe(Full);
        UserOpsDataset full = Read(builder, [At(1), At(2), At(3)]).Build();
        Should.Throw<InvalidOperationException>(() => full.Append(Read(Small(), [At(4)])));
    }

    [Fact]
    public void AddEvents_TooManyNames_AreRefused()
        => Should.Throw<InvalidOperationException>(() => UserOpsDataset.FromEvents(
                Enumerable.Range(0, 65_537), map => map.User(_ => 1).At(_ => Instant(1)).Name(number => $"event {number}"))).Message
            .ShouldBe("One event log holds at most 65536 event names, and 'event 65536' is one more; keep what varies in a property.");

    private static UserOpsDatasetBuilder Small() => new(new() { MaximumRows = 3 });

    private static EventColumns Columns(int rows)
        => new EventColumns(new long[rows], Enumerable.Repeat(DateTime.UnixEpoch.Ticks, rows).ToArray()).Named("pay");

    private static UserOpsDatasetBuilder AddEvents(UserOpsDatasetBuilder builder, (string Id, double Score)[] rows) => builder.AddEvents(
        rows, map => map.User(_ => 1).At(_ => DateTimeOffset.UnixEpoch).Named("pay").EventId(row => row.Id).With(Score, row => row.Score));
}
