using Shouldly;

namespace UserOps.Models.Tests.Schema;

/// <summary>Event ids that are GUIDs, through every door and across datasets.</summary>
public class EventIdTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AddEvents_RepeatedUniqueId_KeepsTheFirst(bool columns)
    {
        UserOpsDataset data = Read(columns, 1, 2, 1, 0, 0).Build();

        data.Events.UtcTicks.ToArray().ShouldBe([At(0), At(1), At(3)]);
        data.Ingest.Events.ShouldBe(new IngestCounts(3, 0, 2));
        data.Ingest.Issues.ShouldHaveSingleItem().Rows.ShouldBe(
            [new IngestRow(2, "eventId", Id(1).ToString()), new IngestRow(4, "eventId", Id(0).ToString())]);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Append_UniqueIdSeenBefore_IsADuplicate(bool columnsFirst, bool columnsThen)
    {
        UserOpsDataset data = Read(columnsFirst, 1, 2).Build();

        UserOpsDataset appended = data.Append(Read(columnsThen, 3, 2, 1));
        UserOpsDataset again = appended.Append(Read(columnsThen, 3, 4));

        appended.Ingest.Events.ShouldBe(new IngestCounts(3, 0, 2));
        appended.Ingest.Issues.ShouldHaveSingleItem().Rows.ShouldBe(
            [new IngestRow(3, "eventId", Id(2).ToString()), new IngestRow(4, "eventId", Id(1).ToString())]);
        again.Ingest.Events.ShouldBe(new IngestCounts(4, 0, 3));
        again.Events.Count.ShouldBe(4);
    }

    [Fact]
    public void AddEvents_OneIdInThreeKinds_IsThreeIds()
    {
        string text = Id(1).ToString();
        UserOpsDataset data = Read(false, 1)
            .AddEvents([text], map => map.User(_ => 7).At(_ => DateTimeOffset.UnixEpoch).Named("pay").EventId(id => id))
            .AddEvents([1L], map => map.User(_ => 7).At(_ => DateTimeOffset.UnixEpoch).Named("pay").EventId(id => id))
            .Build();

        data.Ingest.Events.ShouldBe(new IngestCounts(3, 0, 0));
    }

    [Fact]
    public void AddEvents_CallFailed_ForgetsItsUniqueIds()
    {
        UserOpsDatasetBuilder builder = Read(false, 1);

        Should.Throw<IOException>(() => builder.AddEvents([2, 3], map => map
            .User(_ => 7).At(_ => DateTimeOffset.UnixEpoch).Named("pay").EventId(id => id == 3 ? throw new IOException("The line went dead.") : Id(id))));

        builder.AddEvents([1, 2], map => map.User(_ => 7).At(_ => DateTimeOffset.UnixEpoch).Named("pay").EventId(id => Id(id)))
            .Build().Ingest.Events.ShouldBe(new IngestCounts(2, 0, 1));
    }

    /// <summary>Reads events of one user, a tick apart, through the columns or by lambda.</summary>
    private static UserOpsDatasetBuilder Read(bool columns, params int[] ids)
    {
        long[] ticks = [.. Enumerable.Range(0, ids.Length).Select(At)];
        return columns
            ? new UserOpsDatasetBuilder().AddEvents(new EventColumns(new long[ids.Length], ticks).Named("pay").EventIds(ids.Select(Id).ToArray()))
            : new UserOpsDatasetBuilder().AddEvents(
                Enumerable.Range(0, ids.Length), map => map.User(_ => 0).At(row => new DateTimeOffset(At(row), TimeSpan.Zero)).Named("pay").EventId(row => Id(ids[row])));
    }

    private static long At(int row) => DateTime.UnixEpoch.Ticks + row;

    private static Guid Id(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
