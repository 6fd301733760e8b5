using Shouldly;

namespace UserOps.Models.Tests.Schema;

public class EventColumnsTests
{
    private static readonly long Day = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    [Fact]
    public void AddEvents_EveryKindOfColumn_IsTaken()
    {
        long[] users = [7, -1, 7];
        bool[] present = [true, false, true];
        var columns = new EventColumns(users, new[] { Day + 5, Day, Day })
            .Names(new ushort[] { 2, 0, 2 }, "view", "unused", "pay")
            .Contents(new[] { "c1", null, "" })
            .With(Field.Category("channel"), new[] { "ad", null, "" })
            .With(Field.Number("score"), new[] { 1.5, double.NaN, 2 }, present)
            .With(Field.Quantity("shares", 0), new[] { 3L, 0, 4 })
            .With(Field.Amount("amount", "CNY", 2), new[] { 1250L, 0, -5 }, present)
            .With(Field.Flag("vip"), new[] { true, true, false }, present)
            .With(Field.Instant("opened"), new[] { Day, Day, Day })
            .With(Field.Date("born"), new[] { new DateOnly(1990, 1, 1), default, new DateOnly(1991, 1, 1) }, present);

        UserOpsDataset data = new UserOpsDatasetBuilder().AddContents(["c1"], map => map.Id(id => id)).AddEvents(columns).Build();

        data.Ingest.Issues.ShouldBeEmpty();
        data.Directory[0].ShouldBe(7);
        data.Events.Names.ShouldBe(["pay", "view"]);
        Enumerable.Range(0, 3).Select(data.Events.NameAt).ShouldBe(["pay", "pay", "view"]);
        data.Events.ContentRows.ToArray().ShouldBe([-1, 0, -1]);
        ColumnSet table = data.Events.Columns;
        Three(i => table.Get(Field.Category("channel"))[i]).ShouldBe(["", "ad", null]);
        Three(i => table.Get(Field.Number("score"))[i]).ShouldBe([2, 1.5, null]);
        Three(i => table.Get(Field.Quantity("shares", 0))[i]).ShouldBe([4, 3, 0]);
        Three(i => table.Get(Field.Amount("amount", "CNY", 2))[i]).ShouldBe([-0.05m, 12.5m, null]);
        Three(i => table.Get(Field.Flag("vip"))[i]).ShouldBe([false, true, null]);
        Three(i => table.Get(Field.Date("born"))[i]).ShouldBe([new DateOnly(1991, 1, 1), new DateOnly(1990, 1, 1), null]);
    }

    [Fact]
    public void AddEvents_BadRows_AreLeftOutAsThroughTheOtherDoors()
    {
        var score = Field.Number("score");
        var columns = new EventColumns(new string?[] { "al", "", "bo", "al", "al", "cy" }, new[] { Day, Day, -1, Day, Day + 1, DateTime.UnixEpoch.Ticks - 1 })
            .Named("pay").EventIds(new long[] { 1, 2, 3, 4, 1, 5 }).With(score, new[] { 1, 1, 1, double.NaN, 1, 1 });

        UserOpsDataset data = new UserOpsDatasetBuilder().AddEvents(columns).Build();

        data.Ingest.Events.ShouldBe(new IngestCounts(Accepted: 1, Rejected: 4, Duplicates: 1));
        data.Ingest.Issues.Select(issue => (issue.Code, issue.Rows[0])).ShouldBe(
        [
            (IngestIssueCode.EmptyUserId, new IngestRow(1, "user", "")),
            (IngestIssueCode.InstantTooEarly, new IngestRow(5, "instant", "1969-12-31T23:59:59.9999999+00:00")),
            (IngestIssueCode.WrongType, new IngestRow(2, "instant", "-1")),
            (IngestIssueCode.NotFinite, new IngestRow(3, "score", "NaN")),
            (IngestIssueCode.RepeatedEventId, new IngestRow(4, "eventId", "1")),
        ]);
        data.Ingest.Issues.Select(issue => issue.Message).ShouldBe(
        [
            "The user id is missing or empty; the row was rejected.",
            "The event lies before 1970-01-01T00:00:00Z, almost always an unset clock; the row was rejected.",
            "The value cannot be read as what the column holds; the row was rejected.",
            "The number is NaN or infinite; the row was rejected.",
            "The event id was seen before; the first event in order of arrival was kept.",
        ]);
    }

    [Fact]
    public void AddEvents_SeveralCalls_AddUp()
    {
        var score = Field.Number("score");
        long[] users = [5, 6];
        long[] utcTicks = [Day, Day];
        var builder = new UserOpsDatasetBuilder()
            .AddEvents(new EventColumns(users, utcTicks).Named("b"))
            .AddEvents(new EventColumns(users, utcTicks).Names(new ushort[] { 1, 0 }, "a", "b").With(score, new[] { 1.0, 2 }))
            .AddEvents([6L], map => map.User(id => id).At(_ => new DateTimeOffset(Day, TimeSpan.Zero)).Named("c"));

        UserOpsDataset data = builder.Build();

        Enumerable.Range(0, 5).Select(data.Events.NameAt).ShouldBe(["b", "b", "b", "a", "c"]);
        data.Events.Columns.Get(score).MissingCount.ShouldBe(3);
        users.ShouldBe([5, 6]); // borrowed, never written to
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AddEvents_AfterRowsThatCameToNothing_LosesNoRow(bool throws)
    {
        var score = Field.Number("score");
        (long User, double Score)[] bad = [.. Enumerable.Repeat((1L, double.NaN), 300)];
        var builder = new UserOpsDatasetBuilder();

        // Rows by lambda first, all of them left out again: the builder has made room for them.
        if (throws)
        {
            Should.Throw<IOException>(() => AddRows(builder, Failing()));
        }
        else
        {
            AddRows(builder, bad);
        }

        builder.AddEvents(new EventColumns(new long[] { 5, 6 }, new[] { Day, Day + 1 }).Named("pay").With(score, new[] { 1.0, 2 }));
        AddRows(builder, [(7, 3.0), (8, 4.0)]);
        UserOpsDataset data = builder.Build();

        data.Ingest.Events.ShouldBe(new IngestCounts(4, throws ? 0 : 300, 0));
        Enumerable.Range(0, 4).Select(i => data.Directory[i]).ShouldBe([5, 6, 7, 8]);
        data.Events.UtcTicks.ToArray().ShouldBe([Day, Day + 1, Day, Day]);
        Enumerable.Range(0, 4).Select(i => data.Events.Columns.Get(score)[i]).ShouldBe([1, 2, 3, 4]);
        Enumerable.Range(0, 4).Select(data.Events.NameAt).ShouldBe(["pay", "pay", "buy", "buy"]);

        static IEnumerable<(long User, double Score)> Failing()
        {
            for (int row = 0; row < 300; row++)
            {
                yield return (1, 1);
            }

            throw new IOException("The line went dead.");
        }

        void AddRows(UserOpsDatasetBuilder to, IEnumerable<(long User, double Score)> rows) => to.AddEvents(rows, map => map
            .User(row => row.User).At(_ => new DateTimeOffset(Day, TimeSpan.Zero)).Named("buy").With(score, row => row.Score));
    }

    [Fact]
    public void Ctor_ColumnsOfOtherLength_AreRefused()
    {
        Should.Throw<ArgumentException>(() => new EventColumns(new long[2], new long[3])).Message
            .ShouldBe("There are 3 instants for 2 rows; columns have one value a row.");
        Should.Throw<ArgumentException>(() => new EventColumns(new long[2], new long[2]).With(Field.Number("score"), new double[1])).Message
            .ShouldBe("There are 1 values of 'score' for 2 rows; columns have one value a row.");
        Should.Throw<ArgumentException>(() => new EventColumns(new long[2], new long[2]).With(Field.Number("score"), new double[2], new bool[3])).Message
            .ShouldBe("There are 3 presence marks of 'score' for 2 rows; columns have one value a row.");
    }

    [Fact]
    public void With_NameTwiceOrTheLibrarys_IsRefusedAtOnce()
    {
        EventColumns columns = new EventColumns(new long[1], new long[1]).With(Field.Number("score"), new double[1]);

        Should.Throw<ArgumentException>(() => columns.With(Field.Flag("score"), new bool[1])).Message.ShouldStartWith("Column 'score' is mapped twice.");
        Should.Throw<ArgumentException>(() => columns.With(Field.Category("content.kind"), new string?[1])).Message
            .ShouldStartWith("'content.kind' cannot name a column: names that start with '@' or 'content.' are the library's own.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // row by row, as rows with ids are
    public void AddEvents_Sets_AreTakenByCode(bool rowByRow)
    {
        var tags = Field.Set("tags");
        EventColumns columns = new EventColumns(new long[4], new[] { Day, Day + 1, Day + 2, Day + 3 }).Named("pay")
            .With(tags, new[] { 0, 3, 3, 4, 5 }, new[] { 2, 0, 2, 1, 2 }, ["a", "b", "c", "unused"], new[] { true, true, false, true });
        columns = rowByRow ? columns.EventIds(new long[] { 1, 2, 3, 4 }) : columns;

        SetColumn column = new UserOpsDatasetBuilder().AddEvents(columns).Build().Events.Columns.Get(tags);

        column.Values.ShouldBe(["c", "a"]);
        column[0].ShouldBe(["c", "a"]);
        column[1].ShouldBeEmpty();
        column.IsMissing(2).ShouldBeTrue();
        column[3].ShouldBe(["c"]);
    }

    [Theory]
    [InlineData(new[] { 0, 1 }, new[] { 0, 0 }, "There are 1 sets of 'tags' for 2 rows; columns have one value a row.")]
    [InlineData(new[] { 0, 2, 1 }, new[] { 0, 0 }, "Offset 1 of 'tags' lies before another or beyond its 2 codes.")]
    [InlineData(new[] { -1, 0, 1 }, new[] { 0, 0 }, "Offset -1 of 'tags' lies before another or beyond its 2 codes.")]
    [InlineData(new[] { 0, 1, 3 }, new[] { 0, 0 }, "Offset 3 of 'tags' lies before another or beyond its 2 codes.")]
    [InlineData(new[] { 0, 1, 2 }, new[] { 0, 1 }, "'tags' has code 1, but there are 1 texts.")]
    [InlineData(new[] { 0, 1, 2 }, new[] { -1, 0 }, "'tags' has code -1, but there are 1 texts.")]
    public void With_SetsThatPointNowhere_AreRefused(int[] offsets, int[] codes, string message)
        => Should.Throw<ArgumentException>(() => new EventColumns(new long[2], new long[2]).With(Field.Set("tags"), offsets, codes, ["a"]))
            .Message.ShouldStartWith(message);

    [Fact]
    public void With_NullTextInSets_IsRefused()
        => Should.Throw<ArgumentException>(() => new EventColumns(new long[1], new long[1]).With(Field.Set("tags"), new int[2], default, ["a", null!]))
            .Message.ShouldStartWith("A text of 'tags' is null.");

    [Theory]
    [InlineData("", 0, 1.0, "Row 1 of Events, column 'user', value '': The user id is missing or empty; the row was rejected.")]
    [InlineData("al", -1, 1.0, "Row 1 of Events, column 'instant', value '1969-12-31T23:59:59.9999999+00:00': The event lies before 1970-01-01T00:00:00Z, almost always an unset clock; the row was rejected.")]
    [InlineData("al", 0, double.NaN, "Row 1 of Events, column 'score', value 'NaN': The number is NaN or infinite; the row was rejected.")]
    public void AddEvents_BadRowUnderThrow_ThrowsAndKeepsNothing(string user, long sinceEpoch, double value, string message)
    {
        long epoch = DateTime.UnixEpoch.Ticks;
        var score = Field.Number("score");
        var builder = new UserOpsDatasetBuilder(new() { OnBadRow = OnBadRow.Throw });
        EventColumns columns = new EventColumns(new[] { "bo", user }, new[] { epoch, epoch + sinceEpoch }).Named("pay").With(score, new[] { 1, value });

        Should.Throw<BadRowException>(() => builder.AddEvents(columns)).Message.ShouldBe(message);

        UserOpsDataset data = builder.Build();
        (data.Directory.Count, data.Directory.Kind, data.Events.Count, data.Ingest.RowsRead).ShouldBe((0, UserIdKind.None, 0, 0));
        data.Events.Columns.ShouldBeEmpty();
    }

    [Fact]
    public void Names_WrongOnes_AreRefused()
    {
        var columns = new EventColumns(new long[2], new long[2]);

        Should.Throw<ArgumentException>(() => columns.Names(new ushort[] { 0, 2 }, "a", "b")).Message.ShouldStartWith("A row has name code 2, but there are 2 names.");
        Should.Throw<ArgumentException>(() => columns.Names(new ushort[2], "a", "a")).Message.ShouldStartWith("Event name 'a' is given twice.");
        Should.Throw<ArgumentException>(() => columns.Names(new ushort[2], ""));
        Should.Throw<ArgumentException>(() => new UserOpsDatasetBuilder().AddEvents(columns)).Message.ShouldBe("Event columns need Names(...) or Named(...).");
    }

    private static T[] Three<T>(Func<int, T> read) => [read(0), read(1), read(2)];
}
