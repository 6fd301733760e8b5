using UserOps.Models.Tags;
using UserOps.Models.Tests.Segments;
using static UserOps.Models.Tests.Tags.SampleTags;

namespace UserOps.Models.Tests.Tags;

public class TagModelTests
{
    private static readonly AmountField Assets = Field.Amount("assets", "CNY", 2);
    private static readonly CategoryField City = Field.Category("city");
    private static readonly SetField Cards = Field.Set("cards");
    private static readonly DateField Matures = Field.Date("matures_on");
    private static readonly InstantField Renewed = Field.Instant("renewed");
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly EvaluationContext Context = new() { AsOf = new(2026, 3, 31, 12, 0, 0, TimeSpan.FromHours(8)), Zone = Zone };

    private static readonly RowTable Users = new(
        [Assets, City, Cards, Matures, Renewed],
        [
            [600_000m, "Beijing", new[] { "gold", "blue" }, new DateOnly(2026, 4, 10), new DateTimeOffset(2026, 3, 31, 20, 0, 0, TimeSpan.Zero)],
            [60_000.01m, "Paris", Array.Empty<string>(), new DateOnly(2026, 3, 31), null],
            [null, null, null, null, null],
        ]);

    private static readonly UserOpsDataset Data = Users.ToUsers();

    [Fact]
    public void Evaluate_Attributes_AreTakenAsTheyStand()
    {
        TagTable table = Evaluate(
            Tag("assets", TagValueType.Number, new FieldComputation { Field = "assets" }),
            Tag("city", TagValueType.Enumeration, new FieldComputation { Field = "city" }, "Shanghai", "Beijing"),
            Tag("open", TagValueType.Enumeration, new FieldComputation { Field = "city" }),
            Tag("cards", TagValueType.Set, new FieldComputation { Field = "cards" }, "gold", "blue"),
            Tag("renewed", TagValueType.Date, new FieldComputation { Field = "renewed" }));

        Assert.Equal(["600000", "60000.01", null], Users3(user => table.ValueOf(user, "assets")?.Value?.ToString()));
        Assert.Equal(60_000.01, table.ValueOf("u1", "assets")!.Number);
        Assert.Equal(["Beijing", null, null], Users3(user => table.ValueOf(user, "city")?.Value?.Text));
        Assert.Equal(["Shanghai", "Beijing"], ((CategoryColumn)table["city"].Values).Values.AsEnumerable()); // in the order of the definition
        Assert.Equal(["u1"], table["city"].Refused.Ids().Select(id => id.ToString()));
        Assert.Equal(["u2"], table["city"].Uncertain.Ids().Select(id => id.ToString()));
        Assert.Equal("Paris", table.ValueOf("u1", "open")!.Value!.Text);
        Assert.Equal(["blue", "gold"], table.ValueOf("u0", "cards")!.Elements.AsEnumerable());
        Assert.Empty(table.ValueOf("u1", "cards")!.Elements);
        Assert.Null(table.ValueOf("u2", "cards"));
        Assert.Equal("2026-04-01", table.ValueOf("u0", "renewed")!.Value!.Text); // the local date
        Assert.Equal(["assets", "open", "cards"], table.ValuesOf("u1").Select(value => value.Tag));
        Assert.Empty(table.ValuesOf("nobody"));
        Assert.Equal((Context.AsOf, null, "statistical"), (table.ValueOf("u0", "assets")!.AssignedAt, table.ValueOf("u0", "assets")!.ValidUntil, table.ValueOf("u0", "assets")!.Source));
    }

    [Fact]
    public void UsersWith_AValue_IsThoseWhoHaveIt()
    {
        TagTable table = Evaluate(
            Tag("assets", TagValueType.Number, new FieldComputation { Field = "assets" }),
            Tag("cards", TagValueType.Set, new FieldComputation { Field = "cards" }),
            Flag("rich", Assets.AtLeast(500_000m)),
            Tag("matures", TagValueType.Date, new FieldComputation { Field = "matures_on" }));
        Assert.Equal("u1", Ids(table.UsersWith("assets", 60_000.01m)));
        Assert.Equal("u0 u1", Ids(table.UsersWith("assets")));
        Assert.Equal("u0", Ids(table.UsersWith("cards", "gold")));
        Assert.Equal("u1", Ids(table.UsersWith("rich", false)));
        Assert.Equal("u1", Ids(table.UsersWith("matures", new DateOnly(2026, 3, 31))));
        Assert.Equal(("u0", "u2"), (Ids(table.AudienceOf("rich").Members), Ids(table.AudienceOf("rich").Uncertain)));
        Assert.Throws<InvalidDefinitionException>(() => table.UsersWith("assets", "much"));
        Assert.Throws<ArgumentException>(() => table.AudienceOf("assets"));
        Assert.Throws<ArgumentException>(() => table["unheard"]);
    }

    [Theory] // the field at which it ends, days; the end as seen by u0 who matures on 10 April (UTC), and who has a value
    [InlineData("matures_on", null, "2026-04-09T16:00:00+00:00", "u0 u2")] // u1 matured at the midnight before; u2 has no date, so no end
    [InlineData("renewed", null, "2026-03-31T20:00:00+00:00", "u0 u1 u2")]
    [InlineData(null, 2, "2026-04-02T04:00:00+00:00", "u0 u1 u2")]
    [InlineData("matures_on", 2, "2026-04-02T04:00:00+00:00", "u0 u2")]
    public void Evaluate_Validity_EndsTheValue(string? field, int? days, string end, string standing)
    {
        TagTable table = Evaluate(Flag("any", new AllOf { Args = [] }) with { Validity = new() { UntilField = field, Days = days } }, Flag("same", Rule.InSegment("any")));
        Assert.Equal(DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture), table.ValueOf("u0", "any")!.ValidUntil);
        Assert.Equal(standing, Ids(table.UsersWith("any", true)));
        Assert.Empty(table["any"].Uncertain); // it has ended, which is known
        Assert.Equal(standing, Ids(table.UsersWith("same", true))); // who names it finds no value either
    }

    [Theory] // so many days that no instant is that far away
    [InlineData(int.MaxValue)]
    [InlineData(20_000_000)]
    public void Evaluate_ValidityBeyondTheCalendar_DoesNotEnd(int days)
    {
        TagTable table = Evaluate(Flag("any", new AllOf { Args = [] }) with { Validity = new() { Days = days } });
        Assert.Equal("u0 u1 u2", Ids(table.UsersWith("any", true)));
        Assert.Null(table.ValueOf("u0", "any")!.ValidUntil);
    }

    /// <summary>A maturity rule and a validity that ends with the date agree: who is told of it is no longer told when it comes.</summary>
    [Fact]
    public void Evaluate_MaturityTag_EndsWhenItsRuleDoes()
    {
        TagDefinition maturing = Flag("maturing", Rule.InWindow(Matures, TimeWindow.InNext(10, WindowUnit.Day)));
        for (var at = new DateTimeOffset(2026, 4, 9, 14, 0, 0, TimeSpan.Zero); at.Day < 10; at = at.AddHours(1))
        {
            EvaluationContext context = Context with { AsOf = at };
            TagTable table = new TagModel(Catalog(maturing, maturing with { Id = "ending", Validity = new() { UntilField = "matures_on" } })).Evaluate(Data, context);
            Assert.Equal(table.UsersWith("maturing", true), table.UsersWith("ending", true));
            Assert.Equal(at < new DateTimeOffset(2026, 4, 9, 16, 0, 0, TimeSpan.Zero), table.UsersWith("ending", true).Contains((UserId)"u0"));
        }
    }

    [Fact]
    public void Evaluate_GivenColumns_StandOnTheirOwnTimes()
    {
        TagDefinition level = Imported("level", TagValueType.Enumeration, "low", "high") with { Computation = new ImportedComputation { Sources = ["hr"] } };
        TagDefinition points = Imported("points", TagValueType.Number);
        TagDefinition vip = Imported("vip", TagValueType.Flag);
        TagDefinition since = Imported("since", TagValueType.Date) with { Validity = new() { Days = 5 } };
        var ledger = new TagLedger(
        [
            Assigned("u0", "level", "high", "hr", -3), Assigned("u0", "level", "low", "app", -1), Assigned("u1", "level", "middle", "hr", -1), Assigned("u2", "level", "low", "hr", 1),
            Assigned("u0", "points", 2.25m, "app", -1), Assigned("u1", "points", 9_000_000_000m, "app", -1), Assigned("u2", "points", "many", "app", -1),
            Assigned("u0", "vip", true, "app", -1), Assigned("u1", "vip", false, "app", -1),
            Assigned("u0", "since", "2020-02-29", "app", -1), Assigned("u1", "since", "2020-02-29", "app", -9), Assigned("u2", "since", "2021-02-29", "app", -1),
            Assigned("nobody", "vip", true, "app", -1),
        ]);
        TagDefinition[] tags = [level, points, vip, since, Flag("both", Rule.InSegment("vip").And(Field.Category("@tag.level").Is("high")))];
        TagTable table = new TagModel(Catalog(tags)).Evaluate(Data, Context, tags[..4].Select(tag => ledger.ColumnOf(tag, Data.Directory, Context.AsOf)));

        TagValue high = table.ValueOf("u0", "level")!;
        Assert.Equal(("high", "hr", "low", Context.AsOf.AddDays(-3)), (high.Value!.Text, high.Source, high.Losers.Single().Value.Text, high.AssignedAt));
        Assert.Equal(("u1", "u2"), (Ids(table["level"].Refused), Ids(table["level"].Uncertain))); // "middle" is not listed; u2's comes tomorrow
        Assert.Equal(["2.25", "9000000000", null], Users3(user => table.ValueOf(user, "points")?.Value?.ToString()));
        Assert.Equal("u2", Ids(table["points"].Refused));
        Assert.Equal(("u0", "u1"), (Ids(table.UsersWith("vip", true)), Ids(table.UsersWith("vip", false))));
        Assert.Equal(("u0", "u2"), (Ids(table.UsersWith("since")), Ids(table["since"].Refused))); // u1's stood for 5 days
        Assert.Equal("u0", Ids(table.UsersWith("both", true)));
        Assert.Empty(new TagModel(Catalog(level)).Evaluate(Data, Context).UsersWith("level")); // nothing given, no values
    }

    [Fact]
    public void Evaluate_MinedColumns_KeepTheirConfidence()
    {
        TagDefinition gender = Tag("gender", TagValueType.Enumeration, new MinedComputation { Model = "names 1" }, "male", "female");
        TagDefinition odds = Tag("odds", TagValueType.Number, new MinedComputation { Model = "names 1" });
        TagDefinition likes = Tag("likes", TagValueType.Flag, new MinedComputation { Model = "names 1" });
        TagTable table = new TagModel(Catalog(gender, odds, likes)).Evaluate(
            Data,
            Context,
            [
                TagColumn.OfTexts("gender", Data.Directory, [0, -1, 1], ["female", "male"], [0.75, double.NaN, 0.5], Context.AsOf, "names 1"),
                TagColumn.OfNumbers("odds", Data.Directory, [1e-20, double.NaN, 1e300], [], Context.AsOf, "names 1"),
                TagColumn.OfFlags("likes", UserSet.Of(Data.Directory, ["u0"]), UserSet.Of(Data.Directory, ["u1"]), [], Context.AsOf, "names 1"),
            ]);
        Assert.Equal(["female", null, "male"], Users3(user => table.ValueOf(user, "gender")?.Value?.Text));
        Assert.Equal((0.75, null, Context.AsOf, null), (table["gender"].Confidence(0), table["gender"].Confidence(1), table["gender"].AssignedAt(0), table["gender"].AssignedAt(1)));
        Assert.Equal((0.75, "names 1"), (table.ValueOf("u0", "gender")!.Confidence, table.ValueOf("u0", "gender")!.Source));
        Assert.Equal((0.00000000000000000001m, 1e-20), (table.ValueOf("u0", "odds")!.Value!.Number, table.ValueOf("u0", "odds")!.Number));
        Assert.Equal((null, 1e300), (table.ValueOf("u2", "odds")!.Value, table.ValueOf("u2", "odds")!.Number)); // more than a decimal holds
        Assert.Equal(("u0", "u1"), (Ids(table.AudienceOf("likes").Members), Ids(table.AudienceOf("likes").Uncertain)));
    }

    [Fact]
    public void Evaluate_ColumnOfAnEarlierState_LeavesNewUsersWithout()
    {
        TagDefinition gender = Tag("gender", TagValueType.Enumeration, new MinedComputation { Model = "names 1" });
        TagColumn column = TagColumn.OfTexts("gender", Data.Directory, [0, 0, 0], ["female"], [], Context.AsOf, "names 1");
        UserOpsDataset more = Data.Append(new UserOpsDatasetBuilder().AddUsers(["u9"], map => map.User(id => id)));
        TagTable table = new TagModel(Catalog(gender)).Evaluate(more, Context, [column]);
        Assert.Equal(("u0 u1 u2", "u9"), (Ids(table.UsersWith("gender", "female")), Ids(table["gender"].Uncertain)));
    }

    public static TheoryData<string, string> BadColumns => new()
    {
        { "unheard", "is of no active tag of the catalog" },
        { "rule", "is given, but the tag is computed: it is of kind Rule" },
        { "type", "holds values of kind Number, where the tag has the type Flag" },
        { "other", "is of users of another dataset" },
        { "twice", "is given twice" },
        { "null", "is null" },
    };

    [Theory]
    [MemberData(nameof(BadColumns))]
    public void Evaluate_ColumnThatDoesNotFit_IsRefused(string fault, string message)
    {
        TagColumn Flags(string tag, UserOpsDataset data) => TagColumn.OfFlags(tag, UserSet.None(data.Directory), UserSet.None(data.Directory), [], Context.AsOf, "x");
        TagColumn sound = Flags("vip", Data);
        TagColumn[] given = fault switch
        {
            "unheard" => [Flags("unheard", Data)],
            "rule" => [Flags("rule", Data)],
            "type" => [TagColumn.OfNumbers("vip", Data.Directory, [1, 2, 3], [], Context.AsOf, "x")],
            "other" => [Flags("vip", Users.ToUsers())],
            "twice" => [sound, sound],
            _ => [null!],
        };
        var model = new TagModel(Catalog(Imported("vip", TagValueType.Flag), Flag("rule", new AllOf { Args = [] })));
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => model.Evaluate(Data, Context, given)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_FaultyValues_AreRefused()
    {
        UserDirectory users = Data.Directory;
        Assert.Throws<ArgumentException>(() => TagColumn.OfTexts("t", users, [0], ["a"], [], Context.AsOf, "x"));
        Assert.Throws<ArgumentOutOfRangeException>(() => TagColumn.OfTexts("t", users, [0, 1, 0], ["a"], [], Context.AsOf, "x"));
        Assert.Throws<ArgumentException>(() => TagColumn.OfTexts("t", users, [0, 0, 0], ["a", "a"], [], Context.AsOf, "x"));
        Assert.Throws<ArgumentException>(() => TagColumn.OfTexts("t", users, [0, 0, 0], ["a"], [0.5], Context.AsOf, "x"));
        Assert.Throws<ArgumentOutOfRangeException>(() => TagColumn.OfTexts("t", users, [0, 0, 0], ["a"], [0.5, 1.5, 0], Context.AsOf, "x"));
        Assert.Throws<ArgumentException>(() => TagColumn.OfTexts("t", users, [0, 0, 0], ["a"], [], Context.AsOf, " "));
        Assert.Throws<ArgumentOutOfRangeException>(() => TagColumn.OfNumbers("t", users, [double.PositiveInfinity, 0, 0], [], Context.AsOf, "x"));
        Assert.Throws<ArgumentException>(() => TagColumn.OfFlags("t", UserSet.Everyone(users), UserSet.Everyone(users), [], Context.AsOf, "x"));
    }

    [Fact]
    public void Evaluate_FaultsAgainstTheColumns_AllAtOnceInDocumentOrder()
    {
        TagCatalog catalog = Catalog(
            Flag("first", Field.Flag("@tag.last").Is(true).And(Field.Category("@tag.city").AtMost("B")).And(Field.Category("@tag.last").Is("x"))),
            Tag("assets", TagValueType.Date, new FieldComputation { Field = "assets" }),
            Tag("gone", TagValueType.Number, new FieldComputation { Field = "gone" }),
            Numbered("sum", TagAggregation.Sum, "gone"),
            Tag("city", TagValueType.Enumeration, new FieldComputation { Field = "city" }) with { Validity = new() { UntilField = "city" } },
            Flag("reads it", Field.Quantity("@tag.gone").AtLeast(1)),
            Flag("last", Rule.InSegment("s"))).With("s", Field.Amount("assets", "USD").AtLeast(1));
        var refusal = Assert.Throws<InvalidDefinitionException>(() => new TagModel(catalog).Evaluate(Data, Context));
        Assert.Equal(
            "typeMismatch /tags/0/computation/rule/args/2/value, typeMismatch /tags/1/computation/field, unknownField /tags/2/computation/field, " +
            "unknownField /tags/3/computation/property, typeMismatch /tags/4/validity/untilField, unitMismatch /segments/0/rule/currency",
            string.Join(", ", refusal.Issues.Select(issue => $"{issue.Code} {issue.Path}")));
    }

    [Fact]
    public void Overlaps_OfOrderedRules_CountUsersForEachPair()
    {
        TagDefinition tier = Ordered("tier", ("high", Assets.AtLeast(500_000m)), ("middle", Assets.AtLeast(50_000m)), ("low", Assets.Below(1_000_000m)), ("middle", Assets.Below(0m)));
        TagTable table = Evaluate(tier, Flag("flag", Assets.IsPresent()));
        Assert.Equal(
            ["high middle: u0", "high low: u0", "middle low: u0 u1"],
            table.OverlapsOf("tier").Select(overlap => $"{overlap.First} {overlap.Second}: {Ids(overlap.Users)}"));
        Assert.Empty(table.OverlapsOf("flag"));
    }

    [Fact]
    public void Features_OfEveryType_ArePlainNumbers()
    {
        TagTable table = Evaluate(
            Flag("rich", Assets.AtLeast(500_000m)),
            Tag("assets", TagValueType.Number, new FieldComputation { Field = "assets" }),
            Tag("matures", TagValueType.Date, new FieldComputation { Field = "matures_on" }),
            Tag("city", TagValueType.Enumeration, new FieldComputation { Field = "city" }, "Shanghai", "Beijing", "Paris"),
            Tag("cards", TagValueType.Set, new FieldComputation { Field = "cards" }));
        Assert.Equal(
            [
                "rich: 1 0 -", "assets: 600000 60000.01 -", "matures: -10 0 -", "city=Shanghai: 0 0 -", "city=Beijing: 1 0 -", "city=Paris: 0 1 -",
                "cards=gold: 1 0 -", "cards=blue: 1 0 -",
            ],
            table.ToFeatures().Select(feature => FormattableString.Invariant($"{feature.Field.Name}: {string.Join(' ', Enumerable.Range(0, 3).Select(row => feature[row] is { } number ? FormattableString.Invariant($"{number}") : "-"))}")));
    }

    [Fact]
    public void Evaluate_Score_HasBandsAndBounds()
    {
        var score = new ScoreComputation
        {
            Elements =
            [
                new() { Id = "rich", Points = 0.1m, Rule = Assets.AtLeast(500_000m) },
                new() { Id = "some", Points = 0.2m, Rule = Assets.AtLeast(50_000m) },
                new() { Id = "far", Points = -1.5m, Rule = City.Is("Paris") },
            ],
            Bands = [new() { Name = "low", From = -2 }, new() { Name = "mid", From = 0 }, new() { Name = "high", From = 0.3m }],
        };
        TagTable table = Evaluate(Tag("score", TagValueType.Number, score), Tag("band", TagValueType.Enumeration, score, "low", "mid", "high"));
        TagScores scores = table["score"].Scores!;
        Assert.Equal([0.3m, -1.3m, 0m], Enumerable.Range(0, 3).Select(row => scores.Values[row]!.Value));
        Assert.Equal((-1.5m, 0.3m), (scores.Lower[2]!.Value, scores.Upper[2]!.Value));
        Assert.Equal(["rich", "some", "far"], scores.UnknownElements("u2").AsEnumerable());
        Assert.Equal(["high", "low", "mid"], Users3(user => table.ValueOf(user, "band")?.Value?.Text));
        Assert.Equal(("u2", "u2"), (Ids(table["score"].Uncertain), Ids(table["band"].Uncertain)));
        Assert.Equal(("u0", "u2"), (Ids(scores.With(0)), Ids(scores.UnknownOf(0))));
        Assert.Null(scores.BandOf(-3));
        Assert.Throws<ArgumentOutOfRangeException>(() => scores.With(3));
    }

    [Fact]
    public void Evaluate_NobodyAndNothing_GivesEmptyColumnsAndEndsAtOne()
    {
        UserOpsDataset nobody = new UserOpsDatasetBuilder().AddUsers(Array.Empty<string>(), map => map.User(id => id)).Build();
        var progress = new Steps();
        TagTable table = new TagModel(Catalog(Numbered("count", TagAggregation.Count, events: "unheard"), Ordered("tier", ("x", Rule.Event("never").Never()))))
            .Evaluate(nobody, Context, new RunOptions { Progress = progress });
        Assert.Equal((2, 0), (table.Columns.Length, table["count"].Values.Count));
        Assert.Equal(["never", "unheard"], table.UnknownEvents.AsEnumerable());
        Assert.Equal([0, 0.5, 1], progress.Told);
        Assert.Empty(new TagModel(Catalog()).Evaluate(Data, Context).Columns);
    }

    [Fact]
    public void Evaluate_DraftAndRetired_HaveNoColumns()
    {
        TagTable table = Evaluate(Flag("a", Assets.IsPresent()) with { Status = TagStatus.Draft }, Flag("b", Assets.IsPresent()) with { Status = TagStatus.Retired }, Flag("c", Assets.IsPresent()));
        Assert.Equal(["c"], table.Columns.Select(column => column.Tag));
    }

    [Fact]
    public void Evaluate_Canceled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => new TagModel(Catalog(Flag("a", Assets.IsPresent()))).Evaluate(Data, Context, cancellationToken: source.Token));
    }

    private static TagTable Evaluate(params TagDefinition[] tags) => new TagModel(Catalog(tags)).Evaluate(Data, Context);

    private static TagAssignment Assigned(string user, string tag, RuleValue value, string source, int day)
        => new() { User = user, Tag = tag, Value = value, AssignedAt = Context.AsOf.AddDays(day), Source = source };

    private static IEnumerable<T> Users3<T>(Func<UserId, T> of) => [of("u0"), of("u1"), of("u2")];

    private static string Ids(UserSet users) => string.Join(' ', users.Ids());

    private sealed class Steps : IProgress<double>
    {
        internal List<double> Told { get; } = [];

        public void Report(double value) => Told.Add(value);
    }
}
