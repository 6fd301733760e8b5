using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace UserOps.Models.Tests.Segments;

/// <summary>Rules nobody writes in good faith: refused in bounded time, and the process lives.</summary>
public class HostileRuleTests
{
    private static readonly SegmentCatalog Catalog = new();
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20); // generous: a shared machine; what is not bounded takes hours

    [Theory]
    [InlineData("not")]
    [InlineData("and")]
    public void TextNestedTenThousandDeep_IsRefused(string op)
    {
        string open = op == "not" ? """{"op":"not","arg":""" : """{"op":"and","args":[""";
        string text = string.Concat(Enumerable.Repeat(open, 10_000)) + """{"op":"isNull","field":"x"}""" + string.Concat(Enumerable.Repeat(op == "not" ? "}" : "]}", 10_000));
        Assert.Equal("tooDeep", Assert.Single(Within(() => Catalog.Validate(text)).Issues).Code);
        Assert.Throws<JsonException>(() => UserOpsJson.Deserialize<SegmentRule>(text));
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(1_000_000)]
    public void TextOfOpenBrackets_IsRefused(int depth)
    {
        string text = """{"op":"isNull","field":""" + new string('[', depth);
        Assert.Equal("tooDeep", Assert.Single(Within(() => Catalog.Validate(text)).Issues).Code);
        Assert.Equal("tooDeep", Assert.Single(Within(() => Catalog.Validate(text + new string(']', depth) + "}")).Issues).Code);
    }

    public static TheoryData<string> Chains => ["not", "and", "or", "assume", "mixed"];

    [Theory]
    [MemberData(nameof(Chains))]
    public void RuleNestedTenThousandDeep_IsRefusedByEveryDoor(string kind)
    {
        SegmentRule rule = new IsMissing { Field = "x" };
        for (int i = 0; i < 10_000; i++)
        {
            rule = (kind == "mixed" ? i % 4 : Array.IndexOf(["not", "and", "or", "assume"], kind)) switch
            {
                0 => rule.Not(),
                1 => new AllOf { Args = [rule] },
                2 => new AnyOf { Args = [rule] },
                _ => rule.WhenUnknown(true),
            };
        }

        Assert.Equal("tooDeep", Assert.Single(Within(() => Catalog.Validate(rule)).Issues).Code);
        Assert.Equal("tooDeep", Assert.Single(Assert.Throws<InvalidDefinitionException>(() => new SegmentModel(rule)).Issues).Code);
        Assert.Throws<JsonException>(() => UserOpsJson.Serialize(rule));
        var segments = new Dictionary<string, SegmentRule> { ["deep"] = rule };
        Assert.True(new SegmentCatalog { Segments = segments }.Validate(Rule.InSegment("deep")).IsValid);
        Assert.Equal("tooDeep", Assert.Single(Assert.Throws<InvalidDefinitionException>(() => new SegmentModel(Rule.InSegment("deep"), segments)).Issues).Code);
    }

    [Fact]
    public void TestOfEventsNestedTenThousandDeep_IsRefused()
    {
        SegmentRule where = new IsMissing { Field = "x" };
        for (int i = 0; i < 10_000; i++)
        {
            where = where.Not();
        }

        SegmentRule rule = Rule.Event("pay").Where(where).AtLeast(1);
        Assert.Equal("tooDeep", Assert.Single(Catalog.Validate(rule).Issues).Code);
        Assert.Equal("tooDeep", Assert.Single(Assert.Throws<InvalidDefinitionException>(() => new SegmentModel(rule)).Issues).Code);
    }

    [Fact]
    public void TextOfTenMegabytes_IsRefusedUnread()
    {
        string text = WideText(400_000);
        Assert.True(text.Length > 10_000_000);
        Assert.Equal("tooLarge", Assert.Single(Within(() => Catalog.Validate(text)).Issues).Code);
        SegmentRule read = Within(() => UserOpsJson.Deserialize<SegmentRule>(text));
        Assert.Equal("tooLarge", Assert.Single(Within(() => Catalog.Validate(read)).Issues).Code);
        Assert.Equal("tooLarge", Assert.Single(Within(() => Assert.Throws<InvalidDefinitionException>(() => new SegmentModel(read))).Issues).Code);
    }

    [Theory]
    [InlineData(99_999, "")]
    [InlineData(100_000, "tooLarge ")]
    public void WideText_IsBoundedByItsParts(int operands, string expected)
        => Assert.Equal(expected, string.Join('|', Within(() => Catalog.Validate(WideText(operands))).Issues.Select(issue => $"{issue.Code} {issue.Path}")));

    [Fact]
    public void WideTextOfFaults_TellsAllOfThem()
    {
        string text = """{"op":"and","args":[""" + string.Join(',', Enumerable.Repeat("""{"op":"eventCount","event":"e","cmp":"x"}""", 50_000)) + "]}";
        Assert.Equal(100_000, Within(() => Catalog.Validate(text)).Issues.Length);
    }

    [Fact]
    public void RuleThatHoldsItselfTwiceOverAndOver_IsRefused()
    {
        SegmentRule rule = new IsMissing { Field = "x" };
        for (int i = 0; i < 23; i++)
        {
            rule = new AllOf { Args = [rule, rule] }; // 8 million paths
        }

        Assert.Equal("tooLarge", Assert.Single(Within(() => Catalog.Validate(rule)).Issues).Code);
        Assert.Equal("tooLarge", Assert.Single(Within(() => Assert.Throws<InvalidDefinitionException>(() => new SegmentModel(rule))).Issues).Code);
    }

    [Fact]
    public void LongChainOfSegments_IsFollowedInBoundedTime()
    {
        const int Length = 50_000;
        var segments = Enumerable.Range(0, Length).ToDictionary(i => $"s{i}", i => (SegmentRule)Rule.InSegment($"s{i + 1}"));
        segments[$"s{Length}"] = new AllOf { Args = [] };
        Assert.True(Within(() => new SegmentCatalog { Segments = segments }.Validate(Rule.InSegment("s0"))).IsValid);
        Assert.Equal("s0", Within(() => (InSegment)new SegmentModel(Rule.InSegment("s0"), segments).Rule).Segment);

        segments[$"s{Length}"] = Rule.InSegment("s1");
        var many = new AnyOf { Args = [.. Enumerable.Range(0, 20).Select(i => Rule.InSegment($"s{i}"))] };
        SegmentReport report = Within(() => new SegmentCatalog { Segments = segments }.Validate(many));
        Assert.Equal(20, report.Issues.Length);
        Assert.Equal("s1", report.Issues[0].Cycle[0]);
        Assert.Equal("s7", report.Issues[7].Cycle[0]);
        Assert.All(report.Issues, issue => Assert.Equal(Length + 1, issue.Cycle.Length));
    }

    [Theory]
    [InlineData("1e999999999")]
    [InlineData("-1e-999999999")]
    [InlineData("0.00000000000000000000000000000000000000001")]
    public void HugeNumber_IsOutOfRange(string number)
        => Assert.Equal("outOfRange /value", string.Join('|', Catalog.Validate($$"""{"op":"ge","field":"x","value":{{number}}}""").Issues.Select(issue => $"{issue.Code} {issue.Path}")));

    [Fact]
    public void NumberOfAMillionDigits_IsOutOfRange()
    {
        SegmentIssue issue = Assert.Single(Within(() => Catalog.Validate("""{"op":"ge","field":"x","value":""" + new string('9', 1_000_000) + "}")).Issues);
        Assert.Equal("outOfRange", issue.Code);
        Assert.True(issue.Message.Length < 200);
    }

    [Fact]
    public void MembersRepeatedManyTimes_AreToldOnce()
    {
        string text = """{"op":"isNull",""" + string.Join(',', Enumerable.Repeat("\"field\":\"x\"", 100_000)) + "}";
        Assert.Equal("repeatedMember", Assert.Single(Within(() => Catalog.Validate(text)).Issues).Code);
    }

    private static string WideText(int operands)
    {
        var text = new StringBuilder("""{"op":"and","args":[""");
        for (int i = 0; i < operands; i++)
        {
            text.Append(i == 0 ? "" : ",").Append("""{"op":"isNull","field":"x"}""");
        }

        return text.Append("]}").ToString();
    }

    private static T Within<T>(Func<T> work)
    {
        long start = Stopwatch.GetTimestamp();
        T result = work();
        Assert.True(Stopwatch.GetElapsedTime(start) < Bound, $"took {Stopwatch.GetElapsedTime(start)}");
        return result;
    }
}
