using System.Globalization;

namespace UserOps.Models.Tests.Schema;

/// <summary>Datasets against schemas: every deviation with its code, place, sentence, exact count and first rows.</summary>
public class SchemaReportTests
{
    private static readonly CategoryField Os = Field.Category("os");
    private static readonly AmountField Paid = Field.Amount("paid", "CNY");

    private static readonly FieldDefinition OsDefinition = FieldDefinition.Of(Os) with { AllowedValues = ["ios", "android"], Required = true };

    [Fact]
    public void UserSchema_EveryDeviation_IsReported()
    {
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddUsers(
                new[] { ("a", "ios"), ("b", null), ("c", "win"), ("d", "win"), ("e", "web"), ("f", null) },
                map => map.User(row => row.Item1).With(Os, row => row.Item2).With(Paid, _ => 1m).With(Field.Flag("vip"), _ => true))
            .AddEvents(["ghost", "a"], map => map.User(id => id).At(_ => At).Named("view"))
            .Build();
        UserSchema schema = new()
        {
            Id = "users",
            Version = 3,
            Fields = [OsDefinition, new() { Name = "paid", Kind = FieldKind.Amount, Currency = "USD", Scale = 2 }, new() { Name = "age", Kind = FieldKind.Number }],
        };
        SchemaReport report = schema.Validate(data);
        Assert.Equal(
            [
                "Error valueNotAllowed /fields/0/allowedValues 3 c,d,e: Column 'os': 3 rows hold values that are not allowed: 'win' (2), 'web' (1).",
                "Error missingRequired /fields/0/required 2 b,f: Column 'os' is required; 2 of the users have no value.",
                "Error otherCurrency /fields/1/currency 0 : Column 'paid' is in CNY; the schema says USD.",
                "Error otherScale /fields/1/scale 0 : Column 'paid' keeps 4 digits after the point; the schema says 2.",
                "Error absentColumn /fields/2 0 : There is no column 'age'.",
                "Notice undeclaredColumn  0 : The schema has no field 'vip'; the column is of kind Flag.",
                "Notice userWithoutRow  1 ghost: 1 of the users are known only from events.",
            ],
            report.Issues.Select(Text));
        Assert.Equal(("users", 3, 6L, false), (report.SchemaId, report.SchemaVersion, report.RowsChecked, report.Conforms));
        Assert.Equal(report, UserOpsJson.Deserialize<SchemaReport>(UserOpsJson.Serialize(report)));
    }

    [Theory]
    [InlineData("""[{"row":1,"id":"a"}]""", """[{"value":"win","count":2}]""", true)]
    [InlineData("""[{"row":1}]""", """[{"value":"win","count":2}]""", false)]
    [InlineData("""[{"row":1,"id":"a"}]""", """[{"value":"win"}]""", false)]
    public void Json_WithAMemberMissing_IsRefused(string rows, string values, bool expected)
    {
        string json = $$"""
            {"schemaId":"a","schemaVersion":1,"rowsChecked":1,"issues":[
              {"code":"a","severity":"error","path":"","message":"","firstRows":{{rows}},"values":{{values}}}]}
            """;
        Exception? refusal = Record.Exception(() => UserOpsJson.Deserialize<SchemaReport>(json));
        Assert.Equal(expected, refusal is null);
        Assert.True(refusal is null or System.Text.Json.JsonException, refusal?.ToString());
    }

    [Fact]
    public void EventSchema_EveryDeviation_IsReported()
    {
        UserOpsDataset data = UserOpsDataset.FromEvents(
            new (string User, string Name, string? Os, decimal? Paid)[]
            {
                ("a", "view", "ios", null), ("a", "pay", "ios", 5m), ("a", "click", null, null),
                ("b", "pay", "ios", null), ("b", "view", "ios", 7m), ("b", "tap", "win", null), ("b", "click", "ios", null),
            },
            map => map.User(row => row.User).At(_ => At).Name(row => row.Name).With(Os, row => row.Os).With(Paid, row => row.Paid));
        EventSchema schema = new()
        {
            Id = "events",
            Version = 1,
            Events =
            [
                new() { Name = "view", Properties = ["os"] },
                new() { Name = "pay", Properties = ["os"], RequiredProperties = ["paid"] },
                new() { Name = "refund" },
            ],
            Fields = [OsDefinition, FieldDefinition.Of(Paid)],
        };
        SchemaReport report = schema.Validate(data);
        Assert.Equal(
            [
                "Notice eventNeverSeen /events/2 0 : The data hold no event 'refund'.",
                "Error unknownEvent /events 3 a,b,b: 3 events have names the schema does not know: 'click' (2), 'tap' (1).",
                "Error valueNotAllowed /fields/0/allowedValues 1 b: Column 'os': 1 row holds values that are not allowed: 'win' (1).",
                "Error missingRequired /fields/0/required 1 a: Column 'os' is required; 1 of the events have no value.",
                "Notice undeclaredProperty /events/0/properties 1 b: Event 'view' is not said to carry 'paid'; 1 of them do.",
                "Error missingRequired /events/1/requiredProperties/0 1 b: Event 'pay' must carry 'paid'; 1 of them do not.",
            ],
            report.Issues.Select(Text));
        Assert.Equal(2, report.Issues[1].DistinctValues);
        Assert.DoesNotContain((schema with { AllowsOtherEvents = true }).Validate(data).Issues, issue => issue.Code == "unknownEvent");
        Assert.Equal(schema, UserOpsJson.Deserialize<EventSchema>(UserOpsJson.Serialize(schema)));
    }

    [Fact]
    public void ContentSchema_EveryDeviation_IsReported()
    {
        UserOpsDataset data = new UserOpsDatasetBuilder().AddContents(
            new (string Id, string[]? Topics, string? Kind)[] { ("p1", ["fund", "gold"], "x"), ("p2", [], null), ("p3", null, "x"), ("p4", ["gold", "oil"], null) },
            map => map.Id(row => row.Id).With(Field.Set("topics"), row => row.Topics).With(Field.Category("kind"), row => row.Kind)).Build();
        ContentSchema schema = new()
        {
            Id = "contents",
            Version = 1,
            Fields = [new() { Name = "topics", Kind = FieldKind.Set, AllowedValues = ["fund"], Required = true }, new() { Name = "kind", Kind = FieldKind.Number }],
        };
        Assert.Equal(
            [
                "Error valueNotAllowed /fields/0/allowedValues 2 p1,p4: Column 'topics': 2 rows hold values that are not allowed: 'gold' (2), 'oil' (1).",
                "Error missingRequired /fields/0/required 1 p3: Column 'topics' is required; 1 of the contents have no value.",
                "Error otherKind /fields/1/kind 0 : Column 'kind' is of kind Category; the schema says Number.",
            ],
            schema.Validate(data).Issues.Select(Text));
        Assert.Equal(schema, UserOpsJson.Deserialize<ContentSchema>(UserOpsJson.Serialize(schema)));
    }

    [Fact]
    public void Validate_ManyRows_CountsAllAndListsTwenty()
    {
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddUsers(Enumerable.Range(0, 500), map => map.User(row => (long)row).With(Os, row => row % 2 == 0 ? $"os{row:D3}" : null)).Build();
        SchemaReport report = new UserSchema { Id = "users", Version = 1, Fields = [OsDefinition] }.Validate(data);
        Assert.Equal([250L, 250L], report.Issues.Select(issue => issue.Count));
        Assert.All(report.Issues, issue => Assert.Equal(20, issue.FirstRows.Length));
        Assert.Equal((20, 250), (report.Issues[0].Values.Length, report.Issues[0].DistinctValues));
        Assert.EndsWith("'os038' (1) and 230 more.", report.Issues[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_DataThatKeepTheirPromise_Conform()
    {
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(["a"], map => map.User(id => id).With(Os, _ => "ios")).Build();
        SchemaReport report = new UserSchema { Id = "users", Version = 1, Fields = [OsDefinition] }.Validate(data);
        Assert.True(report.Conforms);
        Assert.Empty(report.Issues);
        Assert.Empty(new EventSchema { Id = "none", Version = 1, Events = [], Fields = [] }.Validate(data).Issues);
    }

    [Fact]
    public void Validate_FaultySchema_Throws() => Assert.Equal(
        "versionNotPositive",
        Assert.Single(Assert.Throws<InvalidDefinitionException>(() => new UserSchema { Id = "users", Version = 0, Fields = [] }.Validate(new UserOpsDatasetBuilder().Build())).Issues).Code);

    [Fact]
    public void UserSchema_FullOfNotes_SurvivesJson()
    {
        UserSchema schema = new()
        {
            Id = "bank.users",
            Version = 2,
            DisplayName = new("用户", "Users"),
            Fields =
            [
                OsDefinition with
                {
                    DataKind = DataKind.Behavior,
                    DataClass = DataClass.Demographic,
                    Relevance = Relevance.Weak,
                    Lineage = new() { System = "app", Origin = DataOrigin.External, Latency = TimeSpan.FromHours(6), Collection = "tracking" },
                    DisplayName = new("操作系统", "Operating system"),
                    Description = "As the app reports it.",
                },
                FieldDefinition.Of(Paid) with { DataKind = DataKind.Basic },
                new() { Name = "days", Kind = FieldKind.Quantity, Scale = 0, Unit = "days", DataKind = DataKind.Interest },
            ],
        };
        string json = UserOpsJson.Serialize(schema);
        Assert.Contains("\"dataKind\":\"behavior\"", json, StringComparison.Ordinal);
        Assert.Equal(schema, UserOpsJson.Deserialize<UserSchema>(json));
        UserSchema shortest = UserOpsJson.Deserialize<UserSchema>("""{"id":"u","version":1,"fields":[{"name":"os","kind":"category"}]}""");
        Assert.Equal(new UserSchema { Id = "u", Version = 1, Fields = [new() { Name = "os", Kind = FieldKind.Category }] }, shortest);
        Assert.Empty(shortest.Validate());
    }

    private static DateTimeOffset At => DateTimeOffset.Parse("2026-03-01T00:00Z", CultureInfo.InvariantCulture);

    private static string Text(SchemaIssue issue)
        => $"{issue.Severity} {issue.Code} {issue.Path} {issue.Count} {string.Join(',', issue.FirstRows.Select(row => row.Id))}: {issue.Message}";
}
