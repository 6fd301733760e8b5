using System.Globalization;
using System.Text.Json;
using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Segments;

public class UserOpsJsonTests
{
    private static readonly FunnelDefinition Funnel = new()
    {
        Steps =
        [
            "浏览",
            new FunnelStep { Name = "Apply", Events = EventFilter.Named("apply", "申请").And(Field.Amount("amount", "CNY").AtLeast(50m)), Within = TimeSpan.FromMinutes(90), Optional = true, Occurrence = FunnelOccurrence.FirstMatching },
            "pay",
        ],
        Window = TimeSpan.FromDays(7),
        Order = FunnelOrder.Strict,
        Ties = FunnelTies.Increasing,
        ReuseEvents = true,
        Entry = FunnelEntry.First,
        Unit = Field.Category("session"),
        HoldConstant = [Field.Category("product"), Field.Category("content.kind")],
        Exclusions = [new FunnelExclusion { Events = "cancel", FromStep = 0, ToStep = 2 }],
        ExclusionEffect = FunnelExclusionEffect.Drop,
        Range = new FunnelRange { From = new DateTimeOffset(2024, 3, 1, 0, 0, 0, TimeSpan.FromHours(8)), AppliesTo = FunnelRangeScope.Entry },
        Breakdown = new FunnelBreakdown { Property = Field.Category("channel"), Attribution = FunnelAttribution.Step, Step = 2 },
        Counting = FunnelCounting.Totals,
        Detail = FunnelDetail.Chains,
        Histogram = new FunnelHistogram { FromStep = 0, ToStep = 2, Bins = 12 },
        Trend = new FunnelTrend { ObservedUntil = new DateTimeOffset(2024, 4, 1, 0, 0, 0, TimeSpan.Zero) },
    };

    [Fact]
    public void Serialize_Funnel_IsTextAPersonCanRead()
    {
        const string Expected = """
            {"steps":[{"events":{"names":["浏览"]},"optional":false,"occurrence":"every"},{"name":"Apply","events":{"names":["apply","申请"],"where":{"op":"ge","field":"amount","value":50,"currency":"CNY"}},"within":"01:30:00","optional":true,"occurrence":"firstMatching"},{"events":{"names":["pay"]},"optional":false,"occurrence":"every"}],"window":"7.00:00:00","order":"strict","ties":"increasing","reuseEvents":true,"entry":"first","unit":"session","holdConstant":["product","content.kind"],"exclusions":[{"events":{"names":["cancel"]},"fromStep":0,"toStep":2}],"exclusionEffect":"drop","range":{"from":"2024-03-01T00:00:00+08:00","appliesTo":"entry"},"breakdown":{"property":"channel","attribution":"step","step":2},"counting":"totals","detail":"chains","histogram":{"fromStep":0,"toStep":2,"bins":12},"trend":{"observedUntil":"2024-04-01T00:00:00+00:00"}}
            """;
        string json = UserOpsJson.Serialize(Funnel);
        Assert.Equal(Expected, json);
        Assert.Equal(Funnel, UserOpsJson.Deserialize<FunnelDefinition>(json));
    }

    [Theory]
    [InlineData("\"2026-03-31T12:00:00\"")] // the machine's zone would decide
    [InlineData("\"2026-03-31\"")]
    [InlineData("\"31.03.2026 12:00 +08:00\"")]
    [InlineData("\"\"")]
    [InlineData("1774929600")]
    public void Deserialize_InstantWithoutOffset_IsRefused(string instant)
    {
        JsonException refusal = Assert.Throws<JsonException>(
            () => UserOpsJson.Deserialize<EvaluationContext>($$"""{"asOf":{{instant}},"zone":"UTC"}"""));
        Assert.Contains("its offset must be there", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("$.asOf", refusal.Path);
    }

    [Theory]
    [InlineData("2026-03-31T12:00:00+08:00")]
    [InlineData("2026-03-31T12:00:00.0000001-03:30")]
    public void Instants_KeepOffsetAndTick(string instant)
    {
        string json = $$"""{"asOf":"{{instant}}","zone":"UTC","weekStart":"monday"}""";
        Assert.Equal(json, UserOpsJson.Serialize(UserOpsJson.Deserialize<EvaluationContext>(json)));
    }

    [Fact]
    public void Deserialize_AbsentMembers_HaveTheirDefaults()
    {
        Assert.Equal(new FunnelDefinition { Steps = ["a"] }, UserOpsJson.Deserialize<FunnelDefinition>("""{"steps":[{"events":{"names":["a"]}}]}"""));
        Assert.Equal(EventFilter.Any, UserOpsJson.Deserialize<EventFilter>("{}"));
        Assert.Equal(new Between { Field = "a", Low = 1, High = 2 }, UserOpsJson.Deserialize<SegmentRule>("""{"op":"between","field":"a","low":1,"high":2}"""));
        Assert.Equal(DayOfWeek.Monday, UserOpsJson.Deserialize<EvaluationContext>("""{"asOf":"2024-03-31T12:00:00Z","zone":"UTC"}""").WeekStart);
    }

    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("UTC")]
    [InlineData("+08:00")]
    public void Context_Zone_IsWrittenByName(string zone)
    {
        string json = $$"""{"asOf":"2024-03-31T12:00:00+08:00","zone":"{{zone}}","weekStart":"sunday"}""";
        EvaluationContext context = UserOpsJson.Deserialize<EvaluationContext>(json);
        Assert.Equal(DayOfWeek.Sunday, context.WeekStart);
        Assert.Equal(json, UserOpsJson.Serialize(context));
    }

    [Theory] // the discriminator may stand anywhere
    [InlineData("""{"field":"a","op":"isNull"}""")]
    [InlineData("""  { "field" : "a" , "op" : "isNull" }  """)]
    public void Deserialize_OpAnywhere_IsFound(string json)
        => Assert.Equal(new IsMissing { Field = "a" }, UserOpsJson.Deserialize<SegmentRule>(json));

    [Fact]
    public void Deserialize_OpLastAtEveryLevel_IsFound()
        => Assert.Equal(
            new AllOf { Args = [new Negation { Arg = new EqualTo { Field = "a", Value = 1 } }] },
            UserOpsJson.Deserialize<SegmentRule>("""{"args":[{"arg":{"value":1,"field":"a","op":"eq"},"op":"not"}],"op":"and"}"""));

    [Theory]
    [InlineData("", "$")]
    [InlineData("null", "$")]
    [InlineData("{", "$")]
    [InlineData("[]", "$")]
    [InlineData("\"eq\"", "$")]
    [InlineData("{}", "$")] // no op
    [InlineData("""{"op":"xor","args":[]}""", "$")]
    [InlineData("""{"op":"EQ","field":"a","value":1}""", "$")]
    [InlineData("""{"op":1,"field":"a"}""", "$")]
    [InlineData("""{"op":"isNull","op":"isNotNull","field":"a"}""", "$")]
    [InlineData("""{"op":"isNull"}""", "$")] // no field
    [InlineData("""{"op":"isNull","field":null}""", "$.field")]
    [InlineData("""{"op":"isNull","field":5}""", "$.field")]
    [InlineData("""{"op":"isNull","Field":"a"}""", "$")]
    [InlineData("""{"op":"isNull","field":"a","value":1}""", "$")] // a member the node does not have
    [InlineData("""{"op":"isNull","field":"a","field":"b"}""", "$")] // twice
    [InlineData("""{"op":"eq","field":"a","value":[1]}""", "$.value")]
    [InlineData("""{"op":"eq","field":"a","value":{}}""", "$.value")]
    [InlineData("""{"op":"eq","field":"a","value":1e400}""", "$.value")]
    [InlineData("""{"op":"eq","field":"a","value":1e-400}""", "$.value")]
    [InlineData("""{"op":"eq","field":"a","value":0.00000000000000000000000000001}""", "$.value")]
    [InlineData("""{"op":"eq","field":"a","value":NaN}""", "$")]
    [InlineData("""{"op":"eq","field":"a","value":01}""", "$")]
    [InlineData("""{"op":"eq","field":"a","value":1,}""", "$")]
    [InlineData("""{"op":"eq","field":"a",/* why */"value":1}""", "$")]
    [InlineData("""{"op":"in","field":"a","values":"x"}""", "$.values")]
    [InlineData("""{"op":"in","field":"a","values":null}""", "$.values")]
    [InlineData("""{"op":"between","field":"a","low":1,"high":null}""", "$.high")]
    [InlineData("""{"op":"between","field":"a","low":1,"high":2,"lowInclusive":"yes"}""", "$.lowInclusive")]
    [InlineData("""{"op":"and","args":{}}""", "$.args")]
    [InlineData("""{"op":"and","args":[{"op":"not","arg":{"op":"nor","args":[]}}]}""", "$.args[0].arg")]
    [InlineData("""{"op":"isNull","field":"a"} {"op":"isNull","field":"a"}""", "$")]
    [InlineData("""{"op":"isNull","field":"\ud800"}""", "$.field")] // half a character
    public void Deserialize_BadRule_GivesThePlaceAndOneSentence(string json, string path)
    {
        JsonException thrown = Assert.Throws<JsonException>(() => UserOpsJson.Deserialize<SegmentRule>(json));
        Assert.StartsWith(path, thrown.Path, StringComparison.Ordinal);
        Assert.Contains($"(at {thrown.Path}", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Path:", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"steps":[{"events":{"names":["a"]},"occurrence":1}]}""", "$.steps[0].occurrence")]
    [InlineData("""{"steps":[{"events":{"names":["a"]},"occurrence":"1"}]}""", "$.steps[0].occurrence")]
    [InlineData("""{"steps":[{"events":{"names":["a"]}}],"order":"random"}""", "$.order")]
    [InlineData("""{"steps":[{"events":{"names":["a"]}}],"unit":""}""", "$.unit")]
    [InlineData("""{"steps":[{"events":{"names":["a"]}}],"unit":5}""", "$.unit")]
    [InlineData("""{"steps":[{"events":{"names":["a"]}}],"window":"soon"}""", "$.window")]
    [InlineData("""{"steps":[{"events":{"names":["a"],"where":{"op":"and"}}}]}""", "$.steps[0].events.where")]
    [InlineData("""{"steps":null}""", "$.steps")]
    [InlineData("""{}""", "$")]
    public void Deserialize_BadFunnel_GivesThePlace(string json, string path)
        => Assert.Equal(path, Assert.Throws<JsonException>(() => UserOpsJson.Deserialize<FunnelDefinition>(json)).Path);

    [Theory]
    [InlineData("""{"asOf":"2024-03-31T12:00:00Z","zone":"Mars/Olympus"}""", "$.zone")]
    [InlineData("""{"asOf":"2024-03-31T12:00:00Z","zone":"UTC","weekStart":1}""", "$.weekStart")]
    [InlineData("""{"asOf":"yesterday","zone":"UTC"}""", "$.asOf")]
    public void Deserialize_BadContext_GivesThePlace(string json, string path)
        => Assert.Equal(path, Assert.Throws<JsonException>(() => UserOpsJson.Deserialize<EvaluationContext>(json)).Path);

    [Theory]
    [InlineData(64)]
    [InlineData(10_000)]
    [InlineData(1_000_000)]
    public void Deserialize_DeepText_IsRefused(int depth)
    {
        string json = string.Concat(Enumerable.Repeat("""{"op":"not","arg":""", depth)) + """{"op":"isNull","field":"a"}""" + new string('}', depth);
        Assert.Throws<JsonException>(() => UserOpsJson.Deserialize<SegmentRule>(json));
        string opLast = string.Concat(Enumerable.Repeat("""{"arg":""", depth)) + """{"field":"a","op":"isNull"}""" + string.Concat(Enumerable.Repeat(""","op":"not"}""", depth));
        Assert.Throws<JsonException>(() => UserOpsJson.Deserialize<SegmentRule>(opLast));
    }

    [Fact]
    public void Deserialize_LongNumber_IsRefusedAtOnce()
    {
        string json = $$"""{"op":"eq","field":"a","value":{{new string('9', 1_000_000)}}}""";
        Assert.Equal("$.value", Assert.Throws<JsonException>(() => UserOpsJson.Deserialize<SegmentRule>(json)).Path);
    }

    [Fact]
    public void Serialize_WhatHasNoText_IsRefused()
    {
        SegmentRule deep = new IsMissing { Field = "a" };
        for (int i = 0; i < 100; i++)
        {
            deep = deep.Not();
        }

        Assert.Throws<JsonException>(() => UserOpsJson.Serialize(deep));
        Assert.Throws<JsonException>(() => UserOpsJson.Serialize(new EventFilter { Names = default }));
        TimeZoneInfo nameless = TimeZoneInfo.CreateCustomTimeZone("Home", TimeSpan.FromHours(1), "Home", "Home");
        Assert.Throws<JsonException>(() => UserOpsJson.Serialize(new EvaluationContext { AsOf = DateTimeOffset.UnixEpoch, Zone = nameless }));
        Assert.Throws<ArgumentNullException>(() => UserOpsJson.Serialize<SegmentRule>(null!));
        Assert.Throws<ArgumentNullException>(() => UserOpsJson.Deserialize<SegmentRule>(null!));
        Assert.Throws<NotSupportedException>(() => UserOpsJson.Serialize(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void RoundTrip_RandomTrees_GivesEqualTreesAndHashes()
    {
        var random = new RandomRules(21);
        for (int i = 0; i < 3_000; i++)
        {
            SegmentRule rule = random.Rule(depth: 5);
            string json = UserOpsJson.Serialize(rule);
            SegmentRule read = UserOpsJson.Deserialize<SegmentRule>(json);
            Assert.Equal(rule, read);
            Assert.Equal(rule.GetHashCode(), read.GetHashCode());
            Assert.Equal(json, UserOpsJson.Serialize(read));
        }
    }
}
