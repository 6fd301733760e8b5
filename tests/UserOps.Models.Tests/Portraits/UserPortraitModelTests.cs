using UserOps.Models.Portraits;
using UserOps.Models.Tags;
using UserOps.Models.Tests.Tags;

namespace UserOps.Models.Tests.Portraits;

public class UserPortraitModelTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly EvaluationContext Context = new() { AsOf = Start.AddDays(10), Zone = TimeZoneInfo.Utc };

    private static readonly CategoryField City = Field.Category("city");
    private static readonly AmountField Assets = Field.Amount("assets", "CNY");
    private static readonly SetField Topics = Field.Set("topics");

    private static readonly SegmentRule Everyone = new AllOf { Args = [] };

    private static readonly UserSchema Schema = new()
    {
        Id = "bank.users",
        Version = 1,
        Fields =
        [
            FieldDefinition.Of(Assets) with { Lineage = new() { System = "bureau", Origin = DataOrigin.External } },
            FieldDefinition.Of(City),
            FieldDefinition.Of(Topics),
            FieldDefinition.Of(Field.Category("device_model")),
        ],
    };

    private static readonly (string Id, string? City, decimal? Assets, string[]? Topics)[] Users =
        [("ann", "Xian", 900.5m, ["fund", "car"]), ("bob", null, 100m, []), ("cid", "Beijing", null, null)];

    private static readonly UserOpsDataset Data = new UserOpsDatasetBuilder()
        .AddUsers(Users, map => map.User(x => x.Id).With(City, x => x.City).With(Assets, x => x.Assets).With(Topics, x => x.Topics))
        .AddEvents(
            [("ann", 1.0, "view"), ("ann", 2.0, "pay"), ("ann", 2.5, "view"), ("ann", 10.0, "pay"), ("ann", 10.5, "late"), ("bob", 11.0, "view"), ("eve", 3.0, "view")],
            map => map.User(x => x.Item1).At(x => Start.AddDays(x.Item2)).Name(x => x.Item3))
        .Build();

    private static readonly TagDefinition Tier = SampleTags.Ordered("tier", ("rich", Assets.AtLeast(500m)), ("poor", Everyone)) with
    {
        Family = TagFamily.Asset,
        Node = "asset.balance",
        Name = new("资产等级", "tier"),
        Values = [new() { Value = "rich", Name = new("富裕", "well off") }, new() { Value = "poor", Name = new("普通", "ordinary") }],
    };

    private static readonly TagDefinition Job = SampleTags.Tag("job", TagValueType.Enumeration, new ImportedComputation { Sources = ["hr", "survey"] }, "teacher", "nurse") with
    {
        Family = TagFamily.Industry,
    };

    private static readonly TagDefinition Balance = SampleTags.Tag("balance", TagValueType.Number, new FieldComputation { Field = "assets" }) with
    {
        Family = TagFamily.Asset,
        Sensitivity = TagSensitivity.Level4,
    };

    private static readonly TagDefinition Payer = SampleTags.Flag("payer", Rule.Event("pay").AtLeast(1).And(Rule.InSegment("tier-known")));

    private static readonly TagCatalog Catalog = SampleTags.Catalog(Tier, Job, Balance, Payer).With("tier-known", Field.Category("@tag.tier").IsPresent());

    private static readonly TagLedger Ledger = new(
    [
        Said("ann", "survey", 5, "nurse") with { Confidence = 0.6 },
        Said("ann", "hr", 1, "teacher") with { Confidence = 0.9, ValidFor = TimeSpan.FromDays(30) },
        Said("bob", "survey", 1, "nurse"),
        Said("bob", "survey", 6, "teacher"),
        Said("cid", "hr", 2, "astronaut"),
    ]);

    private static readonly TagTable Tags = new TagModel(Catalog).Evaluate(Data, Context, [Ledger.ColumnOf(Job, Data.Directory, Context.AsOf)]);

    private static readonly UserPortraitModel Everything = new(new() { Attributes = Schema, MaximumSensitivity = TagSensitivity.Level5 });

    [Fact]
    public void Evaluate_Attributes_AreTypedAndMissingOnesSaySo()
    {
        Assert.Equal(
            ["assets: 900.5", "city: Xian", "topics: [car, fund]", "device_model: absent"],
            Everything.Evaluate(Data, Tags, "ann").Attributes.Select(field => field.ToString()));
        Assert.Equal(["assets: 100", "city: missing", "topics: []", "device_model: absent"], Everything.Evaluate(Data, Tags, "bob").Attributes.Select(field => field.ToString()));
        Assert.Equal(["missing", "Beijing", "missing", "absent"], Everything.Evaluate(Data, Tags, "cid").Attributes.Select(field => field.ToString().Split(' ')[1]));
        Assert.All(Everything.Evaluate(Data, Tags, "eve").Attributes.Take(3), field => Assert.Equal((PortraitValueState.Missing, null), (field.State, field.Value)));

        PortraitField assets = Everything.Evaluate(Data, Tags, "ann").Attributes[0];
        Assert.Equal((900.5m, DataOrigin.External, TagSensitivity.Level4), (assets.Value!.Number, assets.Definition.Lineage!.Origin, assets.Sensitivity));
        Assert.Null(Everything.Evaluate(Data, Tags, "ann").Attributes[1].Sensitivity);
    }

    [Fact]
    public void Evaluate_Tags_StandByFamilyAndNode()
    {
        UserPortrait portrait = Everything.Evaluate(Data, Tags, "ann");
        Assert.Equal(["Industry -: job", "Financial -: payer", "Asset -: balance", "Asset asset.balance: tier"], Places(portrait));
        Assert.Equal("资产余额", portrait.Tags[3].Node!.Name.Zh);
        Assert.Equal(("rich", "富裕", "well off"), (portrait.Find("tier")!.Value!.Value!.Text, portrait.Find("tier")!.ValueName!.Zh, portrait.Find("tier")!.ValueName!.En));
        Assert.Equal(Tier, portrait.Find("tier")!.Definition);
        Assert.Null(portrait.Find("nothing"));
    }

    [Theory] // families and tags asked for; the places in their order
    [InlineData("Asset Industry", "", "Asset -: balance|Asset asset.balance: tier|Industry -: job")]
    [InlineData("", "tier payer", "Financial -: payer|Asset asset.balance: tier")]
    [InlineData("Social", "", "")]
    public void Evaluate_ChosenTags_StandInTheOrderAskedFor(string families, string tags, string expected)
    {
        var model = new UserPortraitModel(new() { Families = [.. Words(families).Select(Enum.Parse<TagFamily>)], Tags = [.. Words(tags)], MaximumSensitivity = TagSensitivity.Level5 });
        Assert.Equal(expected, string.Join('|', Places(model.Evaluate(Data, Tags, "ann"))));
    }

    [Fact]
    public void Evaluate_TagsOfOneNode_StandInTheOrderOfTheDefinition()
    {
        TagDefinition[] flags = [.. ((string[])["a", "b", "c"]).Select(id => SampleTags.Flag(id, Everyone))];
        TagTable table = new TagModel(SampleTags.Catalog(flags)).Evaluate(Data, Context);
        Assert.Equal(["a", "b", "c"], new UserPortraitModel().Evaluate(Data, table, "ann").Tags.Single().Tags.Select(tag => tag.Definition.Id));
        Assert.Equal(["c", "a"], new UserPortraitModel(new() { Tags = ["c", "a"] }).Evaluate(Data, table, "ann").Tags.Single().Tags.Select(tag => tag.Definition.Id));
    }

    [Fact]
    public void Evaluate_SourcesInConflict_ThePreferredOneWinsAndTheOthersStayVisible()
    {
        TagValue ann = Everything.Evaluate(Data, Tags, "ann").Find("job")!.Value!;
        Assert.Equal(("teacher", "hr", 0.9, Start.AddDays(1), Start.AddDays(31)), (ann.Value!.Text, ann.Source, ann.Confidence, ann.AssignedAt, ann.ValidUntil));
        Assert.Equal(("nurse", "survey", 0.6), (ann.Losers.Single().Value.Text, ann.Losers.Single().Source, ann.Losers.Single().Confidence));
        Assert.Equal(
            "job: teacher (hr, since 2026-03-02T00:00:00+00:00, until 2026-04-01T00:00:00+00:00, confidence 0.9) over nurse (survey)",
            Everything.Evaluate(Data, Tags, "ann").Find("job")!.ToString());

        TagValue bob = Everything.Evaluate(Data, Tags, "bob").Find("job")!.Value!;
        Assert.Equal(("teacher", "survey", 0), (bob.Value!.Text, bob.Source, bob.Losers.Length)); // the fresher one of one source supersedes, and is no conflict
    }

    [Theory]
    [InlineData("cid", "job", PortraitValueState.Refused)] // the definition lists no astronaut
    [InlineData("eve", "job", PortraitValueState.Missing)]
    [InlineData("cid", "balance", PortraitValueState.Missing)]
    [InlineData("bob", "balance", PortraitValueState.Known)]
    public void Evaluate_TagWithoutValue_SaysWhy(string user, string tag, PortraitValueState expected)
    {
        PortraitTag found = Everything.Evaluate(Data, Tags, user).Find(tag)!;
        Assert.Equal((expected, expected == PortraitValueState.Known), (found.State, found.Value is not null));
    }

    [Fact]
    public void Evaluate_TagFromMissingData_IsUncertain()
    {
        PortraitTag tier = Everything.Evaluate(Data, Tags, "cid").Find("tier")!; // whose assets are not known
        Assert.Equal("tier: poor (rule, since 2026-03-11T00:00:00+00:00, uncertain)", tier.ToString());
        Assert.False(Everything.Evaluate(Data, Tags, "ann").Find("tier")!.Value!.IsUncertain);
    }

    [Fact]
    public void Evaluate_EveryTag_HasTheLineageOfTheCatalog()
    {
        UserPortrait portrait = Everything.Evaluate(Data, Tags, "ann");
        Assert.All(Catalog.Tags, tag => Assert.Equal(Catalog.LineageOf(tag.Id), portrait.Find(tag.Id)!.Lineage));
        Assert.Equal(
            ["Field assets", "Event pay", "Segment tier-known", "Tag tier"],
            portrait.Find("payer")!.Lineage.All.Select(source => $"{source.Kind} {source.Name}"));
    }

    [Fact]
    public void Evaluate_TooSensitive_IsWithheldAndNotDropped()
    {
        var model = new UserPortraitModel(new() { Attributes = Schema });
        foreach (string user in (string[])["ann", "cid"]) // with a value and without: it must not show
        {
            UserPortrait portrait = model.Evaluate(Data, Tags, user);
            PortraitTag balance = portrait.Find("balance")!;
            Assert.Equal((PortraitValueState.Withheld, null, "balance: withheld"), (balance.State, balance.Value, balance.ToString()));
            Assert.Equal(("assets: withheld", null), (portrait.Attributes[0].ToString(), portrait.Attributes[0].Value)); // or the column would tell what the tag does not
            Assert.NotEqual(PortraitValueState.Withheld, portrait.Find("tier")!.State);
        }

        string json = UserOpsJson.Serialize(model.Evaluate(Data, Tags, "ann"));
        Assert.DoesNotContain("900.5", json, StringComparison.Ordinal);
        Assert.Contains("900.5", UserOpsJson.Serialize(Everything.Evaluate(Data, Tags, "ann")), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_RetiredTag_StillMakesItsColumnSensitive()
    {
        TagTable table = new TagModel(SampleTags.Catalog(Balance with { Status = TagStatus.Retired })).Evaluate(Data, Context);
        UserPortrait portrait = new UserPortraitModel(new() { Attributes = Schema }).Evaluate(Data, table, "ann");
        Assert.Equal((PortraitValueState.Withheld, 0), (portrait.Attributes[0].State, portrait.Tags.Length));
    }

    [Theory] // the events up to 'as of', that instant included
    [InlineData("ann", 1.0, 10.0, "pay 2, view 2")]
    [InlineData("eve", 3.0, 3.0, "view 1")]
    [InlineData("bob", null, null, "")] // did something, but later
    [InlineData("cid", null, null, "")]
    public void Evaluate_Behavior_IsWhatTheUserDidUpToAsOf(string user, double? first, double? last, string events)
    {
        PortraitBehavior behavior = Everything.Evaluate(Data, Tags, user).Behavior;
        Assert.Equal((first is { } a ? Start.AddDays(a) : null, last is { } z ? Start.AddDays(z) : (DateTimeOffset?)null), (behavior.First, behavior.Last));
        Assert.Equal(events, string.Join(", ", behavior.Events.Select(each => $"{each.Name} {each.Count}")));
        Assert.Equal(behavior.Events.Sum(each => each.Count), behavior.Total);
    }

    [Fact]
    public void Evaluate_Audiences_AreThoseTheUserIsInOrMayBeIn()
    {
        Audience rich = Asked(Assets.AtLeast(500m));
        (string, Audience)[] audiences = [("rich", rich), ("poor", Asked(Assets.Below(500m))), ("everyone", Asked(Everyone))];
        Assert.Equal(["rich", "everyone"], Names("ann"));
        Assert.Equal(["poor", "everyone"], Names("bob"));
        Assert.Equal(["rich (uncertain)", "poor (uncertain)", "everyone"], Names("cid"));
        Assert.Equal(rich.RuleVersion, Everything.Evaluate(Data, Tags, "ann", audiences).Audiences[0].RuleVersion);

        IEnumerable<string> Names(string user) => Everything.Evaluate(Data, Tags, user, audiences).Audiences.Select(audience => audience.ToString());
    }

    [Fact]
    public void Evaluate_Personas_AreThoseOfTheAudiences()
    {
        Persona byName = Figure("by-name") with { Audience = "rich" };
        Persona byRule = Figure("by-rule") with { Rule = Assets.AtLeast(500m) };
        Persona stranger = Figure("stranger") with { Audience = "nobody-asked" };
        (string, Audience)[] audiences = [("rich", Asked(Assets.AtLeast(500m))), ("also-rich", Asked(Assets.AtLeast(500m)))];
        Assert.Equal(["by-name by rich", "by-rule by rich"], Linked("ann"));
        Assert.Empty(Linked("bob"));
        Assert.Equal(["by-name by rich (uncertain)", "by-rule by rich (uncertain)"], Linked("cid"));

        IEnumerable<string> Linked(string user)
            => Everything.Evaluate(Data, Tags, user, audiences, [byName, stranger, byRule]).Personas.Select(persona => persona.ToString());
    }

    [Fact]
    public void Evaluate_Portrait_SurvivesJsonAndReadsAsText()
    {
        Persona persona = Figure("thrifty") with { Audience = "poor" };
        UserPortrait portrait = Everything.Evaluate(Data, Tags, "ann", [("rich", Asked(Assets.AtLeast(500m))), ("poor", Asked(Assets.Below(500m)))], [persona]);
        using var _ = new OtherCulture();
        UserPortrait back = UserOpsJson.Deserialize<UserPortrait>(UserOpsJson.Serialize(portrait));
        Assert.Equal(portrait, back);
        Assert.Equal(portrait.GetHashCode(), back.GetHashCode());
        Assert.NotEqual(portrait, Everything.Evaluate(Data, Tags, "bob"));
        Assert.NotEqual(portrait, portrait with { Behavior = portrait.Behavior with { Events = [] } });
        Assert.Equal(
            """
            ann as of 2026-03-11T00:00:00+00:00
            Attributes
              assets: 900.5
              city: Xian
              topics: [car, fund]
              device_model: absent
            Industry
              job: teacher (hr, since 2026-03-02T00:00:00+00:00, until 2026-04-01T00:00:00+00:00, confidence 0.9) over nurse (survey)
            Financial
              payer: true (rule, since 2026-03-11T00:00:00+00:00)
            Asset
              balance: 900.5 (statistical, since 2026-03-11T00:00:00+00:00)
            asset.balance
              tier: rich (rule, since 2026-03-11T00:00:00+00:00)
            Behavior from 2026-03-02T00:00:00+00:00 to 2026-03-11T00:00:00+00:00
              pay: 2
              view: 2
            Audiences
              rich
            Personas: none
            """.ReplaceLineEndings("\n"),
            portrait.ToString());
        Assert.Contains("\nBehavior: none\n", Everything.Evaluate(Data, Tags, "cid").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_UnknownUser_IsNamed()
    {
        var refusal = Assert.Throws<UnknownUsersException>(() => Everything.Evaluate(Data, Tags, "zoe"));
        Assert.Equal([(UserId)"zoe"], refusal.Ids.AsEnumerable());
        Assert.Equal("user", refusal.ParamName);
        Assert.StartsWith("The dataset knows no user 'zoe' (Text).", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<UnknownUsersException>(() => Everything.Evaluate(Data, Tags, 7L)); // a number is no text
    }

    [Fact]
    public void Evaluate_OtherUsersOrInstants_AreRefused()
    {
        UserOpsDataset later = Data.Append(new UserOpsDatasetBuilder().AddUsers(["zoe"], map => map.User(x => x)));
        UserOpsDataset other = new UserOpsDatasetBuilder().AddUsers(["ann"], map => map.User(x => x)).Build();
        Refused("The tags were computed for other users, or for another state of the dataset.", later);
        Refused("The tags were computed for other users, or for another state of the dataset.", other);
        Refused("The audience ' ' needs a name of its own.", Data, (" ", Asked(Everyone)));
        Refused("The audience 'a' needs a name of its own.", Data, ("a", Asked(Everyone)), ("a", Asked(Everyone.Not())));
        Refused("The audience 'a' is of other users, or of another state of the dataset.", Data, ("a", new SegmentModel(Everyone).Evaluate(other, Context)));
        Refused(
            "The audience 'a' was asked for another instant or zone than the tags.", Data, ("a", new SegmentModel(Everyone).Evaluate(Data, Context with { AsOf = Start })));
        Assert.Throws<ArgumentNullException>(() => Everything.Evaluate(Data, Tags, "ann", [("a", null!)]));
        Assert.Throws<ArgumentNullException>(() => Everything.Evaluate(null!, Tags, "ann"));
        Assert.Throws<ArgumentNullException>(() => Everything.Evaluate(Data, null!, "ann"));

        static void Refused(string message, UserOpsDataset data, params (string, Audience)[] audiences)
            => Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => Everything.Evaluate(data, Tags, "ann", audiences)).Message, StringComparison.Ordinal);
    }

    public static TheoryData<UserPortraitDefinition, string> Faults => new()
    {
        { new() { Attributes = Schema with { Id = "", Fields = [Schema.Fields[0], Schema.Fields[0]] } }, "idMissing /attributes/id|duplicateName /attributes/fields/1/name" },
        { new() { Families = [TagFamily.Asset, (TagFamily)9, TagFamily.Asset] }, "unknownValue /families/1|duplicateName /families/2" },
        { new() { Tags = ["tier", "", "tier", null!] }, "idMissing /tags/1|duplicateName /tags/2|idMissing /tags/3" },
        { new() { MaximumSensitivity = (TagSensitivity)9 }, "unknownValue /maximumSensitivity" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Constructor_DefinitionThatCannotBe_ListsEveryFault(UserPortraitDefinition definition, string expected)
        => Assert.Equal(expected, Issues(Assert.Throws<InvalidDefinitionException>(() => new UserPortraitModel(definition))));

    public static TheoryData<UserPortraitDefinition, string> Misfits => new()
    {
        { new() { Attributes = Schema with { Fields = [FieldDefinition.Of(Field.Flag("city")), FieldDefinition.Of(Field.Amount("assets", "USD"))] } }, "typeMismatch /attributes/fields/0|typeMismatch /attributes/fields/1" },
        { new() { Attributes = Schema with { Fields = [FieldDefinition.Of(Field.Flag("vip")) with { Required = true }] } }, "unknownField /attributes/fields/0" },
        { new() { Families = [TagFamily.Asset], Tags = ["tier", "job", "unheard"] }, "familyNotShown /tags/1|unknownTag /tags/2" },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void Evaluate_DefinitionThatDoesNotFitTheData_ListsEveryFault(UserPortraitDefinition definition, string expected)
        => Assert.Equal(expected, Issues(Assert.Throws<InvalidDefinitionException>(() => new UserPortraitModel(definition).Evaluate(Data, Tags, "ann"))));

    [Fact]
    public void Evaluate_FaultyPersona_IsRefused() => Assert.Equal(
        "audienceMissing /personas/0/audience|missingMember /personas/1",
        Issues(Assert.Throws<InvalidDefinitionException>(() => Everything.Evaluate(Data, Tags, "ann", personas: [Figure("nobody's"), null!]))));

    private static TagAssignment Said(string user, string source, int day, string value)
        => new() { User = user, Tag = "job", Value = value, AssignedAt = Start.AddDays(day), Source = source };

    private static Persona Figure(string id) => new()
    {
        Id = id,
        Version = 1,
        Name = new("名", id),
        Story = new("故事", "story"),
        Traits = [new("特点", "trait")],
        Goals = [new("目标", "goal")],
    };

    private static Audience Asked(SegmentRule rule) => new SegmentModel(rule).Evaluate(Data, Context);

    private static string Issues(InvalidDefinitionException refusal) => string.Join('|', refusal.Issues.Select(issue => $"{issue.Code} {issue.Path}"));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Places(UserPortrait portrait)
        => portrait.Tags.Select(group => $"{group.Family} {group.Node?.Id ?? "-"}: {string.Join(' ', group.Tags.Select(tag => tag.Definition.Id))}");
}
