namespace UserOps.Models.Tests.Segments;

public class SegmentRuleTests
{
    private static readonly SegmentRule A = new IsMissing { Field = "a" };
    private static readonly SegmentRule B = new IsPresent { Field = "b" };

    /// <summary>One node of each kind, and beside it the same with one member changed, member by member.</summary>
    public static TheoryData<SegmentRule, SegmentRule[]> Nodes => new()
    {
        { new AllOf { Args = [A, B] }, [new AllOf { Args = [B, A] }, new AllOf { Args = [A] }, new AllOf { Args = default }, new AnyOf { Args = [A, B] }] },
        { new AnyOf { Args = [A, B] }, [new AnyOf { Args = [B, A] }, new AnyOf { Args = [] }, new AllOf { Args = [A, B] }] },
        { new Negation { Arg = A }, [new Negation { Arg = B }] },
        { new Assumption { Arg = A, Value = true }, [new Assumption { Arg = B, Value = true }, new Assumption { Arg = A, Value = false }] },
        { A, [new IsMissing { Field = "A" }, new IsPresent { Field = "a" }] },
        { B, [new IsPresent { Field = "B" }, new IsMissing { Field = "b" }] },
        { new EqualTo { Field = "a", Value = 1 }, [.. Changed(new EqualTo { Field = "a", Value = 1 }), new NotEqualTo { Field = "a", Value = 1 }] },
        { new NotEqualTo { Field = "a", Value = 1 }, [.. Changed(new NotEqualTo { Field = "a", Value = 1 }), new EqualTo { Field = "a", Value = 1 }] },
        { new LessThan { Field = "a", Value = 1 }, [.. Changed(new LessThan { Field = "a", Value = 1 }), new AtMost { Field = "a", Value = 1 }] },
        { new AtMost { Field = "a", Value = 1 }, [.. Changed(new AtMost { Field = "a", Value = 1 }), new LessThan { Field = "a", Value = 1 }] },
        { new GreaterThan { Field = "a", Value = 1 }, [.. Changed(new GreaterThan { Field = "a", Value = 1 }), new AtLeast { Field = "a", Value = 1 }] },
        { new AtLeast { Field = "a", Value = 1 }, [.. Changed(new AtLeast { Field = "a", Value = 1 }), new GreaterThan { Field = "a", Value = 1 }] },
        { Range(), [Range() with { Field = "b" }, Range() with { Low = 0 }, Range() with { High = 3 }, Range() with { LowInclusive = false }, Range() with { HighInclusive = false }, Range() with { Currency = "CNY" }] },
        { new OneOf { Field = "a", Values = ["x", 1] }, [new OneOf { Field = "b", Values = ["x", 1] }, new OneOf { Field = "a", Values = [1, "x"] }, new OneOf { Field = "a", Values = default }, new NoneOf { Field = "a", Values = ["x", 1] }] },
        { new NoneOf { Field = "a", Values = ["x"] }, [new NoneOf { Field = "a", Values = ["X"] }, new OneOf { Field = "a", Values = ["x"] }] },
        { new ContainsAny { Field = "a", Values = ["x"] }, [new ContainsAny { Field = "a", Values = [] }, new ContainsAll { Field = "a", Values = ["x"] }] },
        { new ContainsAll { Field = "a", Values = ["x"] }, [new ContainsAll { Field = "a", Values = [] }, new ContainsNone { Field = "a", Values = ["x"] }] },
        { new ContainsNone { Field = "a", Values = ["x"] }, [new ContainsNone { Field = "a", Values = [] }, new ContainsAny { Field = "a", Values = ["x"] }] },
    };

    [Theory]
    [MemberData(nameof(Nodes))]
    public void Equals_Node_IsByValueAndSeesEveryMember(SegmentRule node, SegmentRule[] changed)
    {
        SegmentRule same = UserOpsJson.Deserialize<SegmentRule>(UserOpsJson.Serialize(node));
        Assert.NotSame(node, same);
        Assert.Equal(node, same);
        Assert.Equal(node.GetHashCode(), same.GetHashCode());
        Assert.All(changed, other => Assert.NotEqual(node, other));
        Assert.All(changed, other => Assert.NotEqual(other, node));
    }

    [Fact]
    public void Nodes_AreAllOfTheFamily()
    {
        IEnumerable<Type> family = typeof(SegmentRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SegmentRule)) && !type.IsAbstract);
        Assert.Equal(family.OrderBy(type => type.Name), Nodes.Select(row => row[0].GetType()).Distinct().OrderBy(type => type.Name));
    }

    private static Between Range() => new() { Field = "a", Low = 1, High = 2 };

    private static SegmentRule[] Changed(ComparisonRule rule) =>
    [
        rule with { Field = "b" }, rule with { Value = 2 }, rule with { Value = "1" }, rule with { Value = null }, rule with { OtherField = "c" }, rule with { Currency = "CNY" },
    ];
}
