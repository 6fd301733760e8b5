using System.Collections.Immutable;

namespace UserOps.Models.Tests.Segments;

public class RuleStructureTests
{
    public static TheoryData<SegmentRule?, string> Faults => new()
    {
        { null, "missingMember : There is no rule here." },
        { new AllOf { Args = default }, "missingMember : The list 'args' was never set; an empty list is allowed." },
        { new AnyOf { Args = [null!] }, "missingMember /args/0: There is no rule here." },
        { new Negation { Arg = null! }, "missingMember : The member 'arg' is missing." },
        { new Assumption { Arg = null!, Value = true }, "missingMember : The member 'arg' is missing." },
        { new IsMissing { Field = null! }, "missingMember : The member 'field' is missing." },
        { new IsPresent { Field = " " }, "unknownField /field: A field has a name." },
        { new EqualTo { Field = "a" }, "missingMember : A comparison needs 'value' or 'otherField'." },
        { new EqualTo { Field = "a", Value = 1, OtherField = "b" }, "unknownMember /otherField: A comparison takes 'value' or 'otherField', not both." },
        { new LessThan { Field = "a", Value = true }, "typeMismatch /value: True and false have no order." },
        { new Between { Field = "a", Low = null!, High = 1 }, "missingMember : The member 'low' is missing." },
        { new Between { Field = "a", Low = 1, High = null! }, "missingMember : The member 'high' is missing." },
        { new Between { Field = "a", Low = 1, High = true }, "typeMismatch /high: True and false have no order." },
        { new Between { Field = "a", Low = 1, High = "2" }, "typeMismatch /high: '2' is no number as the lower end is." },
        { new Between { Field = "a", Low = 40, High = 30 }, "emptyRange : Nothing lies from 40 to 30." },
        { new Between { Field = "a", Low = 1, High = 1.0m, HighInclusive = false }, "emptyRange : Nothing lies from 1 to 1.0 (excluded)." },
        { new Between { Field = "a", Low = 1, High = 1, LowInclusive = false }, "emptyRange : Nothing lies from 1 (excluded) to 1." },
        { new OneOf { Field = "a", Values = default }, "missingMember : The list 'values' was never set; an empty list is allowed." },
        { new NoneOf { Field = "a", Values = [1, null!] }, "typeMismatch /values/1: A value is missing." },
        { new ContainsAny { Field = "a", Values = ["x", 5] }, "typeMismatch /values/1: A set holds texts; 5 is none." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Check_OneFault_IsNamedWithItsPlace(SegmentRule? rule, string expected)
    {
        DefinitionIssue issue = Assert.Single(Issues(rule));
        Assert.Equal(expected, $"{issue.Code} {issue.Path}: {issue.Message}");
    }

    public static TheoryData<SegmentRule> Sound =>
    [
        new AllOf { Args = [] },
        new AnyOf { Args = [] },
        new OneOf { Field = "a", Values = [] },
        new OneOf { Field = "a", Values = [1, "x", true] }, // whether they fit is the column's business
        new Between { Field = "a", Low = 1, High = 1 },
        new Between { Field = "a", Low = "2024-01-01T00:00:00+08:00", High = "2023-12-31T18:00:00Z" }, // rises as time, not as text
        new NotEqualTo { Field = "a", Value = false },
        new GreaterThan { Field = "@localTime", Value = "12:00:00" },
    ];

    [Theory]
    [MemberData(nameof(Sound))]
    public void Check_SoundRule_FindsNothing(SegmentRule rule) => Assert.Empty(Issues(rule));

    [Fact]
    public void Check_ManyFaults_ComeInTheOrderOfTheDocument()
    {
        SegmentRule rule = new AllOf
        {
            Args =
            [
                new Negation { Arg = new EqualTo { Field = "" } },
                new AnyOf { Args = [new Between { Field = "b", Low = 2, High = 1 }, null!] },
                new OneOf { Field = null!, Values = [null!] },
            ],
        };
        Assert.Equal(
            ["/args/0/arg/field", "/args/0/arg", "/args/1/args/0", "/args/1/args/1", "/args/2", "/args/2/values/0"],
            Issues(rule).Select(issue => issue.Path));
    }

    [Theory]
    [InlineData(47, true)]
    [InlineData(48, false)]
    [InlineData(10_000, false)]
    public void Check_ChainOfNegations_IsBoundedInDepth(int negations, bool sound)
    {
        SegmentRule rule = new IsMissing { Field = "a" };
        for (int i = 0; i < negations; i++)
        {
            rule = rule.Not();
        }

        ImmutableArray<DefinitionIssue> issues = Issues(rule);
        Assert.Equal(sound, issues.IsEmpty);
        if (sound)
        {
            Assert.Equal(rule, UserOpsJson.Deserialize<SegmentRule>(UserOpsJson.Serialize(rule)));
            EventFilter filter = EventFilter.Any.And(rule);
            Assert.Equal(filter, UserOpsJson.Deserialize<EventFilter>(UserOpsJson.Serialize(filter)));
        }
        else
        {
            Assert.Equal("tooDeep", Assert.Single(issues).Code);
        }
    }

    [Fact]
    public void Check_ListsOfOperands_CountAsALevel()
    {
        SegmentRule rule = new IsMissing { Field = "a" };
        for (int i = 0; i < 24; i++)
        {
            rule = new AllOf { Args = [rule] };
        }

        Assert.Equal("tooDeep", Assert.Single(Issues(rule)).Code);
        Assert.Empty(Issues(((AllOf)rule).Args[0]));
    }

    private static ImmutableArray<DefinitionIssue> Issues(SegmentRule? rule)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        RuleStructure.Check(rule, "", RuleScope.Users, issues);
        return issues.ToImmutable();
    }
}
