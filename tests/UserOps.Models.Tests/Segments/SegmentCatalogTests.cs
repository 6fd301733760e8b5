using System.Collections.Immutable;

namespace UserOps.Models.Tests.Segments;

public class SegmentCatalogTests
{
    private static readonly SegmentCatalog Catalog = new()
    {
        Users = new UserSchema
        {
            Id = "u",
            Version = 1,
            Fields =
            [
                new() { Name = "age", Kind = FieldKind.Quantity, Scale = 0 },
                new() { Name = "city", Kind = FieldKind.Category },
                new() { Name = "town", Kind = FieldKind.Category },
                new() { Name = "vip", Kind = FieldKind.Flag },
                new() { Name = "seen", Kind = FieldKind.Instant },
                new() { Name = "born", Kind = FieldKind.Date },
                new() { Name = "cards", Kind = FieldKind.Set },
                new() { Name = "assets", Kind = FieldKind.Amount, Currency = "CNY" },
                new() { Name = "debts", Kind = FieldKind.Amount, Currency = "USD" },
                new() { Name = "days", Kind = FieldKind.Number, Unit = "days" },
                new() { Name = "months", Kind = FieldKind.Number, Unit = "months" },
            ],
        },
        Events = new EventSchema
        {
            Id = "e",
            Version = 1,
            Fields = [new() { Name = "amount", Kind = FieldKind.Amount, Currency = "CNY" }, new() { Name = "channel", Kind = FieldKind.Category }, new() { Name = "ok", Kind = FieldKind.Flag }],
            Events = [new() { Name = "login" }, new() { Name = "pay", Properties = ["amount", "channel", "ok"] }],
        },
        Segments = new Dictionary<string, SegmentRule> { ["young"] = new AtMost { Field = "age", Value = 26 } },
        SegmentTexts = new Dictionary<string, string>
        {
            ["broken"] = """{"op":"xor"}""",
            ["a"] = """{"op":"inSegment","segment":"b"}""",
            ["b"] = """{"op":"not","arg":{"op":"inSegment","segment":"c"}}""",
            ["c"] = """{"op":"and","args":[{"op":"nonsense"},{"op":"inSegment","segment":"b"}]}""",
        },
    };

    // "code pointer" in the order of the document, warnings in parentheses.
    [Theory]
    [InlineData("""{"op":"ge","field":"age","value":18}""", "")]
    [InlineData("""{"op":"ge","field":"age","value":18.5}""", "")] // whole numbers compare with fractions
    [InlineData("""{"op":"ge","field":"aeg","value":true}""", "unknownField /field")] // its value is not checked
    [InlineData("""{"op":"ge","field":"aeg","otherField":"ega"}""", "unknownField /field|unknownField /otherField")]
    [InlineData("""{"op":"between","field":"aeg","low":5,"high":1}""", "unknownField /field")]
    [InlineData("""{"op":"eq","field":"age","value":"thirty"}""", "typeMismatch /value")]
    [InlineData("""{"op":"eq","field":"city","value":5}""", "typeMismatch /value")]
    [InlineData("""{"op":"eq","field":"vip","value":"true"}""", "typeMismatch /value")]
    [InlineData("""{"op":"ge","field":"vip","value":true}""", "typeMismatch /field")]
    [InlineData("""{"op":"between","field":"vip","low":true,"high":true}""", "typeMismatch /field")]
    [InlineData("""{"op":"ge","field":"age","value":true}""", "typeMismatch /value")]
    [InlineData("""{"op":"eq","field":"cards","value":"x"}""", "typeMismatch /field")]
    [InlineData("""{"op":"containsAny","field":"city","values":[1]}""", "typeMismatch /field")]
    [InlineData("""{"op":"containsAll","field":"cards","values":["x",1,null]}""", "typeMismatch /values/1|typeMismatch /values/2")]
    [InlineData("""{"op":"in","field":"age","values":[1,"two",3,false]}""", "typeMismatch /values/1|typeMismatch /values/3")]
    [InlineData("""{"op":"eq","field":"seen","value":"2024-03-31T12:00:00"}""", "typeMismatch /value")] // no offset
    [InlineData("""{"op":"eq","field":"seen","value":"2024-03-31T12:00:00+08:00"}""", "")]
    [InlineData("""{"op":"eq","field":"born","value":"2024-02-30"}""", "typeMismatch /value")]
    [InlineData("""{"op":"inWindow","field":"city","window":{"mode":"all"}}""", "typeMismatch /field")]
    [InlineData("""{"op":"anniversary","field":"seen","fromDays":0,"toDays":6}""", "typeMismatch /field")]
    [InlineData("""{"op":"eq","field":"city","otherField":"town"}""", "")]
    [InlineData("""{"op":"eq","field":"city","otherField":"age"}""", "typeMismatch /otherField")]
    [InlineData("""{"op":"lt","field":"assets","otherField":"debts"}""", "unitMismatch /otherField")]
    [InlineData("""{"op":"lt","field":"assets","value":5,"currency":"USD"}""", "unitMismatch /currency")]
    [InlineData("""{"op":"lt","field":"days","otherField":"months"}""", "(unitMismatch /otherField)")]
    [InlineData("""{"op":"between","field":"age","low":40,"high":30}""", "emptyRange ")]
    [InlineData("""{"op":"between","field":"age","low":30,"high":30,"highInclusive":false}""", "emptyRange ")]
    [InlineData("""{"op":"between","field":"city","low":"b","high":"a"}""", "emptyRange ")]
    [InlineData("""{"op":"between","field":"age","low":"a","high":3}""", "typeMismatch /low")]
    [InlineData("""{"op":"between","field":"age","low":[],"high":3}""", "typeMismatch /low")]
    [InlineData("""{"op":"between","field":"age","low":7,"high":{},"highInclusive":false}""", "typeMismatch /high")]
    [InlineData("""{"op":"between","field":"age","low":7}""", "missingMember ")]
    [InlineData("""{"op":"between","field":"age"}""", "missingMember |missingMember ")]
    [InlineData("""{"op":"anniversary","field":"born","fromDays":6,"toDays":0}""", "emptyRange ")]
    [InlineData("""{"op":"anniversary","field":"born","fromDays":6,"toDays":"x"}""", "typeMismatch /toDays")]
    [InlineData("""{"op":"anniversary","field":"born","fromDays":0,"toDays":6,"leapDayRule":"feb30"}""", "unknownOperator /leapDayRule")]
    [InlineData("""{"op":"inWindow","field":"seen","window":{"mode":"calendar","fromDaysAgo":1,"toDaysAgo":2}}""", "emptyRange /window")]
    [InlineData("""{"op":"inWindow","field":"seen","window":{"mode":"absolute","from":"2024-01-02T00:00:00Z","to":"2024-01-02T00:00:00Z"}}""", "emptyRange /window")]
    [InlineData("""{"op":"inWindow","field":"seen","window":{"mode":"absolute","from":"2024-01-02","to":"2024-01-02T00:00:00Z"}}""", "typeMismatch /window/from")]
    [InlineData("""{"op":"inWindow","field":"seen","window":{"mode":"rolling","last":0,"unit":"day"}}""", "outOfRange /window/last")]
    [InlineData("""{"op":"inWindow","field":"seen","window":{"mode":"rollingAhead","next":-1,"unit":"days"}}""", "outOfRange /window/next|unknownOperator /window/unit")]
    [InlineData("""{"op":"inWindow","field":"seen","window":{"mode":"fortnight","last":1}}""", "unknownOperator /window/mode")]
    [InlineData("""{"op":"inWindow","field":"seen","window":{"last":1}}""", "missingMember /window")]
    [InlineData("""{"op":"inWindow","field":"seen"}""", "missingMember ")]
    [InlineData("""{"op":"inWindow","field":"seen","window":"all"}""", "typeMismatch /window")]
    [InlineData("""{"op":"eventCount","event":"lgin","cmp":"ge","count":1}""", "unknownEvent /event")]
    [InlineData("""{"op":"eventCount","event":"login","cmp":"atLeast","count":-1}""", "unknownOperator /cmp|outOfRange /count")]
    [InlineData("""{"op":"eventCount","event":"login","cmp":"ge","count":1.5}""", "typeMismatch /count")]
    [InlineData("""{"op":"eventCount","event":"login","cmp":"ge","count":99999999999999999999}""", "outOfRange /count")]
    [InlineData("""{"op":"eventCount","event":"login"}""", "missingMember |missingMember ")]
    [InlineData("""{"op":"eventCount","cmp":"ge","count":1}""", "missingMember ")]
    [InlineData("""{"op":"eventCount","event":5,"cmp":"ge","count":1}""", "typeMismatch /event")]
    [InlineData("""{"op":"eventCount","event":"login","where":{"op":"lt","field":"anything","value":7},"cmp":"ge","count":1}""", "")] // nothing is said of its properties
    [InlineData("""{"op":"eventCount","event":"login","where":{"op":"gt","field":"@localTime","value":12},"cmp":"ge","count":1}""", "typeMismatch /where/value")]
    [InlineData("""{"op":"eventCount","event":"login","where":{"op":"gt","field":"@localTime","value":"12:00:00"},"cmp":"ge","count":1}""", "")]
    [InlineData("""{"op":"gt","field":"@localTime","value":"12:00:00"}""", "unknownField /field")] // of events only
    [InlineData("""{"op":"eventCount","event":"pay","where":{"op":"and","args":[{"op":"eq","field":"amnt","value":7},{"op":"eq","field":"channel","value":7}]},"cmp":"ge","count":1}""", "unknownField /where/args/0/field|typeMismatch /where/args/1/value")]
    [InlineData("""{"op":"eventCount","event":"pay","where":{"op":"inWindow","field":"amnt"},"cmp":"ge","count":1}""", "unknownOperator /where/op")] // not entered
    [InlineData("""{"op":"eventCount","event":"pay","where":{"op":"eventCount","event":"nix","where":{"op":"eq","field":"amnt","value":1},"cmp":"ge","count":1},"cmp":"ge","count":1}""", "unknownOperator /where/op")]
    [InlineData("""{"op":"eventAgg","event":"pay","agg":"median","prop":"channel","cmp":"is","value":1}""", "unknownOperator /cmp|unknownOperator /agg")]
    [InlineData("""{"op":"eventAgg","event":"pay","agg":"sum","prop":"channel","cmp":"ge","value":"1"}""", "typeMismatch /prop|typeMismatch /value")]
    [InlineData("""{"op":"eventAgg","event":"pay","agg":"sum","cmp":"ge","value":1e400}""", "missingMember |outOfRange /value")]
    [InlineData("""{"op":"eventAgg","event":"pay","agg":"distinctDays","prop":"amount","cmp":"ge","value":1}""", "unknownMember /prop")]
    [InlineData("""{"op":"eventAgg","event":"pay","agg":"sum","prop":"amount","cmp":"ge","value":1,"currency":"USD"}""", "unitMismatch /currency")]
    [InlineData("""{"op":"eventAgg","event":"login","agg":"sum","prop":"anything","cmp":"ge","value":1}""", "")]
    [InlineData("""{"op":"sequence","steps":[]}""", "emptySequence /steps")]
    [InlineData("""{"op":"sequence","steps":{}}""", "typeMismatch /steps")]
    [InlineData("""{"op":"sequence","steps":[{"event":"login","within":{"amount":0,"unit":"month"}},{"event":"nix"},7,null],"measure":"sinceThen","without":["nix",3]}""", "outOfRange /steps/0/within/amount|unknownOperator /steps/0/within/unit|unknownEvent /steps/1/event|typeMismatch /steps/2|missingMember /steps/3|unknownOperator /measure|unknownEvent /without/0|typeMismatch /without/1")]
    [InlineData("""{"op":"didThenNot","first":"nix","then":"nux"}""", "missingMember |unknownEvent /first|unknownEvent /then")]
    [InlineData("""{"op":"didThenNot","first":"login","then":"pay","within":{"amount":1},"thenWhere":{"op":"eq","field":"ok","value":"yes"}}""", "missingMember /within|typeMismatch /thenWhere/value")]
    [InlineData("""{"op":"inSegment","segment":"old"}""", "unknownSegment /segment")]
    [InlineData("""{"op":"inSegment","segment":"young"}""", "")]
    [InlineData("""{"op":"inSegment","segment":"broken"}""", "")] // its own validation tells
    [InlineData("""{"op":"inSegment"}""", "missingMember ")]
    [InlineData("""{"op":"xor","args":[{"op":"nonsense"}]}""", "unknownOperator /op")] // not entered
    [InlineData("""{"args":[]}""", "missingMember ")]
    [InlineData("""{"op":7,"args":[]}""", "typeMismatch /op")]
    [InlineData("""[]""", "typeMismatch ")]
    [InlineData("""null""", "missingMember ")]
    [InlineData("""{"op":"not"}""", "missingMember ")]
    [InlineData("""{"op":"not","arg":null}""", "missingMember ")]
    [InlineData("""{"op":"and"}""", "missingMember ")]
    [InlineData("""{"op":"and","args":{}}""", "typeMismatch /args")]
    [InlineData("""{"op":"or","args":[null,5]}""", "missingMember /args/0|typeMismatch /args/1")]
    [InlineData("""{"op":"assume","arg":{"op":"isNull","field":"x"},"value":"yes"}""", "unknownField /arg/field|typeMismatch /value")]
    [InlineData("""{"op":"isNull","field":"age","filed":1,"a/b~c":2}""", "unknownMember /filed|unknownMember /a~1b~0c")]
    [InlineData("""{"op":"isNull","field":"age","field":"city"}""", "repeatedMember /field")]
    [InlineData("""{"op":"eq","field":"age"}""", "missingMember ")]
    [InlineData("""{"op":"eq","field":"age","value":1,"otherField":"days"}""", "unknownMember /otherField")]
    [InlineData("""{"op":"between","field":"age","low":1,"high":2,"lowInclusive":null}""", "")] // null is absent
    [InlineData("""{"op":"between","field":"age","low":1,"high":2,"lowInclusive":"yes"}""", "typeMismatch /lowInclusive")]
    [InlineData("""{"op":"anniversary","field":"x","fromDays":1,"toDays":0,"leapDayRule":"feb30"}""", "emptyRange |unknownField /field|unknownOperator /leapDayRule")] // the days are as written
    [InlineData("""{"op":"anniversary","field":"x","fromDays":"1","toDays":0}""", "unknownField /field|typeMismatch /fromDays")] // what stands for the text is not compared
    [InlineData("""{"op":"ge","field":"age","value":1e400}""", "outOfRange /value")]
    [InlineData("""{"op":"and","args":[{"op":"between","field":"x","low":1,"high":0},{"op":"or","args":[{"op":"between","field":"age","low":1,"high":0}]},{"op":"what"}]}""", "unknownField /args/0/field|emptyRange /args/1/args/0|unknownOperator /args/2/op")]
    public void Validate_Text_FindsEveryFaultInDocumentOrder(string rule, string expected) => Assert.Equal(expected, Told(Catalog.Validate(rule)));

    [Theory]
    [InlineData("""{"op":"and","args":[]}""", "(alwaysTrue )")]
    [InlineData("""{"op":"or","args":[]}""", "(alwaysFalse )")]
    [InlineData("""{"op":"in","field":"age","values":[]}""", "(alwaysFalse )|(emptyList /values)")]
    [InlineData("""{"op":"notIn","field":"age","values":[]}""", "(emptyList /values)")] // unknown where the age is missing
    [InlineData("""{"op":"not","arg":{"op":"notIn","field":"age","values":[]}}""", "(alwaysFalse )|(emptyList /arg/values)")]
    [InlineData("""{"op":"assume","value":true,"arg":{"op":"notIn","field":"age","values":[]}}""", "(alwaysTrue )|(emptyList /arg/values)")]
    [InlineData("""{"op":"and","args":[{"op":"gt","field":"age","value":30},{"op":"lt","field":"age","value":30}]}""", "(alwaysFalse )")]
    [InlineData("""{"op":"and","args":[{"op":"ge","field":"age","value":30},{"op":"le","field":"age","value":30}]}""", "")]
    [InlineData("""{"op":"and","args":[{"op":"ge","field":"age","value":30},{"op":"le","field":"age","value":30},{"op":"ne","field":"age","value":30.0}]}""", "(alwaysFalse )")]
    [InlineData("""{"op":"and","args":[{"op":"ge","field":"days","value":1.00000000000000000001},{"op":"le","field":"days","value":1}]}""", "")] // one double
    [InlineData("""{"op":"and","args":[{"op":"ge","field":"assets","value":1.00000000000000000001},{"op":"le","field":"assets","value":1}]}""", "(alwaysFalse )")]
    [InlineData("""{"op":"and","args":[{"op":"eq","field":"city","value":"a"},{"op":"and","args":[{"op":"in","field":"city","values":["b","c"]}]}]}""", "(alwaysFalse )")]
    [InlineData("""{"op":"and","args":[{"op":"eq","field":"seen","value":"2024-01-01T00:00:00Z"},{"op":"eq","field":"seen","value":"2024-01-01T08:00:00+08:00"}]}""", "")]
    [InlineData("""{"op":"and","args":[{"op":"eq","field":"vip","value":true},{"op":"ne","field":"vip","value":true}]}""", "(alwaysFalse )")]
    [InlineData("""{"op":"and","args":[{"op":"isNull","field":"age"},{"op":"ge","field":"age","value":1}]}""", "(alwaysFalse )")]
    [InlineData("""{"op":"or","args":[{"op":"isNull","field":"age"},{"op":"isNotNull","field":"age"}]}""", "(alwaysTrue )")]
    [InlineData("""{"op":"or","args":[{"op":"lt","field":"age","value":1},{"op":"ge","field":"age","value":1}]}""", "")] // unknown where it is missing
    [InlineData("""{"op":"and","args":[{"op":"inSegment","segment":"young"},{"op":"not","arg":{"op":"inSegment","segment":"young"}}]}""", "(alwaysFalse )")]
    [InlineData("""{"op":"eventCount","event":"login","cmp":"ge","count":0}""", "(alwaysTrue )")]
    [InlineData("""{"op":"eventCount","event":"login","cmp":"lt","count":0}""", "(alwaysFalse )")]
    [InlineData("""{"op":"eventCount","event":"login","cmp":"le","count":0}""", "")]
    [InlineData("""{"op":"eventAgg","event":"pay","agg":"distinctDays","cmp":"eq","value":1.5}""", "(alwaysFalse )")]
    [InlineData("""{"op":"eventCount","event":"login","window":{"mode":"rollingAhead","next":3,"unit":"day"},"cmp":"ge","count":1}""", "(alwaysFalse )")] // not seen yet
    [InlineData("""{"op":"didNot","event":"login","window":{"mode":"calendar","fromDaysAgo":-1,"toDaysAgo":-3}}""", "(alwaysTrue )")]
    [InlineData("""{"op":"didNot","event":"pay","where":{"op":"or","args":[]}}""", "(alwaysTrue )|(alwaysFalse /where)")]
    [InlineData("""{"op":"and","args":[{"op":"or","args":[]},{"op":"eq","field":"aeg","value":1}]}""", "(alwaysFalse /args/0)|unknownField /args/1/field")] // nothing is said of the whole
    public void Validate_Suspicious_IsWarnedOf(string rule, string expected)
    {
        Assert.Equal(expected, Told(Catalog.Validate(rule)));
        Assert.Equal(expected, Told(Catalog.Validate(UserOpsJson.Deserialize<SegmentRule>(rule))));
    }

    [Theory]
    [InlineData("""{"op":"inSegment","segment":"a"}""", "b,c,b")] // a leads to the circle and is no part of it
    [InlineData("""{"op":"inSegment","segment":"b"}""", "b,c,b")]
    [InlineData("""{"op":"inSegment","segment":"c"}""", "c,b,c")]
    public void Validate_Circle_NamesTheWay(string rule, string expected)
    {
        SegmentIssue issue = Assert.Single(Catalog.Validate(rule).Issues);
        Assert.Equal("circularReference /segment", $"{issue.Code} {issue.Path}");
        Assert.Equal(expected, string.Join(',', issue.Cycle));
    }

    [Fact]
    public void Validate_SeveralReferencesToOneCircle_TellsEachAsIfItWereAlone()
    {
        SegmentReport report = Catalog.Validate("""{"op":"or","args":[{"op":"inSegment","segment":"c"},{"op":"inSegment","segment":"young"},{"op":"inSegment","segment":"a"},{"op":"inSegment","segment":"b"}]}""");
        Assert.Equal(["/args/0/segment c,b,c", "/args/2/segment b,c,b", "/args/3/segment b,c,b"], report.Issues.Select(issue => $"{issue.Path} {string.Join(',', issue.Cycle)}"));
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{\"op\":\n  \"and\",}", 2, 9)]
    [InlineData("{} x", 1, 4)]
    public void Validate_NoJson_IsOneFindingWithLineAndByte(string text, int line, int position)
    {
        SegmentIssue issue = Assert.Single(Catalog.Validate(text).Issues);
        Assert.Equal("invalidJson", issue.Code);
        Assert.EndsWith($"(line {line}, byte {position})", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_HalfASurrogatePair_IsTold()
    {
        Assert.Equal("typeMismatch /field", Told(Catalog.Validate("{\"op\":\"isNull\",\"field\":\"\\ud800\"}")));
        Assert.Equal("invalidJson ", Told(Catalog.Validate("{\"op\":\"isNull\",\"\\ud800\":1}")));
        Assert.Equal("invalidJson ", Told(Catalog.Validate("{\"op\":\"isNull\",\"field\":\"" + (char)0xD800 + "\"}")));
    }

    [Fact]
    public void Validate_NothingDeclared_PassesAnyName()
    {
        var open = new SegmentCatalog();
        Assert.Equal("", Told(open.Validate("""{"op":"and","args":[{"op":"ge","field":"x","value":1},{"op":"eq","field":"x","otherField":"y"},{"op":"didNot","event":"e","where":{"op":"eq","field":"content.kind","value":"loan"}}]}""")));
        Assert.Equal("typeMismatch /high", Told(open.Validate("""{"op":"between","field":"x","low":1,"high":"2"}"""))); // whatever the field
    }

    [Fact]
    public void Validate_FaultySchema_Throws()
        => Assert.Throws<InvalidDefinitionException>(() => new SegmentCatalog { Users = new UserSchema { Id = "", Version = 1, Fields = [] } }.Validate("{}"));

    [Fact]
    public void Report_IsReadable()
    {
        SegmentReport report = Catalog.Validate("""{"op":"isNull","field":"aeg"}""");
        Assert.False(report.IsValid);
        Assert.Equal("Error unknownField at /field: There is no field 'aeg' here.", report.ToString());
        Assert.Equal(report, UserOpsJson.Deserialize<SegmentReport>(UserOpsJson.Serialize(report)));
        Assert.Equal("valid", Catalog.Validate("""{"op":"isNull","field":"age"}""").ToString());
    }

    /// <summary>What the text door takes, the door of the library reads, and the model takes.</summary>
    [Fact]
    public void Validate_RandomRules_AgreesWithTheModel()
    {
        var worlds = new RandomWorlds(11);
        for (int i = 0; i < 60; i++)
        {
            (TwinWorld world, RandomUserRules rules) = worlds.Next();
            ImmutableDictionary<string, SegmentRule> segments = rules.Segments();
            var catalog = new SegmentCatalog
            {
                Users = new UserSchema { Id = "u", Version = 1, Fields = [.. RandomWorlds.Attributes.Select(FieldDefinition.Of)] },
                Events = new EventSchema
                {
                    Id = "e",
                    Version = 1,
                    AllowsOtherEvents = true,
                    Fields = [.. RandomWorlds.Properties.Select(FieldDefinition.Of)],
                    Events = [.. RandomWorlds.Names.Select(name => new EventDefinition { Name = name, Properties = [.. RandomWorlds.Properties.Select(field => field.Name)] })],
                },
                Segments = segments,
            };
            UserOpsDataset data = world.ToDataset();
            for (int j = 0; j < 40; j++)
            {
                SegmentRule rule = rules.Rule(j % 4, [.. segments.Keys]);
                string text = UserOpsJson.Serialize(rule);
                SegmentReport report = catalog.Validate(text);
                Assert.True(report.IsValid, $"{report}\n{text}");
                Assert.Equal(report, catalog.Validate(rule));
                RequireNoFalseClaim(report, rule, segments, data, world.Context);
            }
        }
    }

    private static void RequireNoFalseClaim(
        SegmentReport report, SegmentRule rule, IReadOnlyDictionary<string, SegmentRule> segments, UserOpsDataset data, EvaluationContext context)
    {
        Audience audience = new SegmentModel(rule, segments).Evaluate(data, context);
        foreach (SegmentIssue issue in report.Issues.Where(issue => issue.Path.Length == 0))
        {
            Assert.True(issue.Code != "alwaysTrue" || audience.Members.Count == audience.Universe.Count, UserOpsJson.Serialize(rule));
            Assert.True(issue.Code != "alwaysFalse" || audience.Members.Count == 0, UserOpsJson.Serialize(rule));
        }
    }

    private static string Told(SegmentReport report) => string.Join('|', report.Issues.Select(issue =>
        issue.Severity == SegmentIssueSeverity.Error ? $"{issue.Code} {issue.Path}" : $"({issue.Code} {issue.Path})"));
}
