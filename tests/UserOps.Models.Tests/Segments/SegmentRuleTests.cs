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

    /// <summary>The nodes about time and about what users did.</summary>
    public static TheoryData<SegmentRule, SegmentRule[]> EventNodes => new()
    {
        { Renewal, [Renewal with { Field = "b" }, Renewal with { Window = TimeWindow.InNext(7, WindowUnit.Hour) }, Renewal with { Window = TimeWindow.InLast(7, WindowUnit.Day) }] },
        { Birthday, [Birthday with { Field = "b" }, Birthday with { FromDays = -1 }, Birthday with { ToDays = 5 }, Birthday with { LeapDayRule = LeapDayRule.March1 }] },
        { Count, [Count with { Event = "b" }, Count with { Where = A }, Count with { Window = TimeWindow.Days(2, 0) }, Count with { Window = null }, Count with { Comparison = Comparison.AtMost }, Count with { Count = 4 }] },
        { Never, [Never with { Event = "b" }, Never with { Where = B }, Never with { Window = TimeWindow.All }] },
        { Sum, [Sum with { Event = "b" }, Sum with { Aggregation = EventAggregation.Average }, Sum with { Property = "b" }, Sum with { Comparison = Comparison.NotEqualTo }, Sum with { Value = 0.5m }, Sum with { Currency = "USD" }] },
        { Sequence, [Sequence with { Steps = [Sequence.Steps[0]] }, Sequence with { Steps = [.. Sequence.Steps.Reverse()] }, Sequence with { Measure = SequenceMeasure.SinceFirst }, Sequence with { Excluded = [] }, Sequence with { Window = TimeWindow.All }, Rule.Sequence("a").Then("b", 3, WindowUnit.Hour).Without("c")] },
        { Missed, [Missed with { First = "c" }, Missed with { Then = "c" }, Missed with { FirstWhere = A }, Missed with { ThenWhere = A }, Missed with { Within = new() { Amount = 3, Unit = WindowUnit.Week } }, Missed with { Window = TimeWindow.All }] },
        { Payday, [Payday with { Field = "b" }, Payday with { FromDays = 2 }, Payday with { ToDays = 5 }] },
        {
            Nearby,
            [
                Nearby with { Latitude = "x" }, Nearby with { Longitude = "x" }, Nearby with { Consent = "x" }, Nearby with { Consent = null }, Nearby with { Accuracy = "x" }, Nearby with { Accuracy = null },
                Nearby with { Area = Nearby.Area with { Latitude = 2 } }, Nearby with { Area = Nearby.Area with { Longitude = 3 } }, Nearby with { Area = Nearby.Area with { RadiusMeters = 4 } },
            ]
        },
        { Rule.Unknown, [Rule.InSegment("a")] },
        { Rule.InSegment("a"), [Rule.InSegment("A")] },
    };

    private static InWindow Renewal => Rule.InWindow(Field.Date("a"), TimeWindow.InNext(7, WindowUnit.Day));

    private static Anniversary Birthday => Rule.Anniversary(Field.Date("a"), 0, 6);

    private static MonthlyDay Payday => Rule.MonthlyDay(Field.Number("a"), 1, 4);

    private static WithinDistance Nearby => Rule.WithinDistance(
        Field.Number("a"), Field.Number("b"), new() { Latitude = 1, Longitude = 2, RadiusMeters = 3 }, Field.Flag("c"), Field.Number("d"));

    private static EventCount Count => Rule.Event("a").Where(B).In(TimeWindow.Days(1, 0)).AtLeast(3);

    private static DidNot Never => Rule.Event("a").Never();

    private static EventAggregate Sum => Rule.Event("a").InLast(1, WindowUnit.Month).Sum(Field.Amount("x", "CNY")).AtLeast(1000.5m);

    private static EventSequence Sequence => Rule.Sequence("a").Then("b", 2, WindowUnit.Hour).Without("c");

    private static DidThenNot Missed => Rule.DidThenNot("a", "b", 3, WindowUnit.Day);

    [Theory]
    [MemberData(nameof(Nodes))]
    [MemberData(nameof(EventNodes))]
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
        Assert.Equal(family.OrderBy(type => type.Name), Nodes.Concat(EventNodes).Select(row => row[0].GetType()).Distinct().OrderBy(type => type.Name));
    }

    [Theory]
    [InlineData("""{"op":"eventCount","event":"pay","where":{"op":"gt","field":"amount","value":1000},"window":{"mode":"rolling","last":7,"unit":"day"},"cmp":"ge","count":3}""")]
    [InlineData("""{"op":"eventAgg","event":"visit","window":{"mode":"calendar","fromDaysAgo":6,"toDaysAgo":0},"agg":"distinctDays","cmp":"eq","value":4}""")]
    [InlineData("""{"op":"eventAgg","event":"pay","agg":"avg","prop":"amount","cmp":"ge","value":100.5}""")]
    [InlineData("""{"op":"didNot","event":"purchase","window":{"mode":"all"}}""")]
    [InlineData("""{"op":"sequence","steps":[{"event":"login"},{"event":"like","within":{"amount":2,"unit":"hour"}}],"measure":"sinceFirst","without":["logout"],"window":{"mode":"absolute","from":"2024-03-24T00:00:00+08:00","to":"2024-03-25T00:00:00+08:00"}}""")]
    [InlineData("""{"op":"didThenNot","first":"apply","then":"activate","within":{"amount":3,"unit":"day"},"window":{"mode":"rolling","last":2,"unit":"month"}}""")]
    [InlineData("""{"op":"inWindow","field":"maturity","window":{"mode":"rollingAhead","next":1,"unit":"year"}}""")]
    [InlineData("""{"op":"anniversary","field":"birth","fromDays":0,"toDays":6,"leapDayRule":"mar1"}""")]
    [InlineData("""{"op":"monthlyDay","field":"due_day","fromDays":0,"toDays":3}""")]
    [InlineData("""{"op":"withinDistance","latitude":"lat","longitude":"lon","area":{"latitude":31.24,"longitude":121.490,"radiusMeters":500},"consent":"agreed","accuracy":"near"}""")]
    [InlineData("""{"op":"unknown"}""")]
    [InlineData("""{"op":"inWindow","field":"seen","window":{"mode":"current","unit":"year"}}""")]
    [InlineData("""{"op":"inSegment","segment":"young"}""")]
    public void Json_OfEventNodes_IsThatOfTheContract(string json)
        => Assert.Equal(json, UserOpsJson.Serialize(UserOpsJson.Deserialize<SegmentRule>(json)));

    private static Between Range() => new() { Field = "a", Low = 1, High = 2 };

    private static SegmentRule[] Changed(ComparisonRule rule) =>
    [
        rule with { Field = "b" }, rule with { Value = 2 }, rule with { Value = "1" }, rule with { Value = null }, rule with { OtherField = "c" }, rule with { Currency = "CNY" },
    ];
}
