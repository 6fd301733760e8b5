using System.Globalization;
using Shouldly;

namespace UserOps.Models.Tests.Schema;

/// <summary>What each kind of bad input gets: the issue, the message a user reads, and the numbers that add up.</summary>
public class BadInputTests
{
    private static readonly NumberField Score = Field.Number("score");
    private static readonly AmountField Amount = Field.Amount("amount", "CNY", 2);
    private static readonly QuantityField Shares = Field.Quantity("shares", 12);
    private static readonly SetField Tags = Field.Set("tags");

    public sealed record Row
    {
        public string? User { get; init; } = "al";

        public object At { get; init; } = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

        public string? Name { get; init; } = "pay";

        public double? Score { get; init; }

        public decimal? Amount { get; init; }

        public string? Currency { get; init; } = "CNY";

        public decimal? Shares { get; init; }

        public string[]? Tags { get; init; }
    }

    public static TheoryData<Row, IngestIssueCode, string, string?, string> Rejections() => new()
    {
        { new() { User = null }, IngestIssueCode.EmptyUserId, "user", null, "The user id is missing or empty; the row was rejected." },
        { new() { User = "" }, IngestIssueCode.EmptyUserId, "user", "", "The user id is missing or empty; the row was rejected." },
        { new() { Name = null }, IngestIssueCode.MissingName, "name", null, "The event name is missing or empty; the row was rejected." },
        { new() { Name = "" }, IngestIssueCode.MissingName, "name", "", "The event name is missing or empty; the row was rejected." },
        {
            new() { At = DateTimeOffset.UnixEpoch.AddTicks(-1) }, IngestIssueCode.InstantTooEarly, "instant", "1969-12-31T23:59:59.9999999+00:00",
            "The event lies before 1970-01-01T00:00:00Z, almost always an unset clock; the row was rejected."
        },
        { new() { Score = double.NaN }, IngestIssueCode.NotFinite, "score", "NaN", "The number is NaN or infinite; the row was rejected." },
        { new() { Score = double.PositiveInfinity }, IngestIssueCode.NotFinite, "score", "Infinity", "The number is NaN or infinite; the row was rejected." },
        { new() { Score = double.NegativeInfinity }, IngestIssueCode.NotFinite, "score", "-Infinity", "The number is NaN or infinite; the row was rejected." },
        {
            new() { Amount = 1.005m }, IngestIssueCode.TooManyDigits, "amount", "1.005",
            "The decimal has more digits after the point than the column keeps; nothing is rounded, the row was rejected."
        },
        {
            new() { Amount = 92_233_720_368_547_758.08m }, IngestIssueCode.OutOfRange, "amount", "92233720368547758.08",
            "The decimal is too large for 64 bits at the scale of the column; the row was rejected."
        },
        {
            new() { Amount = decimal.MinValue }, IngestIssueCode.OutOfRange, "amount", "-79228162514264337593543950335",
            "The decimal is too large for 64 bits at the scale of the column; the row was rejected."
        },
        {
            new() { Shares = 10_000_000m }, IngestIssueCode.OutOfRange, "shares", "10000000",
            "The decimal is too large for 64 bits at the scale of the column; the row was rejected."
        },
        {
            new() { Amount = 1m, Currency = "USD" }, IngestIssueCode.OtherCurrency, "amount", "USD",
            "The amount is in another currency than the column; the row was rejected."
        },
        {
            new() { Amount = 1m, Currency = null }, IngestIssueCode.OtherCurrency, "amount", null,
            "The amount is in another currency than the column; the row was rejected."
        },
        { new() { Tags = ["a", null!] }, IngestIssueCode.NullInSet, "tags", null, "The set holds a null; the row was rejected." },
    };

    [Theory]
    [MemberData(nameof(Rejections))]
    public void AddEvents_BadRow_IsRejectedWithItsReason(Row bad, IngestIssueCode code, string column, string? value, string message)
    {
        UserOpsDataset data = Read(new(), [new(), bad, new() { User = "bo" }]).Build();

        data.Ingest.Events.ShouldBe(new IngestCounts(Accepted: 2, Rejected: 1, Duplicates: 0));
        data.Ingest.Issues.ShouldBe([Issue(code, IngestEffect.Rejected, message, new IngestRow(1, column, value))]);
        data.Directory.Count.ShouldBe(2);
        data.Events.Count.ShouldBe(2);
        data.Events.Names.ShouldBe(["pay"]);
    }

    [Theory]
    [MemberData(nameof(Rejections))]
    public void AddEvents_BadRowUnderThrow_ThrowsAndKeepsNothingOfTheCall(Row bad, IngestIssueCode code, string column, string? value, string message)
    {
        var builder = new UserOpsDatasetBuilder(new() { OnBadRow = OnBadRow.Throw });
        Read(builder, [new()]);

        var exception = Should.Throw<BadRowException>(() => Read(builder, [new() { User = "cy", Name = "new", Tags = ["x"] }, bad]));

        exception.Code.ShouldBe(code);
        exception.Message.ShouldBe($"Row 2 of Events, column '{column}', value {(value is null ? "null" : $"'{value}'")}: {message}");
        UserOpsDataset data = Read(builder, [new() { User = "bo" }]).Build();
        data.Ingest.ShouldBe(new IngestReport { Events = new(2, 0, 0) });
        Enumerable.Range(0, data.Directory.Count).Select(i => data.Directory[i].ToString()).ShouldBe(["al", "bo"]);
        data.Events.Names.ShouldBe(["pay"]);
        data.Events.Columns.Get(Tags).Values.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rejections))]
    public void AddEvents_BadRowUnderAnotherCulture_IsReportedInTheSameWords(Row bad, IngestIssueCode code, string column, string? value, string message)
    {
        using var _ = new OtherCulture();
        AddEvents_BadRow_IsRejectedWithItsReason(bad, code, column, value, message);
    }

    [Theory]
    [InlineData(DateTimeKind.Unspecified, false, "2026-03-01T09:00:00.0000000")]
    [InlineData(DateTimeKind.Utc, true, null)]
    public void AddEvents_DateTimeWithoutZone_MustSayItIsUtc(DateTimeKind kind, bool taken, string? value)
    {
        DateTime[] times = [new(2026, 3, 1, 9, 0, 0, kind)];
        UserOpsDataset data = UserOpsDataset.FromEvents(times, map => map.User(_ => 1).At(time => time).Named("pay"));

        data.Events.Count.ShouldBe(taken ? 1 : 0);
        data.Ingest.Issues.ShouldBe(taken ? [] : [Unclear(value)]);
    }

    [Theory]
    [InlineData(DateTimeKind.Unspecified, true)]
    [InlineData(DateTimeKind.Utc, false)] // taken at its word
    public void AddEvents_DateTimeWithZone_IsReadOnItsClocks(DateTimeKind kind, bool local)
    {
        DateTime[] times = [new(2026, 3, 1, 9, 0, 0, kind)];
        UserOpsDataset data = UserOpsDataset.FromEvents(times, map => map.User(_ => 1).At(time => time, Zones.EightEast).Named("pay"));

        data.Events.First.ShouldBe(new DateTimeOffset(2026, 3, 1, local ? 1 : 9, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void AddEvents_DateTimeOfTheMachinesZone_IsRejected()
    {
        DateTime[] times = [new(2026, 3, 1, 9, 0, 0, DateTimeKind.Local)];
        IngestIssueCode[] codes =
        [
            .. UserOpsDataset.FromEvents(times, map => map.User(_ => 1).At(time => time, Zones.EightEast).Named("pay")).Ingest.Issues.Select(issue => issue.Code),
            .. UserOpsDataset.FromEvents(times, map => map.User(_ => 1).At(time => time).Named("pay")).Ingest.Issues.Select(issue => issue.Code),
        ];

        codes.ShouldBe([IngestIssueCode.UnclearInstant, IngestIssueCode.UnclearInstant]);
    }

    [Fact]
    public void AddEvents_RowsOutOfTimeOrder_AreSorted()
    {
        UserOpsDataset data = Read(new(), [At(3), At(1), At(2)]).Build();

        data.Events.UtcTicks.ToArray().ShouldBe([Ticks(1), Ticks(2), Ticks(3)]);
        data.Ingest.Issues.ShouldBeEmpty();
    }

    [Fact]
    public void AddEvents_RepeatedEventId_KeepsTheFirstToArrive()
    {
        (string? Id, int Minute)[] rows = [("e1", 5), ("e2", 1), ("e1", 0), (null, 7), (null, 7), ("", 8)];
        UserOpsDataset data = UserOpsDataset.FromEvents(rows, map => map
            .User(_ => "al").At(row => Instant(row.Minute)).Named("pay").EventId(row => row.Id));

        data.Events.UtcTicks.ToArray().ShouldBe([Ticks(1), Ticks(5), Ticks(7), Ticks(7), Ticks(8)]);
        data.Ingest.Events.ShouldBe(new IngestCounts(5, 0, 1));
        data.Ingest.Issues.ShouldBe([Issue(
            IngestIssueCode.RepeatedEventId,
            IngestEffect.Duplicate,
            "The event id was seen before; the first event in order of arrival was kept.",
            new IngestRow(2, "eventId", "e1"))]);
    }

    [Fact]
    public void AddEvents_RejectedRow_DoesNotClaimItsEventId()
    {
        (long Id, string? Name)[] rows = [(7, null), (7, "pay"), (7, "pay")];
        UserOpsDataset data = UserOpsDataset.FromEvents(rows, map => map.User(_ => 1).At(_ => Instant(1)).Name(row => row.Name).EventId(row => row.Id));

        data.Ingest.Events.ShouldBe(new IngestCounts(Accepted: 1, Rejected: 1, Duplicates: 1));
        data.Ingest.Issues[1].Rows.ShouldBe([new IngestRow(2, "eventId", "7")]);
    }

    [Theory]
    [InlineData(IdenticalRows.Keep, 5)]
    [InlineData(IdenticalRows.Drop, 3)]
    public void Build_IdenticalRows_AreKeptUnlessAsked(IdenticalRows treatment, int expected)
    {
        Row[] rows = [At(1) with { Amount = 5 }, At(1), At(1) with { Amount = 5 }, At(1) with { User = "bo" }, At(1)];
        UserOpsDataset data = Read(new(new() { IdenticalRows = treatment }), rows).Build();

        data.Events.Count.ShouldBe(expected);
        data.Ingest.Events.ShouldBe(new IngestCounts(expected, 0, 5 - expected));
        if (treatment == IdenticalRows.Drop)
        {
            data.Ingest.Issues.ShouldBe([Issue(
                IngestIssueCode.IdenticalEvent,
                IngestEffect.Duplicate,
                "The event equals another one of the same user in everything; the first in order of arrival was kept.",
                new IngestRow(2, "name", "pay"),
                new IngestRow(4, "name", "pay"))]);
            data.Events.Offsets.ToArray().ShouldBe([0, 2, 3]);
            data.Events.UsersWithTies.ToArray().ShouldBe([1UL]);
        }
    }

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

    [Fact]
    public void AddUsersAndContents_RepeatedOrEmptyIds_KeepTheFirst()
    {
        var level = Field.Number("level");
        (string? Id, double Level)[] rows = [("a", 1), ("", 9), ("b", 2), ("a", 3), (null, 9)];
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddUsers(rows, map => map.User(row => row.Id).With(level, row => row.Level))
            .AddContents(rows, map => map.Id(row => row.Id).With(level, row => row.Level))
            .Build();

        data.Users.Columns.Get(level).Values.ToArray().ShouldBe([1, 2]);
        data.Contents.Columns.Get(level).Values.ToArray().ShouldBe([1, 2]);
        data.Ingest.Users.ShouldBe(new IngestCounts(2, 2, 1));
        data.Ingest.Contents.ShouldBe(new IngestCounts(2, 2, 1));
        data.Ingest.Issues.Select(issue => (issue.Table, issue.Code, issue.Count, issue.Message)).ShouldBe(
        [
            (IngestTable.Users, IngestIssueCode.EmptyUserId, 2, "The user id is missing or empty; the row was rejected."),
            (IngestTable.Users, IngestIssueCode.RepeatedUser, 1, "The user has a row already; the first in order of arrival was kept."),
            (IngestTable.Contents, IngestIssueCode.EmptyContentId, 2, "The content id is missing or empty; the row was rejected."),
            (IngestTable.Contents, IngestIssueCode.RepeatedContent, 1, "The content has a row already; the first in order of arrival was kept."),
        ]);
        data.Ingest.Issues[1].Rows.ShouldBe([new IngestRow(3, "user", "a")]);
        data.Ingest.Issues[3].Rows.ShouldBe([new IngestRow(3, "content", "a")]);
    }

    [Fact]
    public void AddEvents_ManyBadRows_ListsTheFirstAndCountsAll()
    {
        UserOpsDataset data = Read(new(new() { ListedRowsPerIssue = 2 }), Enumerable.Repeat(new Row { Name = null }, 50)).Build();

        data.Ingest.Issues.Single().Count.ShouldBe(50);
        data.Ingest.Issues.Single().Rows.Select(row => row.Row).ShouldBe([0, 1]);
    }

    [Fact]
    public void AddEvents_SourceThrowsHalfWay_LeavesTheBuilderAsItWas()
    {
        var builder = Read(new(), [At(1)]);

        Should.Throw<IOException>(() => Read(builder, Failing())).Message.ShouldBe("The line went dead.");

        UserOpsDataset data = Read(builder, [At(2)]).Build();
        UserOpsDataset without = Read(Read(new(), [At(1)]), [At(2)]).Build();
        data.Ingest.ShouldBe(without.Ingest);
        data.Directory.Count.ShouldBe(without.Directory.Count);
        data.Events.UtcTicks.ToArray().ShouldBe(without.Events.UtcTicks.ToArray());
        data.Events.Names.ShouldBe(without.Events.Names);

        static IEnumerable<Row> Failing()
        {
            yield return At(3) with { User = "cy", Name = "new" };
            yield return At(3) with { Name = null };
            throw new IOException("The line went dead.");
        }
    }

    [Fact]
    public async Task AddEventsAsync_SourceThrowsHalfWay_LeavesTheBuilderAsItWas()
    {
        var builder = new UserOpsDatasetBuilder();

        await Should.ThrowAsync<IOException>(() => builder.AddEventsAsync(Failing(), map => map.User(x => x).At(_ => Instant(1)).Named("pay")));
        await builder.AddEventsAsync(Good(), map => map.User(x => x).At(_ => Instant(1)).Named("pay"));

        builder.Build().Directory[0].ShouldBe("bo");

        static async IAsyncEnumerable<string> Failing()
        {
            yield return "al";
            await Task.Yield();
            throw new IOException("The line went dead.");
        }

        static async IAsyncEnumerable<string> Good()
        {
            await Task.Yield();
            yield return "bo";
        }
    }

    [Fact]
    public void AddEvents_LambdaThrows_LeavesTheBuilderAsItWas()
    {
        var builder = new UserOpsDatasetBuilder();

        Should.Throw<FormatException>(() => builder.AddEvents(["1", "x"], map => map.User(text => long.Parse(text, CultureInfo.InvariantCulture)).At(_ => Instant(1)).Named("pay")));

        builder.AddEvents(["x"], map => map.User(text => text).At(_ => Instant(1)).Named("pay")).Build().Directory.Kind.ShouldBe(UserIdKind.Text);
    }

    [Fact]
    public void AddEvents_TooManyRows_AreRefused()
    {
        var builder = new UserOpsDatasetBuilder(new() { MaximumRows = 3 });

        Should.Throw<InvalidOperationException>(() => Read(builder, [At(1), At(2), At(3), At(4)])).Message
            .ShouldBe("One table holds at most 3 rows; split the data by user, evaluate each part and merge the summaries.");
        UserOpsDataset full = Read(builder, [At(1), At(2), At(3)]).Build();
        Should.Throw<InvalidOperationException>(() => full.Append(Read(new(new() { MaximumRows = 3 }), [At(4)])));
    }

    [Fact]
    public void AddEvents_TooManyNames_AreRefused()
        => Should.Throw<InvalidOperationException>(() => UserOpsDataset.FromEvents(
                Enumerable.Range(0, 65_537), map => map.User(_ => 1).At(_ => Instant(1)).Name(number => $"event {number}"))).Message
            .ShouldBe("One event log holds at most 65536 event names, and 'event 65536' is one more; keep what varies in a property.");

    [Fact]
    public void AddEvents_OneUserWithVeryManyEvents_IsSorted()
    {
        const int Events = 10_000_000;
        var users = new long[Events];
        long[] utcTicks = [.. Enumerable.Range(0, Events).Select(i => Ticks(1) + (i * 7_919L % Events))]; // a permutation: Events is no multiple of 7919

        UserOpsDataset data = new UserOpsDatasetBuilder().AddEvents(new EventColumns(users, utcTicks).Named("view")).Build();

        data.Directory.Count.ShouldBe(1);
        data.Events.Offsets.ToArray().ShouldBe([0, Events]);
        for (int i = 0; i < Events; i++)
        {
            if (data.Events.UtcTicks[i] != Ticks(1) + i)
            {
                Assert.Fail($"Event {i} is out of order.");
            }
        }
    }

    [Fact]
    public void AddEvents_TwoKindsOfIds_AreRefused()
    {
        var builder = Read(new(), [At(1)]);

        Should.Throw<ArgumentException>(() => builder.AddUsers([1L], map => map.User(id => id))).Message
            .ShouldBe("User ids are of kind Text here; ids of kind Number cannot be mixed with them.");
        Should.Throw<ArgumentException>(() => builder.Build().Append(new UserOpsDatasetBuilder().AddUsers([1L], map => map.User(id => id)))).Message
            .ShouldBe("User ids are of kind Text here; ids of kind Number cannot be mixed with them.");
    }

    [Fact]
    public void With_OneNameTwice_IsRefused()
    {
        Should.Throw<ArgumentException>(() => new UserOpsDatasetBuilder().AddUsers(["a"], map => map.User(id => id).With(Score, _ => 1).With(Field.Flag("score"), _ => true)))
            .Message.ShouldStartWith("Column 'score' is mapped twice.");
        Should.Throw<ArgumentException>(() => Read(new(), [At(1)]).AddEvents(["a"], map => map.User(id => id).At(_ => Instant(1)).Named("x").With(Field.Amount("amount", "USD", 2), _ => 1)))
            .Message.ShouldBe("Column 'amount' is an amount in CNY with scale 2; it cannot also be an amount in USD with scale 2.");
        Should.Throw<ArgumentException>(() => Read(new(), [At(1)]).Build().Append(new UserOpsDatasetBuilder().AddEvents(["a"], map => map.User(id => id).At(_ => Instant(1)).Named("x").With(Field.Flag("score"), _ => true))))
            .Message.ShouldBe("Column 'score' is of kind Number; it cannot also be of kind Flag.");
    }

    [Theory]
    [InlineData("@localTime")]
    [InlineData("content.kind")]
    public void With_NameOfTheLibrary_IsRefused(string name)
        => Should.Throw<ArgumentException>(() => new UserOpsDatasetBuilder().AddUsers(["a"], map => map.User(id => id).With(Field.Category(name), id => id)))
            .Message.ShouldStartWith($"'{name}' cannot name a column: names that start with '@' or 'content.' are the library's own.");

    [Fact]
    public void AddEvents_IncompleteMap_SaysWhatIsMissing()
    {
        Should.Throw<ArgumentException>(() => UserOpsDataset.FromEvents(["a"], map => map.At(_ => Instant(1)).Named("x"))).Message.ShouldBe("The map of an event needs User(...).");
        Should.Throw<ArgumentException>(() => UserOpsDataset.FromEvents(["a"], map => map.User(x => x).Named("x"))).Message.ShouldBe("The map of an event needs At(...).");
        Should.Throw<ArgumentException>(() => UserOpsDataset.FromEvents(["a"], map => map.User(x => x).At(_ => Instant(1)))).Message.ShouldBe("The map of an event needs Name(...).");
        Should.Throw<ArgumentException>(() => UserOpsDataset.FromEvents(["a"], map => map.User(x => x).User(_ => 1))).Message.ShouldBe("The user of an event is mapped twice.");
    }

    private static UserOpsDatasetBuilder Read(UserOpsDatasetBuilder builder, IEnumerable<Row> rows) => builder.AddEvents(rows, map => map
        .User(row => row.User).At(row => (DateTimeOffset)row.At).Name(row => row.Name)
        .With(Score, row => row.Score).With(Amount, row => row.Amount, row => row.Currency).With(Shares, row => row.Shares).With(Tags, row => row.Tags));

    private static Row At(int minute) => new() { At = Instant(minute) };

    private static DateTimeOffset Instant(int minute) => new(2026, 3, 1, 0, minute, 0, TimeSpan.Zero);

    private static long Ticks(int minute) => Instant(minute).UtcTicks;

    private static IngestIssue Unclear(string? value) => Issue(
        IngestIssueCode.UnclearInstant,
        IngestEffect.Rejected,
        "The time is neither UTC nor read in a named zone; the row was rejected.",
        new IngestRow(0, "instant", value));

    private static IngestIssue Issue(IngestIssueCode code, IngestEffect effect, string message, params IngestRow[] rows)
        => new() { Table = IngestTable.Events, Code = code, Effect = effect, Count = rows.Length, Message = message, Rows = [.. rows] };
}
