using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using Shouldly;

namespace UserOps.Models.Tests.Schema;

/// <summary>A source that ends half way, after good rows and a bad one: the builder is as if the call had never been made.</summary>
public class FailedCallTests
{
    // More than one batch of ids, so that some are being looked up beside reading when the source ends.
    private const int Rows = 5_000;
    private const int BadRow = 4_900;

    private static readonly SetField Tags = Field.Set("tags");
    private static readonly CategoryField Channel = Field.Category("channel");
    private static readonly NumberField Number = Field.Number("number");

    public enum Ending
    {
        ReadThrows,
        ReadAsyncThrows,
        TokenIsCanceled,
    }

    [Theory]
    [InlineData(IngestTable.Users, Ending.ReadThrows)]
    [InlineData(IngestTable.Users, Ending.ReadAsyncThrows)]
    [InlineData(IngestTable.Users, Ending.TokenIsCanceled)]
    [InlineData(IngestTable.Events, Ending.ReadThrows)]
    [InlineData(IngestTable.Events, Ending.ReadAsyncThrows)]
    [InlineData(IngestTable.Events, Ending.TokenIsCanceled)]
    [InlineData(IngestTable.Contents, Ending.ReadThrows)]
    [InlineData(IngestTable.Contents, Ending.ReadAsyncThrows)]
    [InlineData(IngestTable.Contents, Ending.TokenIsCanceled)]
    public async Task Add_ReaderEndsHalfWay_LeavesTheBuilderAsItWas(IngestTable table, Ending ending)
    {
        UserOpsDatasetBuilder builder = Filled();

        await AddFailing(builder, table, ending);

        ShouldBeAsNeverCalled(builder);
    }

    [Fact]
    public async Task AddEventsAsync_TokenIsCanceled_LeavesTheBuilderAsItWas()
    {
        UserOpsDatasetBuilder builder = Filled();
        using var source = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => builder.AddEventsAsync(Endless(), map => map
            .User(row => $"new {row}").At(_ => At(0)).Name(row => row == BadRow ? null : $"new {row % 9}").EventId(row => $"new {row}").Content(row => $"new {row}")
            .With(Tags, row => [$"new {row % 7}"]), source.Token));

        ShouldBeAsNeverCalled(builder);

        async IAsyncEnumerable<int> Endless([EnumeratorCancellation] CancellationToken token = default)
        {
            for (int row = 0; ; row++)
            {
                token.ThrowIfCancellationRequested();
                yield return row;
                if (row == Rows)
                {
                    await source.CancelAsync();
                }
            }
        }
    }

    private static async Task AddFailing(UserOpsDatasetBuilder builder, IngestTable table, Ending ending)
    {
        using DataTableReader reader = Table().CreateDataReader();
        using var source = new CancellationTokenSource();
        async Task Add() => await ((table, ending) switch
        {
            (IngestTable.Users, Ending.ReadThrows) => Done(builder.AddUsers(reader, MapUsers)),
            (IngestTable.Users, _) => builder.AddUsersAsync(reader, MapUsers, source.Token),
            (IngestTable.Events, Ending.ReadThrows) => Done(builder.AddEvents(reader, MapEvents)),
            (IngestTable.Events, _) => builder.AddEventsAsync(reader, MapEvents, source.Token),
            (_, Ending.ReadThrows) => Done(builder.AddContents(reader, MapContents)),
            _ => builder.AddContentsAsync(reader, MapContents, source.Token),
        });

        if (ending == Ending.TokenIsCanceled)
        {
            await Should.ThrowAsync<OperationCanceledException>(Add);
        }
        else
        {
            // A closed reader is what a lost connection leaves; only the next read sees it.
            (await Should.ThrowAsync<InvalidOperationException>(Add)).Message.ShouldContain("Read");
        }

        static Task Done(UserOpsDatasetBuilder _) => Task.CompletedTask;

        void MapUsers(UserMap<IDataRecord> map) => map.User("user").With(Channel, "channel").With(Tags, "tags", ';').With(Number, NumberOf);

        void MapContents(ContentMap<IDataRecord> map) => map.Id("user").With(Channel, "channel").With(Tags, "tags", ';').With(Number, NumberOf);

        void MapEvents(EventMap<IDataRecord> map) => map.User("user").At("at").Name("channel").EventId("user").Content("user")
            .With(Channel, "channel").With(Tags, "tags", ';').With(Number, NumberOf);

        // The last thing read of a row.
        double? NumberOf(IDataRecord row)
        {
            double number = row.GetDouble(4);
            if (number == Rows - 1 && ending == Ending.TokenIsCanceled)
            {
                source.Cancel();
            }
            else if (number == Rows - 1)
            {
                reader.Close();
            }

            return number == BadRow ? double.NaN : number;
        }
    }

    private static DataTable Table()
    {
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (string column in (string[])["user", "at", "channel", "tags"])
        {
            table.Columns.Add(column, typeof(string));
        }

        table.Columns.Add("number", typeof(double));
        for (int row = 0; row < Rows; row++)
        {
            table.Rows.Add($"new {row}", "2026-03-01T00:00Z", $"new {row % 9}", $"new {row % 7};a", (double)row);
        }

        return table;
    }

    private static void ShouldBeAsNeverCalled(UserOpsDatasetBuilder builder)
    {
        UserOpsDataset never = Filled().Build();
        UserOpsDataset data = builder.Build();
        SameDataset.ShouldBeEqual(data, never);
        data.Ingest.ShouldBe(never.Ingest);

        // The ids of the failed call are free again.
        UserOpsDataset more = AddMore(builder).Build();
        SameDataset.ShouldBeEqual(more, AddMore(Filled()).Build());
        more.Ingest.Events.ShouldBe(new IngestCounts(5, 1, 1));
    }

    private static UserOpsDatasetBuilder Filled() => AddEvents(
        new UserOpsDatasetBuilder()
            .AddUsers(["al", "bo"], map => map.User(id => id).With(Tags, id => [id, "a"]))
            .AddContents(["c1", "c2"], map => map.Id(id => id).With(Tags, id => [id, "a"])),
        "al", "cy", "", "al");

    private static UserOpsDatasetBuilder AddMore(UserOpsDatasetBuilder builder)
        => AddEvents(builder.AddUsers(["new 2", "al"], map => map.User(id => id)).AddContents(["new 3"], map => map.Id(id => id)), "new 1", "new 4999", "dy");

    private static UserOpsDatasetBuilder AddEvents(UserOpsDatasetBuilder builder, params string[] ids) => builder.AddEvents(ids, map => map
        .User(id => id).At(id => At(id.Length)).Name(id => $"name of {id}").EventId(id => id).Content(id => $"c{id.Length}").With(Tags, id => [id, "b"]));

    private static DateTimeOffset At(int minute) => DateTimeOffset.UnixEpoch.AddMinutes(minute);
}
