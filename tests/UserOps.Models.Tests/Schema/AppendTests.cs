using Shouldly;

namespace UserOps.Models.Tests.Schema;

public class AppendTests
{
    private static readonly CategoryField Channel = Field.Category("channel");
    private static readonly NumberField Score = Field.Number("score");
    private static readonly FlagField Vip = Field.Flag("vip");
    private static readonly SetField Tags = Field.Set("tags");

    private sealed record Event(int User, int Minute, string Name, string? Content, string? Id, string? Channel, double? Score);

    [Theory]
    [InlineData(UserIdKind.Text)]
    [InlineData(UserIdKind.Number)]
    [InlineData(UserIdKind.Unique)]
    public void Append_RowsInTwoParts_EqualsBuildingAtOnce(UserIdKind kind)
    {
        for (int seed = 0; seed < 40; seed++)
        {
            Event[] events = Events(seed, 60);
            int cut = seed * 60 / 40;
            IngestOptions options = new() { IdenticalRows = seed % 3 == 0 ? IdenticalRows.Drop : IdenticalRows.Keep };

            UserOpsDataset atOnce = AddContents(AddUsers(Add(new(options), events, kind), kind)).Build();
            UserOpsDataset first = AddUsers(Add(new(options), events[..cut], kind), kind).Build();
            UserOpsDataset appended = first.Append(AddContents(Add(new(options), events[cut..], kind)));

            SameDataset.ShouldBeEqual(appended, atOnce);
            first.Events.Count.ShouldBeLessThanOrEqualTo(appended.Events.Count);
            first.Directory.IsSameOrEarlierStateOf(appended.Directory).ShouldBeTrue();
            appended.Directory.IsSameOrEarlierStateOf(first.Directory).ShouldBe(ReferenceEquals(first.Directory, appended.Directory));
        }
    }

    [Theory] // more users than one part of the merge has, names that outgrow a byte on the way, with properties and without
    [InlineData(1, 200, false)]
    [InlineData(2, 300, false)]
    [InlineData(3, 300, true)]
    public void Append_ManyUsersInManyParts_EqualsBuildingAtOnce(int seed, int names, bool withScore)
    {
        const int Users = 10_000;
        var random = new Xoshiro256(seed);
        (long User, int Minute, string Name)[] rows =
        [
            .. Enumerable.Range(0, 60_000).Select(i => ((long)random.NextInt32(1 + (Users * i / 60_000)), random.NextInt32(500), $"e{random.NextInt32(1 + (names * i / 60_000))}")),
        ];
        UserOpsDataset atOnce = Builder(rows).Build();
        UserOpsDataset grown = Builder(rows[..20_000]).Build();
        foreach (Range part in (Range[])[20_000..20_001, 20_001..20_050, 20_050..45_000, 45_000..60_000])
        {
            grown = grown.Append(Builder(rows[part]), new RunOptions { MaxDegreeOfParallelism = 1 + (part.Start.Value % 3) });
        }

        SameDataset.ShouldBeEqual(grown, atOnce);

        UserOpsDatasetBuilder Builder((long User, int Minute, string Name)[] part) => new UserOpsDatasetBuilder().AddEvents(part, map =>
        {
            map.User(row => row.User).At(row => DateTimeOffset.UnixEpoch.AddMinutes(row.Minute)).Name(row => row.Name);
            if (withScore)
            {
                map.With(Score, row => row.Minute % 7 == 0 ? null : row.Minute / 10.0);
            }
        });
    }

    [Fact]
    public void Append_NothingNew_KeepsTheDirectory()
    {
        UserOpsDataset data = Add(new(), Events(1, 20), UserIdKind.Text).Build();

        UserOpsDataset appended = data.Append(new UserOpsDatasetBuilder());

        appended.Directory.ShouldBeSameAs(data.Directory);
        SameDataset.ShouldBeEqual(appended, data);
    }

    [Fact]
    public void Append_ToNothing_EqualsBuilding()
        => SameDataset.ShouldBeEqual(new UserOpsDatasetBuilder().Build().Append(Add(new(), Events(1, 20), UserIdKind.Number)), Add(new(), Events(1, 20), UserIdKind.Number).Build());

    [Fact]
    public void Append_RowOfAUserKnownFromEvents_FillsTheSlot()
    {
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddUsers(["al"], map => map.User(id => id).With(Vip, _ => true))
            .AddEvents(["bo"], map => map.User(id => id).At(_ => DateTimeOffset.UnixEpoch).Named("view"))
            .Build();

        UserOpsDataset appended = data.Append(new UserOpsDatasetBuilder().AddUsers(["cy", "bo", "al"], map => map.User(id => id).With(Vip, _ => false)));

        Enumerable.Range(0, 3).Select(i => (appended.Directory[i].ToString(), appended.Users.Columns.Get(Vip)[i])).ShouldBe([("al", true), ("bo", false), ("cy", false)]);
        appended.Users.RowCount.ShouldBe(3);
        appended.Ingest.Users.ShouldBe(new IngestCounts(3, 0, 1));
        appended.Ingest.Issues.ShouldHaveSingleItem().Rows.ShouldBe([new IngestRow(3, "user", "al")]);
        data.Users.RowCount.ShouldBe(1);
    }

    [Fact]
    public void Append_DuplicateOnly_BringsNoUser()
    {
        UserOpsDataset data = Read(new(), ("e1", "al")).Build();

        UserOpsDataset appended = data.Append(Read(new(), ("e1", "zo"), ("e2", "bo")));

        Enumerable.Range(0, appended.Directory.Count).Select(i => appended.Directory[i].ToString()).ShouldBe(["al", "bo"]);
        appended.Ingest.Events.ShouldBe(new IngestCounts(2, 0, 1));
        appended.Ingest.Issues.ShouldHaveSingleItem().Rows.ShouldBe([new IngestRow(1, "eventId", "e1")]);
        appended.Append(Read(new(), ("e2", "cy"))).Ingest.Events.ShouldBe(new IngestCounts(2, 0, 2));

        static UserOpsDatasetBuilder Read(UserOpsDatasetBuilder builder, params (string Id, string User)[] rows) => builder.AddEvents(
            rows, map => map.User(row => row.User).At(_ => DateTimeOffset.UnixEpoch).Named("pay").EventId(row => row.Id));
    }

    [Fact]
    public void Append_ContentAfterItsEvents_SettlesTheReference()
    {
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddEvents(["c1", "c2"], map => map.User(_ => 1).At(_ => DateTimeOffset.UnixEpoch).Named("view").Content(id => id)).Build();
        data.Ingest.Issues.ShouldHaveSingleItem().Count.ShouldBe(2);

        UserOpsDataset appended = data.Append(new UserOpsDatasetBuilder().AddContents(["c2"], map => map.Id(id => id)));

        appended.Events.ContentRows.ToArray().ShouldBe([-1, 0]);
        appended.Ingest.Issues.ShouldHaveSingleItem().Rows.ShouldBe([new IngestRow(0, "content", "c1")]);
    }

    private static UserOpsDatasetBuilder Add(UserOpsDatasetBuilder builder, Event[] events, UserIdKind kind) => builder.AddEvents(events, map =>
    {
        _ = kind switch
        {
            UserIdKind.Text => map.User(row => $"user {row.User}"),
            UserIdKind.Number => map.User(row => row.User * 1_000_003L),
            _ => map.User(row => new Guid(row.User, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
        };
        map.At(row => DateTimeOffset.UnixEpoch.AddMinutes(row.Minute)).Name(row => row.Name).EventId(row => row.Id).Content(row => row.Content)
            .With(Channel, row => row.Channel).With(Score, row => row.Score).With(Tags, row => row.Channel is null ? null : [row.Channel, row.Name]);
    });

    private static UserOpsDatasetBuilder AddUsers(UserOpsDatasetBuilder builder, UserIdKind kind)
    {
        int[] users = [4, 11, 4, 2];
        return builder.AddUsers(users, map => _ = kind switch
        {
            UserIdKind.Text => map.User(user => $"user {user}").With(Vip, user => user > 3),
            UserIdKind.Number => map.User(user => user * 1_000_003L).With(Vip, user => user > 3),
            _ => map.User(user => new Guid(user, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)).With(Vip, user => user > 3),
        });
    }

    private static UserOpsDatasetBuilder AddContents(UserOpsDatasetBuilder builder)
        => builder.AddContents(["c0", "c1", "c0", "c7"], map => map.Id(id => id).With(Channel, id => id));

    private static Event[] Events(int seed, int count)
    {
        var random = new Xoshiro256(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new Event(
            random.NextInt32(12),
            random.NextInt32(8),
            $"event {random.NextInt32(3)}",
            Text("c", 5),
            Text("e", 60),
            Text("channel ", 3),
            random.NextInt32(3) == 0 ? null : random.NextInt32(2)))];

        string? Text(string prefix, int bound) => random.NextInt32(3) == 0 ? null : $"{prefix}{random.NextInt32(bound)}";
    }
}
