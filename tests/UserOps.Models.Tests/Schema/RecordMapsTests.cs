using System.Data;
using Shouldly;

namespace UserOps.Models.Tests.Schema;

public class RecordMapsTests
{
    private static readonly CategoryField Channel = Field.Category("channel");
    private static readonly NumberField Score = Field.Number("score");
    private static readonly AmountField Amount = Field.Amount("amount", "CNY");
    private static readonly FlagField Vip = Field.Flag("vip");
    private static readonly InstantField Opened = Field.Instant("opened");
    private static readonly DateField Born = Field.Date("born");
    private static readonly SetField Tags = Field.Set("tags");

    [Fact]
    public void AddEvents_TextColumns_AreReadWithoutCulture()
    {
        using DataTableReader reader = Table(["customer_id", "date", "event", "channel", "score", "amount", "vip", "opened", "born", "tags"],
            ["al", "2026-03-01", "pay", "ad", "1.5", "12.50", "true", "2026-03-01T00:00:00Z", "1990-02-28", "a; b;;a"],
            ["al", "20260302", "pay", "", "", "", "", "", "", ""],
            ["bo", "2026/03/01 09:30:15.25+02:00", "view", "shop", "-2e3", "1E1", "0", "2026-03-01", "19900228", ";"]).CreateDataReader();
        UserOpsDataset data = new UserOpsDatasetBuilder().AddEvents(reader, map => map
            .User("customer_id").At("date", Zones.EightEast).Name("event")
            .With(Channel, "channel").With(Score, "score").With(Amount, "amount").With(Vip, "vip")
            .With(Opened, "opened", Zones.EightEast).With(Born, "born").With(Tags, "tags", ';')).Build();

        data.Ingest.Issues.ShouldBeEmpty();
        data.Events.UtcTicks.ToArray().Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero)).ShouldBe(
            [Utc(2026, 2, 28, 16), Utc(2026, 3, 1, 16), Utc(2026, 3, 1, 7).AddMinutes(30).AddSeconds(15.25)]);
        ColumnSet columns = data.Events.Columns;
        Three(i => columns.Get(Channel)[i]).ShouldBe(["ad", null, "shop"]);
        Three(i => columns.Get(Score)[i]).ShouldBe([1.5, null, -2000]);
        Three(i => columns.Get(Amount)[i]).ShouldBe([12.5m, null, 10m]);
        Three(i => columns.Get(Vip)[i]).ShouldBe([true, null, false]);
        Three(i => columns.Get(Opened)[i]).ShouldBe([Utc(2026, 3, 1, 0), null, Utc(2026, 2, 28, 16)]);
        Three(i => columns.Get(Born)[i]).ShouldBe([new DateOnly(1990, 2, 28), null, new DateOnly(1990, 2, 28)]);
        columns.Get(Tags)[0].ShouldBe(["a", "b"]);
        columns.Get(Tags).IsMissing(1).ShouldBeTrue();
        columns.Get(Tags)[2].ShouldBeEmpty();
    }

    public static TheoryData<string, object, IngestIssueCode?> Natives() => new()
    {
        { "at", new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), null },
        { "at", new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), null },
        { "at", new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Unspecified), IngestIssueCode.UnclearInstant },
        { "at", new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Local), IngestIssueCode.UnclearInstant },
        { "at", new DateOnly(2026, 3, 1), IngestIssueCode.UnclearInstant },
        { "at", "2026-03-01", IngestIssueCode.UnclearInstant },
        { "at", "2026-03-01 00:00", IngestIssueCode.UnclearInstant },
        { "at", "2026-03-01 00:00Z", null },
        { "at", "2026-13-01", IngestIssueCode.WrongType },
        { "at", "03/01/2026", IngestIssueCode.WrongType },
        { "at", "0001-01-01T00:00+08:00", IngestIssueCode.WrongType },
        { "at", 1_772_323_200L, IngestIssueCode.WrongType },
        { "at", "", IngestIssueCode.MissingInstant },
        { "at", DBNull.Value, IngestIssueCode.MissingInstant },
        { "user", 7, null },
        { "user", Guid.Empty, null },
        { "user", DBNull.Value, IngestIssueCode.EmptyUserId },
        { "user", "", IngestIssueCode.EmptyUserId },
        { "user", new byte[] { 1 }, IngestIssueCode.WrongType },
        { "name", DBNull.Value, IngestIssueCode.MissingName },
        { "score", 1.5f, null },
        { "score", 3, null },
        { "score", 3.5m, null },
        { "score", "1,5", IngestIssueCode.WrongType },
        { "score", true, IngestIssueCode.WrongType },
        { "score", "NaN", IngestIssueCode.NotFinite },
        { "score", double.PositiveInfinity, IngestIssueCode.NotFinite },
        { "amount", 0.1, null },                    // the shortest decimal that stands for it
        { "amount", 12.3456, null },
        { "amount", 0.1 + 0.2, IngestIssueCode.TooManyDigits }, // 0.30000000000000004
        { "amount", 3, null },
        { "amount", "12.34567", IngestIssueCode.TooManyDigits },
        { "amount", "1e-30", IngestIssueCode.TooManyDigits }, // a decimal would round it to 0
        { "amount", 1e-30, IngestIssueCode.TooManyDigits },
        { "amount", 1e-30f, IngestIssueCode.TooManyDigits },
        { "amount", double.Epsilon, IngestIssueCode.TooManyDigits },
        { "amount", "1e-999999999999", IngestIssueCode.TooManyDigits },
        { "amount", "12.340000000000000000000000000001", IngestIssueCode.TooManyDigits },
        { "amount", "12.340000000000000000000000000000", null }, // zeros say nothing
        { "amount", "79228162514264337593543950335.4", IngestIssueCode.TooManyDigits },
        { "amount", " 12.34 ", null },
        { "amount", "1e-4 ", null },
        { "amount", "-1e-4", null },
        { "amount", 1e-4, null },
        { "amount", 0.0, null },
        { "amount", -0.0, null },
        { "amount", "1,234.5", IngestIssueCode.WrongType },
        { "amount", "1e40", IngestIssueCode.OutOfRange },
        { "amount", 1e300, IngestIssueCode.OutOfRange },
        { "amount", double.NaN, IngestIssueCode.NotFinite },
        { "amount", "Infinity", IngestIssueCode.NotFinite },
        { "vip", 1, null },
        { "vip", "FALSE", null },
        { "vip", 2, IngestIssueCode.WrongType },
        { "vip", "yes", IngestIssueCode.WrongType },
        { "born", new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Unspecified), null },
        { "born", new DateTime(2026, 3, 1, 1, 0, 0, DateTimeKind.Unspecified), IngestIssueCode.WrongType },
        { "born", "2026-02-29", IngestIssueCode.WrongType },
        { "tags", 5, IngestIssueCode.WrongType },
    };

    [Theory]
    [MemberData(nameof(Natives))]
    public void AddEvents_NativeValue_IsTakenOrRejected(string column, object value, IngestIssueCode? expected)
    {
        string[] columns = ["user", "at", "name", "score", "amount", "vip", "born", "tags"];
        object[] row = ["al", "2026-03-01T00:00Z", "pay", 1.0, 1m, true, "1990-01-01", "a"];
        row[Array.IndexOf(columns, column)] = value;
        using DataTableReader reader = Table(columns, row).CreateDataReader();
        IngestReport report = new UserOpsDatasetBuilder().AddEvents(reader, map => map.User("user").At("at").Name("name")
            .With(Score, "score").With(Amount, "amount").With(Vip, "vip").With(Born, "born").With(Tags, "tags", ',')).Build().Ingest;

        report.Events.ShouldBe(expected is null ? new IngestCounts(1, 0, 0) : new IngestCounts(0, 1, 0));
        report.Issues.Select(issue => (issue.Code, issue.Rows[0].Column)).ShouldBe(expected is null ? [] : [(expected.Value, column)]);
    }

    [Theory]
    [InlineData(UserIdKind.Number, "17", true)]
    [InlineData(UserIdKind.Number, 17, true)]
    [InlineData(UserIdKind.Number, "x", false)]
    [InlineData(UserIdKind.Number, 1.5, false)]
    [InlineData(UserIdKind.Unique, "00000000-0000-0000-0000-000000000011", true)]
    [InlineData(UserIdKind.Unique, 17, false)]
    [InlineData(UserIdKind.Text, 17L, true)]
    public void AddUsers_KindOfId_IsMadeOrRejected(UserIdKind kind, object value, bool taken)
    {
        using DataTableReader reader = Table(["id"], [value]).CreateDataReader();
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(reader, map => map.User("id", kind)).Build();

        data.Directory.Kind.ShouldBe(taken ? kind : UserIdKind.None);
        data.Ingest.Issues.Select(issue => issue.Code).ShouldBe(taken ? [] : [IngestIssueCode.WrongType]);
    }

    [Fact]
    public async Task AddAsync_ThreeTables_AreReadAsTheyCome()
    {
        using DataTableReader users = Table(["id", "channel"], ["al", "ad"]).CreateDataReader();
        using DataTableReader events = Table(["id", "at", "amount", "currency", "content", "event_id"],
            ["al", "2026-03-01T00:00Z", "5", "CNY", "c1", 1],
            ["al", "2026-03-01T00:00Z", "5", "CNY", "c1", 1],
            ["al", "2026-03-01T00:01Z", "5", "USD", "c1", 2]).CreateDataReader();
        using DataTableReader contents = Table(["id", "channel"], ["c1", "app"]).CreateDataReader();

        var builder = new UserOpsDatasetBuilder();
        await builder.AddUsersAsync(users, map => map.User("ID").With(Channel, "Channel"));
        await builder.AddEventsAsync(events, map => map.User("id").At("at").Named("pay").With(Amount, "amount", "currency").Content("content").EventId("event_id"));
        await builder.AddContentsAsync(contents, map => map.Id("id").With(Channel, "channel"));
        UserOpsDataset data = builder.Build();

        data.Ingest.Events.ShouldBe(new IngestCounts(1, 1, 1));
        data.Ingest.Issues.Select(issue => (issue.Code, issue.Rows[0])).ShouldBe(
        [
            (IngestIssueCode.OtherCurrency, new IngestRow(2, "currency", "USD")),
            (IngestIssueCode.RepeatedEventId, new IngestRow(1, "event_id", "1")),
        ]);
        data.Events.ContentRows.ToArray().ShouldBe([0]);
    }

    [Fact]
    public void AddEvents_MissingColumn_ListsThoseThereAre()
    {
        using DataTableReader reader = Table(["id", "when"], ["al", "2026-03-01"]).CreateDataReader();
        var builder = new UserOpsDatasetBuilder();

        var exception = Should.Throw<MissingColumnException>(() => builder.AddEvents(reader, map => map.User("id").At("date", Zones.EightEast)));

        exception.Message.ShouldBe("There is no column 'date'; there are 'id', 'when'.");
        exception.Available.ShouldBe(["id", "when"]);
        builder.Build().Ingest.RowsRead.ShouldBe(0);
    }

    [Fact]
    public void AddEvents_ColumnByNameOfObjects_IsRefused()
        => Should.Throw<InvalidOperationException>(() => new UserOpsDatasetBuilder().AddEvents(Array.Empty<IDataRecord>(), map => map.User("id")))
            .Message.ShouldBe("Column 'id' is named, but the rows do not come from a reader; use a lambda.");

    [Fact]
    public void AddEvents_ReaderThrowsHalfWay_LeavesTheBuilderAsItWas()
    {
        using DataTableReader reader = Table(["id"], ["al"], ["bo"]).CreateDataReader();
        var builder = new UserOpsDatasetBuilder();

        Should.Throw<IOException>(() => builder.AddUsers(reader, map => map.User(row => row.GetString(0) == "bo" ? throw new IOException("The line went dead.") : "al")));

        builder.Build().Directory.Count.ShouldBe(0);
    }

    private static DataTable Table(string[] columns, params object[][] rows)
    {
        var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (string column in columns)
        {
            table.Columns.Add(column, typeof(object));
        }

        foreach (object[] row in rows)
        {
            table.Rows.Add(row);
        }

        return table;
    }

    private static DateTimeOffset Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);

    private static T[] Three<T>(Func<int, T> read) => [read(0), read(1), read(2)];
}
