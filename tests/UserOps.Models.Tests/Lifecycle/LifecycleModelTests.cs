using UserOps.Models.Lifecycle;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>What a life cycle takes, what it refuses, and where it puts people.</summary>
public class LifecycleModelTests
{
    private static readonly CategoryField City = Field.Category("city");
    private static readonly AmountField Assets = Field.Amount("assets", "CNY");
    private static readonly DateField Registered = Field.Date("registered_on");
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly EvaluationContext EndOfJune = EvaluationContext.AtEndOf(new(2026, 6, 30), Zone);
    private static readonly LifecycleStageDefinition Beijing = new() { Id = "beijing", Name = new("北京", "Beijing"), Rule = City.Is("Beijing"), Kind = LifecycleStage.Growth };
    private static readonly LifecycleStageDefinition Rich = new() { Id = "rich", Name = new("高净值", "rich"), Rule = Assets.AtLeast(100m), Kind = LifecycleStage.Maturity };
    private static readonly LifecycleDefinition Both = new() { Id = "both", Name = new("两层", "two stages"), Stages = [Beijing, Rich] };

    private static UserOpsDataset Data { get; } = new UserOpsDatasetBuilder()
        .AddUsers(
            new (string Id, string? City, decimal? Assets)[] { ("a", "Beijing", 10m), ("b", "Wuhan", 200.5m), ("c", null, 300m), ("d", null, 1m), ("e", "Wuhan", null), ("f", "Wuhan", 2m) },
            map => map.User(row => row.Id).With(City, row => row.City).With(Assets, row => row.Assets))
        .AddEvents([("late", EndOfJune.AsOf.AddTicks(1)), ("seen", EndOfJune.AsOf)], map => map.User(row => row.Item1).Named("login").At(row => row.Item2))
        .Build();

    [Fact]
    public void Evaluate_UnknownBefore_KeepsTheStageAndIsCountedUncertain()
    {
        LifecycleResult result = new LifecycleModel(Both).Evaluate(Data, EndOfJune);
        Assert.Equal("a:beijing b:rich c:rich d:(unassigned) e:(unassigned) f:(unassigned) seen:(unassigned) late:(absent)", string.Join(' ', "a b c d e f seen late".Split(' ').Select(id => $"{id}:{result.Users.StateOf(id)}")));
        Assert.Equal(["c", "d", "e", "seen"], result.Users.Uncertain.Ids().Select(id => id.ToString()).Order(StringComparer.Ordinal));
        LifecycleCounts counts = result.Summary.Counts;
        Assert.Equal((1L, 0L, 2L, 1L), (counts.Stages[0].Users, counts.Stages[0].Uncertain, counts.Stages[1].Users, counts.Stages[1].Uncertain));
        Assert.Equal((4L, 3L, 1L, 0L, 7L, 4L), (counts.Unassigned, counts.UnassignedUncertain, counts.Absent, counts.AbsentUncertain, counts.Users, counts.Uncertain));
        Assert.Equal(new Ratio(2, 7), counts.ShareOf("rich"));
        Assert.Equal(new Ratio(1, 7), counts.ShareOf(LifecycleStage.Growth));
        Assert.Equal("The life cycle has no stage 'x'. (Parameter 'stage')", Assert.Throws<ArgumentException>(() => counts.ShareOf("x")).Message);
        Assert.Equal("The life cycle has no stage 'x'. (Parameter 'stage')", Assert.Throws<ArgumentException>(() => result.Users.In("x")).Message);
        Assert.Equal(result.Summary, UserOpsJson.Deserialize<LifecycleSummary>(UserOpsJson.Serialize(result.Summary)));
    }

    [Fact]
    public void Evaluate_NobodyAtAll_HasSharesOfNothing()
    {
        LifecycleSummary summary = new LifecycleModel(Both with { Stages = [Beijing with { Rule = Rule.Event("x").Never() }] }).Evaluate(new UserOpsDatasetBuilder().Build(), EndOfJune).Summary;
        Assert.Equal(0, summary.Counts.Users);
        Assert.Null(summary.Counts.ShareOf("beijing").Value);
        Assert.Equal(["x"], summary.UnknownEvents.AsEnumerable());
    }

    [Fact]
    public void Evaluate_EventsOfTakenUsers_AreNotLookedAt()
    {
        // The stage before takes everybody; a rule that needs a column of events nobody has is still checked, but asked of nobody.
        LifecycleDefinition definition = Both with { Stages = [Beijing with { Rule = new AllOf { Args = [] } }, Rich with { Rule = Rule.Event("login").AtLeast(1) }] };
        LifecycleResult result = new LifecycleModel(definition).Evaluate(Data, EndOfJune);
        Assert.Equal((7L, 0L), (result.Summary.Counts.Stages[0].Users, result.Summary.Counts.Stages[1].Users));
    }

    [Fact]
    public void Constructor_FaultyDefinition_ListsEveryFault()
    {
        var faulty = new LifecycleDefinition
        {
            Id = " ",
            Name = new("名", ""),
            Stages =
            [
                null!,
                Beijing,
                Beijing with { Name = null!, Kind = (LifecycleStage)9, Rule = null! },
                Rich with { Id = "", Rule = Rule.InSegment("nowhere") },
            ],
            Population = Rule.InSegment("loop"),
            Segments = [new() { Name = "loop", Rule = Rule.InSegment("loop") }, new() { Name = "loop", Rule = City.Is("x") }, null!, new() { Name = "", Rule = null! }],
        };
        Assert.Equal(
            [
                "idMissing /id", "textMissing /name/en", "missingMember /stages/0", "duplicateId /stages/2/id", "textMissing /stages/2/name/zh", "textMissing /stages/2/name/en",
                "missingMember /stages/2/rule", "unknownValue /stages/2/kind", "idMissing /stages/3/id", "duplicateId /segments/1/name", "missingMember /segments/2",
                "idMissing /segments/3/name", "missingMember /segments/3/rule", "unknownSegment /stages/3/rule/segment", "circularReference /population/segment", "circularReference /segments/0/rule/segment",
            ],
            Assert.Throws<InvalidDefinitionException>(() => new LifecycleModel(faulty)).Issues.Select(issue => $"{issue.Code} {issue.Path}"));
        Assert.Equal(["missingMember /stages"], Issues(Both with { Stages = default }));
        Assert.Equal(["missingMember /stages"], Issues(Both with { Stages = [] }));
        Assert.Equal(["tooMany /stages"], Issues(Both with { Stages = [.. Enumerable.Range(0, 101).Select(i => Beijing with { Id = $"s{i}" })] }));

        static IEnumerable<string> Issues(LifecycleDefinition definition)
            => Assert.Throws<InvalidDefinitionException>(() => new LifecycleModel(definition)).Issues.Select(issue => $"{issue.Code} {issue.Path}");
    }

    [Fact]
    public void Evaluate_ColumnsThatAreNotThere_ListsEveryFault()
    {
        LifecycleDefinition definition = Both with
        {
            Stages = [Beijing with { Rule = Field.Flag("city").Is(true) }, Rich with { Rule = Rule.Event("login").Where(Field.Category("os").Is("x")).AtLeast(1) }],
            Population = Field.Number("score").AtLeast(1),
        };
        var refused = Assert.Throws<InvalidDefinitionException>(() => new LifecycleModel(definition).Evaluate(Data, EndOfJune));
        Assert.Equal(
            ["typeMismatch /stages/0/rule/value", "unknownField /stages/1/rule/where/field", "unknownField /population/field"],
            refused.Issues.Select(issue => $"{issue.Code} {issue.Path}"));
    }

    [Fact]
    public void Warnings_MoreThanSevenStages_AreTold()
    {
        Assert.Empty(Both.Warnings());
        LifecycleDefinition many = Both with { Stages = [.. Enumerable.Range(0, 8).Select(i => Beijing with { Id = $"s{i}" })] };
        Assert.Equal("/stages: 8 strata are more than 7; each needs a strategy of its own.", Assert.Single(many.Warnings()).ToString());
        Assert.Equal(8, new LifecycleModel(many).Definition.Stages.Length); // no fault
    }

    [Fact]
    public void ValueByStage_Amounts_AreExactAndMissingIsNoZero()
    {
        LifecycleResult result = new LifecycleModel(Both).Evaluate(Data, EndOfJune);
        LifecycleValueSummary values = result.ValueByStage(Assets);
        Assert.Equal(
            "beijing 1 0 10 10 10|rich 2 0 500.5 500.5 250.25|(unassigned) 2 2 3 3 1.5",
            string.Join('|', values.States.Select(state => FormattableString.Invariant($"{state.State} {state.Known} {state.Missing} {state.Sum} {state.Total} {state.Mean}"))));
        Assert.Equal(("assets", "CNY"), (values.Field, values.Currency));
        Assert.Equal(values, UserOpsJson.Deserialize<LifecycleValueSummary>(UserOpsJson.Serialize(values)));
        LifecycleValueSummary twice = LifecycleValueSummary.Merge(values, values);
        Assert.Equal((4, 1001m, 250.25m), (twice.States[1].Known, twice.States[1].Sum, twice.States[1].Mean.Value));
        Assert.Throws<ArgumentException>(() => LifecycleValueSummary.Merge(values, values with { Currency = "USD" }));
    }

    [Fact]
    public void ValueByStage_GivenValues_AreAddedWithoutRounding()
    {
        LifecycleResult result = new LifecycleModel(Both).Evaluate(Data, EndOfJune);
        const decimal Huge = 7_000_000_000_000_000_000_000_000_000m;
        LifecycleValueSummary values = result.ValueByStage([new("b", Huge), new("c", -Huge), new("a", 0.0000000000000000000000000001m)]);
        Assert.Equal(0m, values.States[1].Sum);
        Assert.Equal(0.0000000000000000000000000001m, values.States[0].Sum);
        Assert.Equal((0, 4, UndefinedReason.EmptyPopulation, UndefinedReason.EmptyPopulation), (values.States[2].Known, values.States[2].Missing, values.States[2].Total.Undefined, values.States[2].Mean.Undefined));
        Assert.Throws<OverflowException>(() => result.ValueByStage([new("b", Huge), new("c", 0.001m)]));
        Assert.Throws<UnknownUsersException>(() => result.ValueByStage([new("nobody", 1)]));
        Assert.Throws<ArgumentException>(() => result.ValueByStage([new("a", 1), new("a", 1)]));
    }

    [Fact]
    public void ValueByStage_UserAmounts_IsWhatTheColumnGives()
    {
        LifecycleResult result = new LifecycleModel(Both).Evaluate(Data, EndOfJune);
        UserAmounts assets = UserAmounts.FromColumn(Data, Assets);
        Assert.Equal(result.ValueByStage(Assets) with { Field = null }, result.ValueByStage(assets));
        LifecycleValueSummary nobody = result.ValueByStage(assets.Only(UserSet.None(Data.Directory)));
        Assert.All(nobody.States, state => Assert.Equal((0, 0m), (state.Known, state.Sum)));
        Assert.Equal(result.ValueByStage(Assets).States.Sum(state => state.Known + state.Missing), nobody.States.Sum(state => state.Missing));
        Assert.Throws<ArgumentException>(() => result.ValueByStage(UserAmounts.Of(Data.Only(UserSet.Everyone(Data.Directory)).Directory, [])));
    }

    [Theory] // a handle that does not fit | the code
    [InlineData("gone", "CNY", "unknownField")]
    [InlineData("city", "CNY", "typeMismatch")]
    [InlineData("assets", "USD", "unitMismatch")]
    public void ValueByStage_ColumnsThatDoNotFit_AreRefused(string name, string currency, string code)
    {
        LifecycleResult result = new LifecycleModel(Both).Evaluate(Data, EndOfJune);
        DefinitionIssue issue = Assert.Single(Assert.Throws<InvalidDefinitionException>(() => result.ValueByStage(Field.Amount(name, currency))).Issues);
        Assert.Equal((code, "/field"), (issue.Code, issue.Path));
    }

    [Theory] // registered on, days of logins, payments, cards | where a card app has the user at the end of 30 June
    [InlineData("2026-06-30", "", "", "", "introduction")] // no login yet, but registered today
    [InlineData("2026-05-31", "", "", "", "introduction")] // 30 days ago
    [InlineData("2026-05-30", "", "", "", "dormant")] // 31
    [InlineData("2026-04-01", "", "", "", "dormant")] // 90
    [InlineData("2026-03-31", "", "", "", "churned")] // 91
    [InlineData("2020-01-01", "2026-05-31", "", "", "introduction")]
    [InlineData("2020-01-01", "2026-05-30", "", "2026-05-30", "dormant")]
    [InlineData("2020-01-01", "2026-06-30", "", "2020-02-01", "growth")]
    [InlineData("2020-01-01", "2026-06-30", "2026-05-01", "", "growth")]
    [InlineData("2020-01-01", "2026-06-30", "2026-06-01,2026-06-02,2026-06-03,2026-06-30", "", "maturity")]
    [InlineData("2020-01-01", "2026-06-30", "2026-05-31,2026-06-02,2026-06-03,2026-06-30", "", "growth")] // one of the four is 31 dates back
    [InlineData("2026-07-01", "", "", "", "(absent)")] // registers tomorrow
    [InlineData(null, "2026-06-30", "", "", "introduction")]
    [InlineData(null, "", "2026-06-30", "", "churned")] // there, because seen to pay; of no login, and nobody knows since when
    [InlineData(null, "", "", "2020-02-01", "churned")]
    [InlineData(null, "", "", "", "(absent)")] // nobody knows since when, and never seen at all
    [InlineData(null, "2020-01-01", "", "", "churned")]
    public void CardApp_DaysAtTheirLimits_DivideUsers(string? registered, string logins, string payments, string cards, string expected)
    {
        var events = from log in ((string Name, string Days)[])[("login", logins), ("pay", payments), ("bind_card", cards)]
                     from day in log.Days.Split(',', StringSplitOptions.RemoveEmptyEntries)
                     select (log.Name, At: new DateTimeOffset(DateOnly.Parse(day, null).ToDateTime(new(23, 59)), TimeSpan.FromHours(8)));
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddUsers([registered], map => map.User(_ => "u").With(Registered, row => row is null ? null : DateOnly.Parse(row, null)))
            .AddEvents(events, map => map.User(_ => "u").Name(row => row.Name).At(row => row.At))
            .Build();
        LifecycleResult result = new LifecycleModel(LifecyclePresets.CardApp(Registered, "login", "bind_card", "pay")).Evaluate(data, EndOfJune);
        Assert.Equal(expected, result.Users.StateOf("u").ToString());
    }

    [Theory] // what a borrower without a date of registration and without a login did last
    [InlineData("repay", 1, "growth")]
    [InlineData("repay", 3, "maturity")]
    [InlineData("apply", 1, "churned")]
    [InlineData("other", 1, "(absent)")]
    public void Loan_WithoutRowAndLogin_IsThereByWhatTheStagesAskFor(string name, int times, string expected)
    {
        var events = Enumerable.Range(1, times).Select(i => (Name: name, At: EndOfJune.AsOf.AddDays(-i))).Append((Name: "apply", At: EndOfJune.AsOf.AddYears(name == "other" ? 1 : -1)));
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddUsers(["v"], map => map.User(row => row).With(Registered, _ => new DateOnly(2026, 1, 1)))
            .AddEvents(events, map => map.User(_ => "u").Name(row => row.Name).At(row => row.At))
            .Build();
        LifecycleResult result = new LifecycleModel(LifecyclePresets.Loan(Registered, "login", "apply", "repay")).Evaluate(data, EndOfJune);
        Assert.Equal(expected, result.Users.StateOf("u").ToString());
    }

    [Fact]
    public void StateOfAndExplain_OfAnUnknownUser_NameThem()
    {
        UserOpsDataset data = UserOpsDataset.FromEvents([(Name: "login", At: EndOfJune.AsOf)], map => map.User(_ => "u").Name(row => row.Name).At(row => row.At));
        LifecycleUsers users = new LifecycleModel(SmallLifecycle.Definition).Evaluate(data, EndOfJune).Users;
        Assert.Contains("'nobody'", Assert.Throws<KeyNotFoundException>(() => users.StateOf("nobody")).Message);
        Assert.Throws<KeyNotFoundException>(() => users.Explain("nobody"));
    }

    [Fact]
    public void Presets_NamesAndKinds_AreSoundAndInBothLanguages()
    {
        var sources = new OperatingTierSources { RegisteredOn = "registered_on", Interaction = "login", CoreUse = "pay", Converted = City.Is("x"), ValueProfile = City.Is("y") };
        LifecycleDefinition[] presets =
        [
            LifecyclePresets.CardApp(Registered, "login", "bind_card", "pay"),
            LifecyclePresets.Loan(Registered, "login", "apply", "repay"),
            LifecyclePresets.OperatingTiers(new() { Sources = sources }),
        ];
        Assert.All(presets, preset =>
        {
            Assert.Equal(preset, new LifecycleModel(preset).Definition);
            Assert.Equal(preset, UserOpsJson.Deserialize<LifecycleDefinition>(UserOpsJson.Serialize(preset)));
            Assert.Empty(preset.Warnings());
            Assert.All(preset.Stages, stage => Assert.True(stage.Name.Zh.All(letter => letter >= '\u4e00') && stage.Kind is not null));
        });
        Assert.Equal(["dormant", "new", "converted", "valuable", "active", "ordinary"], presets[2].Stages.Select(stage => stage.Id));
        Assert.Throws<ArgumentException>(() => LifecyclePresets.OperatingTiers(new()));
        Assert.Throws<ArgumentOutOfRangeException>(() => LifecycleStageNames.Of((LifecycleStage)9));
    }
}
