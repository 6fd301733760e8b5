using System.Collections.Immutable;
using UserOps.Models.Tags;
using static UserOps.Models.Tests.Tags.SampleTags;

namespace UserOps.Models.Tests.Tags;

public class TagCatalogTests
{
    private static readonly SegmentRule Rich = Field.Amount("assets", "CNY").AtLeast(500_000m);
    private static readonly TagDefinition Tier = Ordered("tier", ("high", Rich), ("low", Rich.Not()));
    private static readonly LocalizedText Name = new("名", "name");

    public static TheoryData<string, string> Faults => new()
    {
        { "no id", "missingMember /tags/0/id" },
        { "no name", "textMissing /tags/0/name/zh, textMissing /tags/0/name/en" },
        { "family", "unknownValue /tags/0/family" },
        { "node", "unknownNode /tags/0/node" },
        { "node of another family", "otherFamily /tags/0/node" },
        { "data class", "unknownValue /tags/0/dataClass" },
        { "relevance", "unknownValue /tags/0/relevance" },
        { "value type", "unknownValue /tags/0/valueType, typeMismatch /tags/0/computation/kind, notForKind /tags/0/values" },
        { "values of a number", "notForKind /tags/0/values" },
        { "value twice", "duplicateId /tags/0/values/2/value" },
        { "value without name", "textMissing /tags/0/values/0/name/zh, textMissing /tags/0/values/0/name/en" },
        { "no computation", "missingMember /tags/0/computation" },
        { "rule of no flag", "typeMismatch /tags/0/computation/kind" },
        { "value not listed", "unknownValue /tags/0/computation/rules/0/value" },
        { "rules never set", "missingMember /tags/0/computation/rules" },
        { "rule null", "missingMember /tags/0/computation/rules/0/value, missingMember /tags/0/computation/rules/0/rule" },
        { "rule faulty", "missingMember /tags/0/computation/rule" },
        { "sum of nothing", "missingMember /tags/0/computation/property" },
        { "count of a property", "unknownMember /tags/0/computation/property" },
        { "aggregation", "unknownValue /tags/0/computation/aggregation" },
        { "currency", "currencyInvalid /tags/0/computation/currency" },
        { "window", "outOfRange /tags/0/computation/window/last" },
        { "event without name", "emptyName /tags/0/computation/events/names/0" },
        { "count as a date", "typeMismatch /tags/0/computation/aggregation" },
        { "date as a number", "typeMismatch /tags/0/computation/aggregation" },
        { "element twice", "duplicateId /tags/0/computation/elements/1/id" },
        { "points too fine", "tooManyDigits /tags/0/computation/elements/0/points" },
        { "points too many", "outOfRange /tags/0/computation/elements" },
        { "bands", "notRising /tags/0/computation/bands/1/from" },
        { "band not listed", "unknownValue /tags/0/computation/bands/0/name" },
        { "no bands", "missingMember /tags/0/computation/bands" },
        { "model", "missingMember /tags/0/computation/model" },
        { "source twice", "duplicateId /tags/0/computation/sources/1" },
        { "set imported", "typeMismatch /tags/0/computation/kind" },
        { "validity empty", "missingMember /tags/0/validity" },
        { "validity of 0 days", "outOfRange /tags/0/validity/days" },
        { "validity field", "unknownField /tags/0/validity/untilField" },
        { "purpose", "missingMember /tags/0/purpose" },
        { "sensitivity", "unknownValue /tags/0/sensitivity" },
        { "owner", "missingMember /tags/0/owner" },
        { "status", "unknownValue /tags/0/status" },
        { "version", "outOfRange /tags/0/version" },
        { "reserved id", "reservedId /tags/0/id" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Validate_FaultyTag_SaysWhatAndWhere(string fault, string expected) => Assert.Equal(Sorted(expected), Sorted(Issues(Catalog(Faulty(fault)))));

    private static TagDefinition Faulty(string fault)
    {
        var score = new ScoreComputation { Elements = [new() { Id = "a", Points = 1, Rule = Rich }] };
        TagDefinition number = Tag("score", TagValueType.Number, score);
        TagDefinition Of(ScoreComputation changed) => number with { Computation = changed };
        TagDefinition Event(EventComputation events, TagValueType type = TagValueType.Number) => Tag("events", type, events);
        var count = new EventComputation { Aggregation = TagAggregation.Count, Events = "pay" };
        return fault switch
        {
            "no id" => Tier with { Id = " " },
            "no name" => Tier with { Name = null! },
            "family" => Tier with { Family = (TagFamily)9 },
            "node" => Tier with { Node = "financial.unheard" },
            "node of another family" => Tier with { Node = "asset.balance" },
            "data class" => Tier with { DataClass = (DataClass)9 },
            "relevance" => Tier with { Relevance = (Relevance)9 },
            "value type" => Tier with { ValueType = (TagValueType)9 },
            "values of a number" => number with { Values = Tier.Values },
            "value twice" => Tier with { Values = Tier.Values.Add(Tier.Values[0]) },
            "value without name" => Tier with { Values = Tier.Values.SetItem(0, Tier.Values[0] with { Name = null! }) },
            "no computation" => Tier with { Computation = null! },
            "rule of no flag" => Tag("flag", TagValueType.Number, new RuleComputation { Rule = Rich }),
            "value not listed" => Tier with { Computation = new OrderedRulesComputation { Rules = [new() { Value = "middle", Rule = Rich }] } },
            "rules never set" => Tier with { Computation = new OrderedRulesComputation { Rules = default } },
            "rule null" => Tier with { Computation = new OrderedRulesComputation { Rules = [null!] } },
            "rule faulty" => Flag("flag", new EqualTo { Field = "assets" }),
            "sum of nothing" => Event(count with { Aggregation = TagAggregation.Sum }),
            "count of a property" => Event(count with { Property = "amount" }),
            "aggregation" => Event(count with { Aggregation = (TagAggregation)99 }),
            "currency" => Event(count with { Aggregation = TagAggregation.Sum, Property = "amount", Currency = "yuan" }),
            "window" => Event(count with { Window = TimeWindow.InLast(0, WindowUnit.Day) }),
            "event without name" => Event(count with { Events = "" }),
            "count as a date" => Event(count, TagValueType.Date),
            "date as a number" => Event(count with { Aggregation = TagAggregation.Last }),
            "element twice" => Of(score with { Elements = [score.Elements[0], score.Elements[0]] }),
            "points too fine" => Of(score with { Elements = [score.Elements[0] with { Points = 0.0000000000001m }] }),
            "points too many" => Of(score with { Elements = [score.Elements[0] with { Points = long.MaxValue }, score.Elements[0] with { Id = "b", Points = -1 }] }),
            "bands" => Of(score with { Bands = [new() { Name = "a", From = 1 }, new() { Name = "b", From = 1 }] }),
            "band not listed" => Tier with { Computation = score with { Bands = [new() { Name = "middle", From = 1 }] } },
            "no bands" => Tier with { Computation = score },
            "model" => Tag("mined", TagValueType.Flag, new MinedComputation { Model = "" }),
            "source twice" => Tag("imported", TagValueType.Flag, new ImportedComputation { Sources = ["a", "a"] }),
            "set imported" => Imported("imported", TagValueType.Set),
            "validity empty" => Tier with { Validity = new() },
            "validity of 0 days" => Tier with { Validity = new() { Days = 0 } },
            "validity field" => Tier with { Validity = new() { UntilField = " " } },
            "purpose" => Tier with { Purpose = "" },
            "sensitivity" => Tier with { Sensitivity = (TagSensitivity)9 },
            "owner" => Tier with { Owner = "" },
            "status" => Tier with { Status = (TagStatus)9 },
            "version" => Tier with { Version = 0 },
            _ => Tier with { Id = "builtin.tier" },
        };
    }

    [Fact]
    public void Validate_SeveralFaults_ListsAllAtOnce()
    {
        TagCatalog catalog = new()
        {
            Id = "",
            Version = 0,
            Tags = [Tier, Tier, null!],
            Segments = [new() { Name = "tier", Rule = Rich }, new() { Name = "", Rule = null! }, null!],
            Taxonomy = new()
            {
                Nodes =
                [
                    new() { Id = "a", Parent = "b", Family = TagFamily.Asset, Name = Name },
                    new() { Id = "b", Parent = "a", Family = TagFamily.Asset, Name = Name },
                    new() { Id = "c", Parent = "nowhere", Family = TagFamily.Asset, Name = Name },
                    new() { Id = "c", Family = TagFamily.Asset, Name = Name },
                    new() { Id = "d", Parent = "c", Family = TagFamily.Social, Name = Name },
                    null!,
                ],
            },
        };
        Assert.Equal(
            "missingMember /id, outOfRange /version, duplicateId /tags/1/id, missingMember /tags/2, duplicateId /segments/0/name, missingMember /segments/1/name, " +
            "missingMember /segments/1/rule, missingMember /segments/2, circularReference /taxonomy/nodes/0/parent, circularReference /taxonomy/nodes/1/parent, " +
            "unknownNode /taxonomy/nodes/2/parent, duplicateId /taxonomy/nodes/3/id, otherFamily /taxonomy/nodes/4/parent, missingMember /taxonomy/nodes/5",
            Issues(catalog));
        Assert.Throws<InvalidDefinitionException>(() => new TagModel(catalog));
        Assert.Equal("missingMember /tags", Issues(Catalog() with { Tags = default }));
        Assert.Equal("missingMember /taxonomy/nodes", Issues(Catalog() with { Taxonomy = new() { Nodes = default } }));
    }

    [Theory] // tags "id: names it asks for" ('@' as a field); what is wrong
    [InlineData("a: b; b:", "")]
    [InlineData("a: @b; b:", "")]
    [InlineData("a: c", "unknownSegment /tags/0/computation/rule/args/0/segment")]
    [InlineData("a: @c", "unknownTag /tags/0/computation/rule/args/0/field")]
    [InlineData("a: a", "circularReference /tags/0/computation/rule/args/0/segment: a -> a")]
    [InlineData("a: b; b: @c; c: a", "circularReference /tags/2/computation/rule/args/0/segment: a -> b -> c -> a")]
    [InlineData("a: b c; b: d; c: d; d:", "")] // met twice, but no circle
    [InlineData("a: b; b: s", "circularReference /tags/1/computation/rule/args/0/segment: s -> a -> b -> s")] // through a rule of the catalog
    [InlineData("a: x; x(retired):", "retiredTag /tags/0/computation/rule/args/0/segment")]
    [InlineData("a: @x; x(draft):", "draftTag /tags/0/computation/rule/args/0/field")]
    [InlineData("a(draft): x; x(draft):", "")]
    [InlineData("a(retired): x; x(retired):", "")]
    [InlineData("a: n; n(number):", "typeMismatch /tags/0/computation/rule/args/0/segment")]
    [InlineData("a: @n; n(number):", "")]
    public void Validate_References_AreFollowed(string tags, string expected)
    {
        TagDefinition[] definitions = [.. tags.Split("; ").Select(Read)];
        TagCatalog catalog = Catalog(definitions);
        catalog = tags.Contains(" s", StringComparison.Ordinal) ? catalog.With("s", Rule.InSegment("a")) : catalog;
        IEnumerable<string> issues = catalog.Validate().Select(issue => $"{issue.Code} {issue.Path}{(issue.Code == "circularReference" ? issue.Message[issue.Message.LastIndexOf(':')..^1] : "")}");
        Assert.Equal(expected, string.Join(", ", issues));
    }

    [Fact]
    public void Lineage_OfATag_NamesAllItRestsOn()
    {
        TagCatalog catalog = Lineages();
        TagLineage lineage = catalog.LineageOf("loyal");
        Assert.Equal("Field income, Property amount, Property content.kind, Event pay, Event refund, Segment rich, Tag active", Names(lineage.Direct));
        Assert.Equal(
            "Field assets, Field income, Field matures_on, Property amount, Property content.kind, Property success, Event like, Event login, Event logout, Event pay, Event refund, Segment rich, Tag active",
            Names(lineage.All));
        Assert.Equal(lineage, UserOpsJson.Deserialize<TagLineage>(UserOpsJson.Serialize(lineage)));
        Assert.Equal("Model names 2", Names(catalog.LineageOf("mined").All));
        Assert.Equal("System hr", Names(catalog.LineageOf("imported").All));
        Assert.Throws<ArgumentException>(() => catalog.LineageOf("unheard"));
    }

    [Theory]
    [InlineData(TagSourceKind.Tag, "active", "loyal top")]
    [InlineData(TagSourceKind.Segment, "rich", "loyal top")]
    [InlineData(TagSourceKind.Field, "assets", "loyal top")]
    [InlineData(TagSourceKind.Field, "matures_on", "active loyal top")]
    [InlineData(TagSourceKind.Event, "like", "active loyal top")]
    [InlineData(TagSourceKind.Property, "content.kind", "loyal top")]
    [InlineData(TagSourceKind.Model, "names 2", "mined")]
    [InlineData(TagSourceKind.System, "hr", "imported")]
    [InlineData(TagSourceKind.Field, "unheard", "")]
    public void Impact_OfWhatGoes_IsAllThatRestsOnIt(TagSourceKind kind, string name, string expected)
        => Assert.Equal(expected, string.Join(' ', Lineages().ImpactOf(new(kind, name))));

    [Theory] // the deepest rule a model takes can also be written
    [InlineData(47, true)]
    [InlineData(48, false)]
    public void Json_DeepRule_IsWrittenWhereItIsTaken(int negations, bool isTaken)
    {
        SegmentRule rule = Enumerable.Range(0, negations).Aggregate(Rich, (inner, _) => inner.Not());
        TagCatalog catalog = Catalog(Ordered("deep", ("yes", rule)), Flag("flag", rule));
        Assert.Equal(isTaken, catalog.Validate().IsEmpty);
        Assert.Equal(catalog, UserOpsJson.Deserialize<TagCatalog>(UserOpsJson.Serialize(catalog)));
    }

    [Theory]
    [InlineData("""{"id":"a","version":1,"tags":[{"kind":"mined"}]}""", "tags[0].kind")]
    [InlineData("""{"id":"a","version":1,"tags":[{"fieldName":"x"}]}""", "tags[0].fieldName")]
    [InlineData("""{"id":"a","version":1,"tags":[{"computation":{"kind":"x"}}]}""", "tags[0].computation")]
    [InlineData("""{"id":"a","version":1}""", "$")]
    [InlineData("""{"id":"a","version":1,"tags":[{"family":3}]}""", "tags[0].family")]
    public void Json_FaultyCatalog_SaysWhere(string json, string place)
        => Assert.Contains(place, Assert.Throws<System.Text.Json.JsonException>(() => UserOpsJson.Deserialize<TagCatalog>(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Taxonomy_Shipped_IsATreeUnderTheSixFamilies()
    {
        TagTaxonomy taxonomy = TagTaxonomy.Default;
        Assert.Equal(Enum.GetValues<TagFamily>(), taxonomy.Nodes.Where(node => node.Parent is null).Select(node => node.Family));
        Assert.Equal("asset asset.balance asset.income asset.property", string.Join(' ', taxonomy.Under("asset").Select(node => node.Id)));
        Assert.Empty(taxonomy.Under("unheard"));
    }

    [Fact]
    public void Validate_ShippedTagEdited_IsReservedUnlessOnlyStatusAndOwnerChanged()
    {
        TagDefinition shipped = TagCatalog.BuiltIn.Tags[0];
        TagCatalog With(TagDefinition tag) => TagCatalog.BuiltIn with { Tags = TagCatalog.BuiltIn.Tags.SetItem(0, tag) };
        Assert.Equal("", Issues(TagCatalog.BuiltIn));
        Assert.Equal("", Issues(With(shipped with { Status = TagStatus.Retired, Owner = "me" })));
        Assert.Equal("reservedId /tags/0/id", Issues(With(shipped with { Purpose = "mine" })));
    }

    [Theory]
    [InlineData(typeof(FieldComputation), TagKind.Statistical)]
    [InlineData(typeof(EventComputation), TagKind.Statistical)]
    [InlineData(typeof(RuleComputation), TagKind.Rule)]
    [InlineData(typeof(OrderedRulesComputation), TagKind.Rule)]
    [InlineData(typeof(ScoreComputation), TagKind.Rule)]
    [InlineData(typeof(ImportedComputation), TagKind.Imported)]
    public void Kind_OfATag_FollowsFromItsComputation(Type computation, TagKind kind)
        => Assert.All(TagCatalog.BuiltIn.Tags.Where(tag => tag.Computation.GetType() == computation), tag => Assert.Equal((kind, true), (tag.Kind!.Value, tag.IsBuiltIn)));

    private static TagCatalog Lineages() => Catalog(
        Flag("active", Rule.Sequence("login", Field.Flag("success").Is(true)).Then("like").Without("logout")) with { Validity = new() { UntilField = "matures_on" } },
        Flag("loyal", new AllOf
        {
            Args =
            [
                Rule.InSegment("active"),
                Rule.InSegment("rich"),
                Field.Amount("income", "CNY").AtLeast(1),
                Rule.Event("pay").Where(Field.Category("kind").OfContent.Is("loan")).Sum(Field.Amount("amount", "CNY")).AtLeast(1),
                Rule.DidThenNot("refund", "pay", 1, WindowUnit.Day),
            ],
        }),
        Ordered("top", ("yes", Field.Flag("@tag.loyal").Is(true))),
        Tag("mined", TagValueType.Flag, new MinedComputation { Model = "names 2" }),
        Tag("imported", TagValueType.Flag, new ImportedComputation { Sources = ["hr"] })).With("rich", Rich);

    private static TagDefinition Read(string text)
    {
        string[] parts = text.Split(':');
        string head = parts[0].Trim();
        string id = head.Split('(')[0];
        if (head.Contains("number", StringComparison.Ordinal))
        {
            return Numbered(id, TagAggregation.Count);
        }

        SegmentRule[] args = [.. parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => name[0] == '@' ? Field.Flag("@tag." + name[1..]).IsPresent() : Rule.InSegment(name))];
        return Flag(id, new AllOf { Args = [.. args] }) with
        {
            Status = head.Contains("retired", StringComparison.Ordinal) ? TagStatus.Retired : head.Contains("draft", StringComparison.Ordinal) ? TagStatus.Draft : TagStatus.Active,
        };
    }

    private static string Names(ImmutableArray<TagSource> sources) => string.Join(", ", sources.Select(source => $"{source.Kind} {source.Name}"));

    private static string Issues(TagCatalog catalog) => string.Join(", ", catalog.Validate().Select(issue => $"{issue.Code} {issue.Path}"));

    private static string[] Sorted(string issues) => [.. issues.Split(", ").Order(StringComparer.Ordinal)];
}
