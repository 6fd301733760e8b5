using UserOps.Models.Tests.Architecture;
using UserOps.Quickstart;

namespace UserOps.Models.Tests.QuickstartProgram;

/// <content>Stored rules: asked, explained, or refused with what is wrong.</content>
public sealed partial class MainJobTests
{
    [Fact]
    public void Run_SampleRule_ExplainsMembersAndUncertain()
        => Run("--rule", Path.Combine(Repository.Root, "docs", "quickstart", "Rules", "fund-call.json")).ShouldMatchSnapshot();

    [Fact] // a window, a sequence, an event nobody did, a missing amount, an operand of an 'or' that decides, a 'not'
    public void Run_EventsFileAndRule_ExplainsThem()
    {
        string rule = Write("rule.json", """
            { "op": "and", "args": [
              { "op": "or", "args": [
                { "op": "eventAgg", "event": "pay", "prop": "amount", "agg": "avg", "cmp": "ge", "value": 10 },
                { "op": "eventCount", "event": "pay", "window": { "mode": "rolling", "last": 7, "unit": "day" }, "cmp": "ge", "count": 3 } ] },
              { "op": "sequence", "steps": [ { "event": "view" }, { "event": "cart", "within": { "amount": 1, "unit": "hour" } } ] },
              { "op": "not", "arg": { "op": "eventCount", "event": "complain", "cmp": "ge", "count": 1 } } ] }
            """);
        Run("--events", Write("log.csv", Log + "\nu4,2026-03-02T09:00:00Z,view,ads,\nu4,2026-03-02T09:30:00Z,cart,ads,\nu4,2026-03-02T09:40:00Z,pay,ads,\n"), "--zone", "+08:00", "--rule", rule).ShouldMatchSnapshot();
    }

    [Theory] // a rule that cannot be asked of the log, and its one line; the page has the sentences
    [InlineData("""{"op":"ge","field":"asets","value":1}""", "1 error: unknownField at /field.", "Error unknownField at /field: There is no field 'asets' here.")]
    [InlineData("""{"op":"not","arg":{"op":"eventCount","event":"pay","where":{"op":"ge","field":"amount","value":"x"},"cmp":"ge","count":1}}""", "1 error: typeMismatch at /arg/where/value.", "Error typeMismatch at /arg/where/value: ")]
    [InlineData("""{"op":"and","args":[{"op":"near"},{"op":"eventCount","event":"pay","cmp":"most"}]}""", "3 errors: unknownOperator at /args/0/op; missingMember at /args/1; unknownOperator at /args/1/cmp.", "Error missingMember at /args/1: The member 'count' is missing.")]
    [InlineData("""{"op":"eventCount","event":"refund","where":{"op":"eq","field":"reason","value":"x"},"cmp":"ge","count":1}""", "1 error: unknownField at /where/field.", "Error unknownField at /where/field: There is no field 'reason' here.")] // of an event nobody did
    [InlineData("""{"op":"inSegment","segment":"young"}""", "1 error: unknownSegment at /segment.", "Error unknownSegment at /segment: ")]
    [InlineData("{", "1 error: invalidJson at (whole).", "Error invalidJson at (whole): ")]
    [InlineData("", "1 error: invalidJson at (whole).", "Error invalidJson at (whole): ")]
    public void Run_FaultyRule_SaysWhatAndWhere(string rule, string errors, string sentence)
    {
        string path = Write("rule.json", rule);
        using var page = new StringWriter();
        string said = Assert.Throws<QuickstartException>(() => Run(page, "--events", Write("log.csv", Log), "--types", "amount=quantity", "--rule", path)).Message;
        Assert.Equal($"{path} cannot be asked, {errors}", said);
        Assert.Contains("\n" + sentence, page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_RuleWithNullForAFlag_IsOneLine()
    {
        string path = Write("rule.json", """{"op":"between","field":"age","low":1,"high":2,"highInclusive":null}""");
        string users = Write("users.csv", "user_id,age\nu1,30\n");
        string said = Assert.Throws<QuickstartException>(() => Run("--events", Write("log.csv", Log), "--users", users, "--types", "age=number", "--rule", path)).Message;
        Assert.StartsWith($"{path}: ", said, StringComparison.Ordinal);
        Assert.Contains("$.highInclusive", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said);
    }

    [Theory] // a rule that can be asked, and what the page says of it
    [InlineData("""{"op":"or","args":[{"op":"didNot","event":"pay"},{"op":"eventCount","event":"pay","cmp":"ge","count":0}]}""", "Warning alwaysTrue at (whole): This is true of everyone.")]
    [InlineData("""{"op":"didNot","event":"refund"}""", "No event is named 'refund': for this rule nobody ever did it.")]
    [InlineData("""{"op":"didNot","event":"pay"}""", "u2    (whole)  didNot pay  true     0              0         0  -\n")]
    [InlineData("""{"op":"eventCount","event":"fly","cmp":"ge","count":1}""", "members                            0          0.0%\n")]
    public void Run_Rule_Says(string rule, string expected)
        => Assert.Contains(expected, Run("--events", Write("log.csv", Log), "--rule", Write("rule.json", rule)), StringComparison.Ordinal);

    [Fact]
    public void Run_RuleOfManyLeaves_ShowsTheFirst()
    {
        string leaf = """{"op":"didNot","event":"pay"}""";
        string text = Run("--events", Write("log.csv", Log), "--rule", Write("rule.json", $$"""{"op":"and","args":[{{string.Join(',', Enumerable.Repeat(leaf, 40))}}]}"""));
        Assert.Contains("and 32 more", text, StringComparison.Ordinal);
    }
}
