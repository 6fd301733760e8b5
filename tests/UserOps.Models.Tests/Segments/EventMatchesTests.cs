using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace UserOps.Models.Tests.Segments;

public class EventMatchesTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.CreateCustomTimeZone("+08:00", TimeSpan.FromHours(8), "+08:00", "+08:00");
    private static readonly CategoryField Os = Field.Category("os");
    private static readonly AmountField Amount = Field.Amount("amount", "CNY");
    private static readonly CategoryField Kind = Field.Category("kind");
    private static readonly AmountField Price = Field.Amount("price", "CNY", 2);

    private static readonly UserOpsDataset Data = new UserOpsDatasetBuilder()
        .AddContents(["card", "loan", "blank"], contents => contents.Id(id => id)
            .With(Kind, id => id == "blank" ? null : id + "s").With(Price, id => id == "card" ? 10m : null))
        .AddEvents(
            new (string Name, string At, string? Os, decimal? Amount, string? Content)[]
            {
                ("view", "2024-03-05T11:59:59.9999999+08:00", "Android", null, "card"),
                ("pay", "2024-03-05T12:00:00+08:00", "Android", 10.0000m, "card"),
                ("pay", "2024-03-05T04:30:00Z", null, 10.0001m, "card"),
                ("pay", "2024-03-05T13:59:59.9999999+08:00", "iOS", null, "loan"),
                ("view", "2024-03-05T14:00:00+08:00", "iOS", 5m, "blank"),
                ("view", "2024-03-06T00:00:00+08:00", "Android", 5m, "never heard of"),
                ("view", "2024-03-06T23:59:59+08:00", "Android", 5m, null),
            },
            events => events.User(_ => "u").At(row => DateTimeOffset.Parse(row.At, System.Globalization.CultureInfo.InvariantCulture)).Name(row => row.Name)
                .With(Os, row => row.Os).With(Amount, row => row.Amount).Content(row => row.Content))
        .Build();

    public static TheoryData<string, string> Filters => new()
    {
        { """{}""", "XXXXXXX" },
        { """{"names":["pay"]}""", ".XXX..." },
        { """{"names":["pay","view","pay"]}""", "XXXXXXX" },
        { """{"names":["refund"]}""", "......." },
        { """{"names":["pay"],"where":{"op":"eq","field":"os","value":"Android"}}""", ".X....." },
        { """{"where":{"op":"ne","field":"os","value":"Android"}}""", "...XX.." }, // missing does not count
        { """{"where":{"op":"isNull","field":"os"}}""", "..X...." },
        { """{"where":{"op":"in","field":"amount","values":[5,10]}}""", ".X..XXX" },
        { """{"where":{"op":"in","field":"amount","values":[1,2,3,4,5,6,7,8,9,10]}}""", ".X..XXX" }, // more values than are compared one by one
        { """{"where":{"op":"notIn","field":"amount","values":[5,10,10.00005]}}""", "..X...." },
        { """{"names":["pay"],"where":{"op":"gt","field":"amount","value":10}}""", "..X...." },
        { """{"where":{"op":"assume","value":true,"arg":{"op":"gt","field":"amount","value":10}}}""", "X.XX..." },
        { """{"where":{"op":"and","args":[{"op":"ge","field":"@localTime","value":"12:00:00"},{"op":"lt","field":"@localTime","value":"14:00:00"}]}}""", ".XXX..." },
        { """{"where":{"op":"between","field":"@localTime","low":"12:00:00","high":"13:59:59"}}""", ".XXX..." },
        { """{"where":{"op":"eq","field":"@localTime","value":"00:00:00"}}""", ".....X." },
        { """{"where":{"op":"in","field":"@localTime","values":["23:59:59","11:59:59"]}}""", "X.....X" },
        { """{"where":{"op":"isNotNull","field":"@localTime"}}""", "XXXXXXX" },
        { """{"where":{"op":"eq","field":"content.kind","value":"cards"}}""", "XXX...." },
        { """{"where":{"op":"ne","field":"content.kind","value":"cards"}}""", "...X..." }, // no content, unknown content, no attribute: unknown
        { """{"where":{"op":"isNull","field":"content.kind"}}""", "....XXX" },
        { """{"where":{"op":"isNotNull","field":"content.kind"}}""", "XXXX..." },
        { """{"where":{"op":"not","arg":{"op":"eq","field":"content.kind","value":"cards"}}}""", "...X..." },
        { """{"where":{"op":"ge","field":"content.price","value":10}}""", "XXX...." },
        { """{"where":{"op":"gt","field":"amount","otherField":"content.price"}}""", "..X...." },
        { """{"where":{"op":"eq","field":"content.price","otherField":"amount"}}""", ".X....." },
        { """{"where":{"op":"ne","field":"content.kind","otherField":"os"}}""", "XX.X..." },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Of_NamesAndTests_TakeTheseEvents(string filter, string expected)
    {
        EventMatches matches = EventMatches.Of(UserOpsJson.Deserialize<EventFilter>(filter), Data, Shanghai, "");
        Assert.Equal(expected, string.Concat(Enumerable.Range(0, Data.Events.Count).Select(i => matches.Contains(Data.Events.CodeAt(i), i) ? 'X' : '.')));
    }

    [Fact]
    public void Of_RandomTests_AnswerAsRowByRow()
    {
        const int Rows = 500;
        var random = new RandomRules(11);
        RowTable table = random.Table(Rows);
        UserOpsDataset data = table.ToEvents();
        for (int i = 0; i < 500; i++)
        {
            SegmentRule test = random.Rule(depth: 4);
            EventMatches matches = EventMatches.Of(EventFilter.Any.And(test), data, TimeZoneInfo.Utc, "");
            for (int row = 0; row < Rows; row++)
            {
                Assert.Equal(TwinRule.Holds(test, field => table.Value(row, field)) == true, matches.Contains(0, row));
            }
        }
    }

    [Fact]
    public void Of_RandomTestsOfContents_AnswerAsOnEvents()
    {
        var random = new RandomRules(12);
        RowTable contents = random.Table(40);
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddContents(Enumerable.Range(0, 40), map => contents.Map(map.Id(row => $"c{row}")))
            .AddEvents(Enumerable.Range(0, 300), map => map.User(_ => "u").At(RowTable.InstantOf).Named("e").Content(row => row % 50 == 49 ? null : $"c{row % 50}"))
            .Build();
        for (int i = 0; i < 500; i++)
        {
            SegmentRule plain = random.Rule(depth: 3);
            SegmentRule ofContent = UserOpsJson.Deserialize<SegmentRule>(
                Regex.Replace(UserOpsJson.Serialize(plain), "\"(field|otherField|latitude|longitude|consent|accuracy)\":\"", "$0content."));
            EventMatches matches = EventMatches.Of(EventFilter.Any.And(ofContent), data, TimeZoneInfo.Utc, "");
            for (int row = 0; row < 300; row++)
            {
                bool? expected = TwinRule.Holds(plain, field => row % 50 < 40 ? contents.Value(row % 50, field) : null);
                Assert.True((expected == true) == matches.Contains(0, row), $"event {row}: {UserOpsJson.Serialize(ofContent)}");
            }
        }
    }

    [Fact]
    public void Of_NamesTheDataNeverHeld_AreListed()
    {
        EventMatches matches = EventMatches.Of(EventFilter.Named("pay", "refund", "gone", "refund"), Data, Shanghai, "");
        Assert.Equal("refund gone", string.Join(' ', matches.UnknownNames));
        Assert.True(matches.Rows.IsEmpty);
    }

    [Fact]
    public void Of_TheSameTestAgain_IsNotEvaluatedAgain()
    {
        SegmentRule test = Amount.AtLeast(5).And(Os.Is("iOS"));
        EventMatches first = EventMatches.Of(EventFilter.Named("pay").And(test), Data, Shanghai, "");
        EventMatches second = EventMatches.Of(EventFilter.Any.And(Amount.AtLeast(5).And(Os.Is("iOS"))), Data, Shanghai, "");
        Assert.True(first.Rows == second.Rows); // the very same words
        EventMatches elsewhere = EventMatches.Of(EventFilter.Any.And(test), Data, TimeZoneInfo.Utc, "");
        Assert.False(first.Rows == elsewhere.Rows);
    }

    [Theory]
    [InlineData("""{"op":"eq","field":"os","value":1}""", "typeMismatch /steps/0/events/where/value: '1' is no value for 'os', which holds texts.")]
    [InlineData("""{"op":"eq","field":"browser","value":"x"}""", "unknownField /steps/0/events/where/field: There is no field 'browser' here.")]
    [InlineData("""{"op":"eq","field":"content.os","value":"x"}""", "unknownField /steps/0/events/where/field: There is no field 'content.os' here.")]
    [InlineData("""{"op":"eq","field":"kind","value":"x"}""", "unknownField /steps/0/events/where/field: There is no field 'kind' here.")]
    [InlineData("""{"op":"ge","field":"amount","value":5,"currency":"USD"}""", "unitMismatch /steps/0/events/where/currency: The value is in USD, 'amount' is in CNY.")]
    [InlineData("""{"op":"containsAny","field":"os","values":["x"]}""", "typeMismatch /steps/0/events/where/field: The operator is not for 'os', which is of kind Category.")]
    [InlineData("""{"op":"eq","field":"os","otherField":"amount"}""", "typeMismatch /steps/0/events/where/otherField: 'amount' is of kind Amount, 'os' of kind Category.")]
    [InlineData("""{"op":"eq","field":"os","otherField":"@localTime"}""", "typeMismatch /steps/0/events/where/otherField: '@localTime' is compared with values, not with fields.")]
    [InlineData("""{"op":"between","field":"@localTime","low":"14:00:00","high":"12:00:00"}""", "emptyRange /steps/0/events/where: Nothing lies from 14:00:00 to 12:00:00.")]
    public void Of_TestsThatDoNotFitTheData_AreRefused(string test, string expected)
    {
        EventFilter filter = EventFilter.Any.And(UserOpsJson.Deserialize<SegmentRule>(test));
        InvalidDefinitionException thrown = Assert.Throws<InvalidDefinitionException>(() => EventMatches.Of(filter, Data, Shanghai, "/steps/0/events"));
        DefinitionIssue issue = Assert.Single(thrown.Issues);
        Assert.Equal(expected, $"{issue.Code} {issue.Path}: {issue.Message}");
    }

    [Fact]
    public void Of_NoEvents_TakesNone()
    {
        UserOpsDataset data = new RandomRules(13).Table(0).ToEvents();
        EventMatches matches = EventMatches.Of(EventFilter.Named("e").And(Field.Number("score").AtLeast(1)), data, Shanghai, "");
        Assert.True(matches.Rows.IsEmpty);
        Assert.Equal("e", Assert.Single(matches.UnknownNames));
    }

    [Fact]
    public void Of_DataWithoutContents_RefusesContentAttributes()
    {
        UserOpsDataset data = RowTable.Of(Os, "Android").ToEvents();
        Assert.Throws<InvalidDefinitionException>(() => EventMatches.Of(EventFilter.Any.And(Kind.OfContent.Is("x")), data, Shanghai, ""));
    }

    [Fact]
    public void Of_LocalTimeAcrossDaylightSaving_FollowsTheClockOnTheWall()
    {
        TimeZoneInfo berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        string[] instants = ["2024-03-31T00:30:00Z", "2024-03-31T01:30:00Z", "2024-10-27T00:30:00Z", "2024-10-27T01:30:00Z"]; // 01:30, 03:30, 02:30, 02:30
        UserOpsDataset data = UserOpsDataset.FromEvents(
            instants, events => events.User(_ => "u").At(text => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).Named("e"));
        EventMatches matches = EventMatches.Of(EventFilter.Any.And(Field.LocalTime.Between("02:00:00", "03:00:00")), data, berlin, "");
        Assert.Equal([false, false, true, true], Enumerable.Range(0, 4).Select(i => matches.Contains(0, i)));
    }

    [Fact]
    public void Of_AnyNumberOfThreads_AnswersTheSame()
    {
        SegmentRule test = Kind.OfContent.Is("c3").Or(Field.LocalTime.Between("00:00:00", "00:00:09"));
        ulong[] expected = Words(test, 1);
        Assert.Equal(2_000, BitKernels.Count(expected));
        Assert.Equal(expected, Words(test, 3));
    }

    [Fact]
    public void Of_CanceledToken_ThrowsAndLeavesNothingInTheCache()
    {
        UserOpsDataset data = ManyEvents();
        EventFilter filter = EventFilter.Any.And(Kind.OfContent.Is("c3"));
        Assert.Throws<OperationCanceledException>(
            () => EventMatches.Of(filter, data, TimeZoneInfo.Utc, "", cancellationToken: new CancellationToken(canceled: true)));
        Assert.Equal(1_000, BitKernels.Count(EventMatches.Of(filter, data, TimeZoneInfo.Utc, "").Rows));
    }

    private static ulong[] Words(SegmentRule test, int threads)
        => EventMatches.Of(EventFilter.Any.And(test), ManyEvents(), TimeZoneInfo.Utc, "", new() { MaxDegreeOfParallelism = threads }).Rows.ToArray();

    // More than three blocks; every 50th event is of content c3, and every 50th, another one, lies in the first seconds of a day.
    private static UserOpsDataset ManyEvents() => new UserOpsDatasetBuilder()
        .AddContents(Enumerable.Range(0, 40), contents => contents.Id(row => $"c{row}").With(Kind, row => $"c{row}"))
        .AddEvents(Enumerable.Range(0, 50_000), events => events.User(_ => "u").Named("e").Content(row => $"c{row % 50}")
            .At(row => DateTimeOffset.UnixEpoch.AddDays(row / 50).AddHours(row % 50 == 0 ? 0 : 1).AddMilliseconds(row % 50)))
        .Build();

    [Fact]
    public void CheckColumns_ListsEveryFaultWithoutThrowing()
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.CheckColumns(EventFilter.Any.And(Field.Category("x").Is("1").Or(Field.Flag("os").Is(true))), Data, "/f", issues);
        Assert.Equal(["unknownField /f/where/args/0/field", "typeMismatch /f/where/args/1/value"], issues.Select(issue => $"{issue.Code} {issue.Path}"));
    }
}
