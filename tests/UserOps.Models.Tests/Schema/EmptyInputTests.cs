using System.Data;
using Shouldly;

namespace UserOps.Models.Tests.Schema;

/// <summary>Calls without a row: they are fine, add nothing, and decide nothing about what ids are.</summary>
public class EmptyInputTests
{
    private static readonly CategoryField Channel = Field.Category("channel");

    public static TheoryData<string, Action<UserOpsDatasetBuilder>> EmptyCalls() => new()
    {
        { "users", builder => builder.AddUsers(Array.Empty<long>(), map => map.User(id => id)) },
        { "users, not counted", builder => builder.AddUsers(Enumerable.Range(0, 9).Where(id => id > 9), map => map.User(id => id)) },
        { "users, reader", builder => builder.AddUsers(NoRows(), map => map.User("id", UserIdKind.Number).With(Channel, "channel")) },
        { "events", builder => builder.AddEvents(Array.Empty<Guid>(), map => map.User(id => id).At(_ => DateTimeOffset.UnixEpoch).Named("pay")) },
        { "events, reader", builder => builder.AddEvents(NoRows(), map => map.User("id", UserIdKind.Number).At("at").Name("name").With(Channel, "channel")) },
        { "events, numbers", builder => builder.AddEvents(new EventColumns(Array.Empty<long>(), Array.Empty<long>()).Named("pay").With(Channel, Array.Empty<string?>())) },
        { "events, unique", builder => builder.AddEvents(new EventColumns(Array.Empty<Guid>(), Array.Empty<long>()).Named("pay").EventIds(Array.Empty<Guid>())) },
        { "events, sets", builder => builder.AddEvents(new EventColumns(Array.Empty<long>(), Array.Empty<long>()).Named("pay").With(Field.Set("tags"), new int[1], default, [])) },
        { "events, all bad", builder => builder.AddEvents([1L], map => map.User(id => id).At(_ => DateTimeOffset.UnixEpoch).Name(_ => null)) },
        { "users, all bad", builder => builder.AddUsers([1L], map => map.User(id => id).With(Field.Number("score"), _ => double.NaN)) },
        { "contents", builder => builder.AddContents(Array.Empty<string>(), map => map.Id(id => id)) },
        { "contents, reader", builder => builder.AddContents(NoRows(), map => map.Id("id").With(Channel, "channel")) },
    };

    [Theory]
    [MemberData(nameof(EmptyCalls))]
    public void Add_NoRowTaken_AddsNothingAndDecidesNoKind(string call, Action<UserOpsDatasetBuilder> add)
    {
        var builder = new UserOpsDatasetBuilder();
        add(builder);

        UserOpsDataset empty = builder.Build();
        (empty.Directory.Count, empty.Directory.Kind, empty.Users.RowCount, empty.Events.Count, empty.Contents.Count)
            .ShouldBe((0, UserIdKind.None, 0, 0, 0), call);
        empty.Events.Names.ShouldBeEmpty();

        // Ids of any kind may follow.
        builder.AddUsers(["al"], map => map.User(id => id)).AddEvents(["bo"], map => map.User(id => id).At(_ => DateTimeOffset.UnixEpoch).Named("pay"));
        UserOpsDataset data = builder.Build();
        Enumerable.Range(0, data.Directory.Count).Select(i => data.Directory[i]).ShouldBe(["al", "bo"]);
        data.Events.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(EmptyCalls))]
    public void Append_NoRowTaken_KeepsWhatThereWas(string call, Action<UserOpsDatasetBuilder> add)
    {
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(["al"], map => map.User(id => id))
            .AddEvents(["bo"], map => map.User(id => id).At(_ => DateTimeOffset.UnixEpoch).Named("pay")).Build();
        var more = new UserOpsDatasetBuilder();
        add(more);

        UserOpsDataset appended = data.Append(more);

        appended.Directory.ShouldBeSameAs(data.Directory, call);
        appended.Events.Names.ShouldBe(["pay"]);
        (appended.Users.RowCount, appended.Events.Count, appended.Contents.Count).ShouldBe((1, 1, 0));
    }

    [Fact]
    public void Add_NoRowsOfAnotherKind_AreRefusedLikeRows()
    {
        UserOpsDatasetBuilder builder = new UserOpsDatasetBuilder().AddUsers(["al"], map => map.User(id => id));

        Should.Throw<ArgumentException>(() => builder.AddUsers(Array.Empty<long>(), map => map.User(id => id))).Message
            .ShouldBe("User ids are of kind Text here; ids of kind Number cannot be mixed with them.");
        Should.Throw<ArgumentException>(() => builder.AddEvents(new EventColumns(Array.Empty<long>(), Array.Empty<long>()).Named("pay"))).Message
            .ShouldBe("User ids are of kind Text here; ids of kind Number cannot be mixed with them.");
    }

    private static DataTableReader NoRows()
    {
        using var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (string column in (string[])["id", "at", "name", "channel"])
        {
            table.Columns.Add(column, typeof(string));
        }

        return table.CreateDataReader();
    }
}
