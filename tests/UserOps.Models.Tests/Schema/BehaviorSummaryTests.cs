using System.Globalization;

namespace UserOps.Models.Tests.Schema;

public class BehaviorSummaryTests
{
    private static readonly AmountField Paid = Field.Amount("paid", "CNY");
    private static readonly QuantityField Points = Field.Quantity("points", 0);
    private static readonly BehaviorSummaryOptions Both = new() { Amounts = [Paid], Quantities = [Points] };

    private sealed record Row(string User, string Name, DateTimeOffset At, decimal? Paid, decimal? Points);

    [Theory]
    [InlineData("UTC", 1)]
    [InlineData("Asia/Shanghai", 2)]
    [InlineData("America/Los_Angeles", 3)] // the log holds the 23-hour day of 8 March
    [InlineData("Australia/Lord_Howe", 8)]
    public void Of_RandomLog_GivesWhatLinqGives(string zone, int threads)
    {
        for (int seed = 0; seed < 40; seed++)
        {
            Row[] log = RandomLog(seed);
            EvaluationContext context = new() { AsOf = At("2026-03-09T12:00"), Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) };
            UserOpsDataset data = Dataset(log);
            var summary = BehaviorSummary.Of(data, context, Both, new() { MaxDegreeOfParallelism = threads });
            Assert.Equal(Expected(log, context), AllRows(summary));
            Assert.Equal(log.Count(row => row.At > context.AsOf), summary.EventsAfterAsOf);
            Assert.Equal(summary.Count, summary.Offsets[^1]);
        }
    }

    [Fact]
    public void Of_SomeNames_LeavesOutTheRestAndNamesWhatIsNotThere()
    {
        Row[] log = [Event("a", "pay"), Event("a", "view"), Event("b", "view")];
        var summary = BehaviorSummary.Of(Dataset(log), Context(), new() { Names = ["refund", "pay", "pay"] });
        Assert.Equal(["pay"], summary.Names.AsEnumerable());
        Assert.Equal(["refund"], summary.UnknownNames.AsEnumerable());
        Assert.Equal(1, summary.Find("a", "pay")!.Count);
        Assert.Null(summary.Find("a", "view"));
        Assert.Empty(summary.RowsOf("b"));
    }

    [Fact]
    public void Of_SumsBeyondSixtyFourBits_AreExact()
    {
        const decimal Largest = long.MaxValue; // the largest quantity there is at scale 0
        Row[] log = [.. Enumerable.Range(0, 5).Select(_ => Event("a", "pay") with { Points = Largest }), Event("b", "pay") with { Points = -Largest }];
        var summary = BehaviorSummary.Of(Dataset(log), Context(), Both);
        Assert.Equal(5 * Largest, summary.SumsOf(Points)[0]);
        Assert.Equal(-Largest, summary.SumsOf(Points)[1]);
        Assert.Equal(5 * (Int128)long.MaxValue, summary.SumsOf(Points).Units[0]);
    }

    [Fact]
    public void Of_MissingValues_AreLeftOutAndCounted()
    {
        Row[] log = [Event("a", "pay") with { Paid = 0.1m }, Event("a", "pay"), Event("a", "pay") with { Paid = 0.2m }, Event("b", "pay")];
        var summary = BehaviorSummary.Of(Dataset(log), Context(), new() { Amounts = [Paid] });
        Assert.Equal(new BehaviorTotal(Paid, 0.3m, 1), Assert.Single(summary.Find("a", "pay")!.Totals));
        Assert.Equal(new BehaviorTotal(Paid, 0, 1), Assert.Single(summary.Find("b", "pay")!.Totals));
    }

    [Fact]
    public void Of_ColumnsThatDoNotFit_NamesThemAll()
    {
        BehaviorSummaryOptions options = new()
        {
            Names = ["pay", ""],
            Amounts = [Field.Amount("cost", "CNY"), Field.Amount("paid", "USD"), Field.Amount("paid", "CNY", 2)],
            Quantities = [Field.Quantity("points", 2)],
        };
        Assert.Equal(
            [
                "emptyName /names/1 An event has a name.",
                "unknownField /amounts/0 There is no column 'cost'.",
                "typeMismatch /amounts/1 Column 'paid' is an amount in CNY with scale 4, not an amount in USD with scale 4.",
                "duplicateName /amounts/2 'paid' is listed twice.",
                "typeMismatch /quantities/0 Column 'points' is a quantity with scale 0, not a quantity with scale 2.",
            ],
            Assert.Throws<InvalidDefinitionException>(() => BehaviorSummary.Of(Dataset([Event("a", "pay")]), Context(), options))
                .Issues.Select(issue => $"{issue.Code} {issue.Path} {issue.Message}"));
    }

    [Fact]
    public void FromRows_RowsOfASummary_GiveTheSummaryBack()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            UserOpsDataset data = Dataset(RandomLog(seed));
            var summary = BehaviorSummary.Of(data, Context(), Both);
            BehaviorRow[] rows = [.. AllRows(summary)];
            new Random(seed).Shuffle(rows);
            var back = BehaviorSummary.FromRows(data.Directory, Context(), rows, Both);
            Assert.Equal(AllRows(summary), AllRows(back));
            Assert.Equal((rows.Length, 0L, 0), (back.RowsRead, back.RowsRejected, back.Issues.Length));
        }
    }

    [Fact]
    public void FromRows_OnlyCounts_LeavesTheRestUntold()
    {
        UserDirectory directory = Dataset([Event("a", "view")]).Directory;
        var summary = BehaviorSummary.FromRows(directory, Context(), [new() { User = "a", Name = "pay", Count = 3 }], Both);
        BehaviorRow row = Assert.Single(summary.RowsOf("a"));
        Assert.Equal((3L, null, null, null), (row.Count, row.First, row.Last, row.DistinctDays));
        Assert.Equal([new(Paid, 0, 3), new(Points, 0, 3)], row.Totals.AsEnumerable());
    }

    public static TheoryData<string, BehaviorRow?> Refused => new()
    {
        { "missingRow: The row is null. Rows refused: 1. [1 '']", null },
        { "emptyName: An event has a name. Rows refused: 1. [1 'a']", Good with { Name = "" } },
        { "unknownUser: The directory does not know the user. Rows refused: 1. [1 'z']", Good with { User = "z" } },
        { "countNotPositive: A row stands for at least one event. Rows refused: 1. [1 'a']", Good with { Count = 0 } },
        { "daysOutOfRange: The events of a row lie on at least 1 day and at most as many as there are events. Rows refused: 1. [1 'a']", Good with { DistinctDays = 3 } },
        { "daysOutOfRange: The events of a row lie on at least 1 day and at most as many as there are events. Rows refused: 1. [1 'a']", Good with { DistinctDays = 0 } },
        { "timesReversed: The first instant is after the last. Rows refused: 1. [1 'a']", Good with { First = At("2026-03-03T00:00"), Last = At("2026-03-02T00:00") } },
        { "afterAsOf: The row counts events after 'as of', which cannot be taken out of it. Rows refused: 1. [1 'a']", Good with { Last = At("2026-05-01T00:00") } },
        { "unknownTotal: A sum is of a property that is not in the options, or is given twice. Rows refused: 1. [1 'a']", Good with { Totals = [new(Field.Amount("paid", "USD"), 1)] } },
        { "unknownTotal: A sum is of a property that is not in the options, or is given twice. Rows refused: 1. [1 'a']", Good with { Totals = [new(Paid, 1), new(Paid, 2)] } },
        { "missingOutOfRange: A sum misses a negative number of events, or more than there are. Rows refused: 1. [1 'a']", Good with { Totals = [new(Paid, 1, 3)] } },
        { "tooManyDigits: A sum has more digits after the point than its property keeps; nothing is rounded. Rows refused: 1. [1 'a']", Good with { Totals = [new(Points, 0.5m)] } },
        { "outOfRange: A sum is too large at the scale of its property. Rows refused: 1. [1 'a']", Good with { Totals = [new(Paid, decimal.MaxValue)] } },
    };

    private static BehaviorRow Good => new() { User = "a", Name = "pay", Count = 2 };

    [Theory]
    [MemberData(nameof(Refused))]
    public void FromRows_RowThatCannotBe_IsRefusedAndReported(string expected, BehaviorRow? row)
    {
        UserDirectory directory = Dataset([Event("a", "view")]).Directory;
        var summary = BehaviorSummary.FromRows(directory, Context(), [Good with { Name = "view" }, row!], Both);
        SchemaIssue issue = Assert.Single(summary.Issues);
        SchemaRow first = Assert.Single(issue.FirstRows);
        Assert.Equal(expected, $"{issue.Code}: {issue.Message} [{first.Row} '{first.Id}']");
        Assert.Equal((2L, 1L, 1), (summary.RowsRead, summary.RowsRejected, summary.Count));
    }

    [Fact]
    public void FromRows_RowsOfEveryFate_AreEachBookedOnce()
    {
        UserDirectory directory = Dataset([Event("a", "view")]).Directory;
        BehaviorRow?[] rows =
        [
            Good, Good with { Count = 5 }, // taken, and repeated
            Good with { Name = "login" }, Good with { Name = "login", User = "z", Count = 0 }, // not asked for, whatever else is wrong
            null, Good with { Name = "" }, Good with { Count = 0 }, // refused
        ];
        var summary = BehaviorSummary.FromRows(directory, Context(), rows!, new() { Names = ["pay"] });
        Assert.Equal((7L, 1, 3L, 1L, 2L), (summary.RowsRead, summary.Count, summary.RowsRejected, summary.RowsRepeated, summary.RowsNotAsked));
        Assert.Equal(2, summary.Find("a", "pay")!.Count);
        SchemaIssue repeated = Assert.Single(summary.Issues, issue => issue.Code == "repeatedRow");
        Assert.Equal("User and name have a row already; the first one was kept. Rows repeated: 1.", repeated.Message);
        Assert.Equal(new SchemaRow(1, "a"), Assert.Single(repeated.FirstRows));
    }

    [Fact]
    public void FromRows_MoreBadRowsThanAreListed_CountsThemAll()
    {
        UserDirectory directory = Dataset([Event("a", "view")]).Directory;
        var summary = BehaviorSummary.FromRows(directory, Context(), Enumerable.Range(0, 50).Select(i => Good with { User = $"z{i}" }));
        SchemaIssue issue = Assert.Single(summary.Issues);
        Assert.Equal((50L, 50L), (issue.Count, summary.RowsRejected));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => new SchemaRow(i, $"z{i}")), issue.FirstRows);
    }

    [Fact]
    public void RowsOf_UnknownUser_Throws()
    {
        var summary = BehaviorSummary.Of(Dataset([Event("a", "view")]), Context());
        Assert.Equal("The dataset knows no user 'z'. (Parameter 'user')", Assert.Throws<ArgumentException>(() => summary.RowsOf("z")).Message);
        Assert.Equal("The summary holds no sums of 'paid'. (Parameter 'field')", Assert.Throws<ArgumentException>(() => summary.SumsOf(Paid)).Message);
    }

    private static IEnumerable<BehaviorRow> AllRows(BehaviorSummary summary)
        => Enumerable.Range(0, summary.Directory.Count).SelectMany(ordinal => summary.RowsOf(summary.Directory[ordinal]));

    private static IEnumerable<BehaviorRow> Expected(Row[] log, EvaluationContext context)
    {
        DateOnly Day(Row row) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(row.At, context.Zone).DateTime);
        return log.Select(row => row.User).Distinct().SelectMany(user => log.Where(row => row.User == user && row.At <= context.AsOf)
            .GroupBy(row => row.Name).OrderBy(rows => rows.Key, StringComparer.Ordinal)
            .Select(rows => new BehaviorRow
            {
                User = user,
                Name = rows.Key,
                Count = rows.Count(),
                First = rows.Min(row => row.At),
                Last = rows.Max(row => row.At),
                DistinctDays = rows.Select(Day).Distinct().Count(),
                Totals =
                [
                    new(Paid, rows.Sum(row => row.Paid ?? 0), rows.Count(row => row.Paid is null)),
                    new(Points, rows.Sum(row => row.Points ?? 0), rows.Count(row => row.Points is null)),
                ],
            }));
    }

    private static Row[] RandomLog(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, random.Next(1, 120)).Select(_ => new Row(
            $"u{random.Next(6)}",
            new[] { "view", "pay", "login" }[random.Next(3)],
            At("2026-03-06T00:00").AddMinutes(30 * random.Next(0, 48 * 5)),
            random.Next(4) == 0 ? null : random.Next(-100, 10_000) / 100m,
            random.Next(4) == 0 ? null : random.Next(0, 50)))];
    }

    private static UserOpsDataset Dataset(IEnumerable<Row> log) => UserOpsDataset.FromEvents(log, map => map
        .User(row => row.User).Name(row => row.Name).At(row => row.At).With(Paid, row => row.Paid).With(Points, row => row.Points));

    private static Row Event(string user, string name) => new(user, name, At("2026-03-02T00:00"), null, null);

    private static EvaluationContext Context() => new() { AsOf = At("2026-04-01T00:00"), Zone = TimeZoneInfo.Utc };

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time + "Z", CultureInfo.InvariantCulture);
}
