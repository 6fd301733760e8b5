namespace UserOps.Models.Tests.Segments;

public class FieldRulesTests
{
    private static readonly DateTimeOffset Noon = new(2024, 3, 31, 12, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateOnly Day = new(2024, 3, 31);

    public static TheoryData<SegmentRule, string> Built
    {
        get
        {
            var city = Field.Category("c");
            var score = Field.Number("n");
            var age = Field.Quantity("q", 0);
            var paid = Field.Amount("a", "CNY");
            var vip = Field.Flag("f");
            var seen = Field.Instant("i");
            var born = Field.Date("d");
            var cards = Field.Set("s");
            return new()
            {
                { city.Is("x"), """{"op":"eq","field":"c","value":"x"}""" },
                { city.IsNot("x"), """{"op":"ne","field":"c","value":"x"}""" },
                { city.Above("x"), """{"op":"gt","field":"c","value":"x"}""" },
                { city.Below("x"), """{"op":"lt","field":"c","value":"x"}""" },
                { city.AtLeast("x"), """{"op":"ge","field":"c","value":"x"}""" },
                { city.AtMost("x"), """{"op":"le","field":"c","value":"x"}""" },
                { city.Between("x", "y"), """{"op":"between","field":"c","low":"x","high":"y","lowInclusive":true,"highInclusive":true}""" },
                { city.In("x", "y"), """{"op":"in","field":"c","values":["x","y"]}""" },
                { city.NotIn(), """{"op":"notIn","field":"c","values":[]}""" },
                { city.OfContent.IsMissing(), """{"op":"isNull","field":"content.c"}""" },
                { Field.LocalTime.Between("12:00:00", "14:00:00", highInclusive: false), """{"op":"between","field":"@localTime","low":"12:00:00","high":"14:00:00","lowInclusive":true,"highInclusive":false}""" },
                { score.Is(0.1), """{"op":"eq","field":"n","value":0.1}""" },
                { score.IsNot(1e20), """{"op":"ne","field":"n","value":100000000000000000000}""" },
                { score.Above(-2.5), """{"op":"gt","field":"n","value":-2.5}""" },
                { score.Below(1), """{"op":"lt","field":"n","value":1}""" },
                { score.AtLeast(1), """{"op":"ge","field":"n","value":1}""" },
                { score.AtMost(1), """{"op":"le","field":"n","value":1}""" },
                { score.Between(0, 1, lowInclusive: false), """{"op":"between","field":"n","low":0,"high":1,"lowInclusive":false,"highInclusive":true}""" },
                { age.Is(18), """{"op":"eq","field":"q","value":18}""" },
                { age.IsNot(18), """{"op":"ne","field":"q","value":18}""" },
                { age.Above(18), """{"op":"gt","field":"q","value":18}""" },
                { age.Below(18.5m), """{"op":"lt","field":"q","value":18.5}""" },
                { age.AtLeast(18), """{"op":"ge","field":"q","value":18}""" },
                { age.AtMost(18), """{"op":"le","field":"q","value":18}""" },
                { age.Between(18, 26), """{"op":"between","field":"q","low":18,"high":26,"lowInclusive":true,"highInclusive":true}""" },
                { paid.Is(5), """{"op":"eq","field":"a","value":5,"currency":"CNY"}""" },
                { paid.IsNot(5), """{"op":"ne","field":"a","value":5,"currency":"CNY"}""" },
                { paid.Above(5), """{"op":"gt","field":"a","value":5,"currency":"CNY"}""" },
                { paid.Below(5), """{"op":"lt","field":"a","value":5,"currency":"CNY"}""" },
                { paid.AtLeast(50m), """{"op":"ge","field":"a","value":50,"currency":"CNY"}""" },
                { paid.AtMost(5), """{"op":"le","field":"a","value":5,"currency":"CNY"}""" },
                { paid.Between(5, 6), """{"op":"between","field":"a","low":5,"high":6,"lowInclusive":true,"highInclusive":true,"currency":"CNY"}""" },
                { vip.Is(false), """{"op":"eq","field":"f","value":false}""" },
                { vip.IsPresent(), """{"op":"isNotNull","field":"f"}""" },
                { seen.Is(Noon), """{"op":"eq","field":"i","value":"2024-03-31T12:00:00+08:00"}""" },
                { seen.IsNot(Noon), """{"op":"ne","field":"i","value":"2024-03-31T12:00:00+08:00"}""" },
                { seen.After(Noon.AddTicks(1)), """{"op":"gt","field":"i","value":"2024-03-31T12:00:00.0000001+08:00"}""" },
                { seen.Before(Noon), """{"op":"lt","field":"i","value":"2024-03-31T12:00:00+08:00"}""" },
                { seen.OnOrAfter(Noon), """{"op":"ge","field":"i","value":"2024-03-31T12:00:00+08:00"}""" },
                { seen.OnOrBefore(Noon), """{"op":"le","field":"i","value":"2024-03-31T12:00:00+08:00"}""" },
                { seen.Between(Noon, Noon), """{"op":"between","field":"i","low":"2024-03-31T12:00:00+08:00","high":"2024-03-31T12:00:00+08:00","lowInclusive":true,"highInclusive":true}""" },
                { born.Is(Day), """{"op":"eq","field":"d","value":"2024-03-31"}""" },
                { born.IsNot(Day), """{"op":"ne","field":"d","value":"2024-03-31"}""" },
                { born.After(Day), """{"op":"gt","field":"d","value":"2024-03-31"}""" },
                { born.Before(Day), """{"op":"lt","field":"d","value":"2024-03-31"}""" },
                { born.OnOrAfter(Day), """{"op":"ge","field":"d","value":"2024-03-31"}""" },
                { born.OnOrBefore(Day), """{"op":"le","field":"d","value":"2024-03-31"}""" },
                { born.Between(Day, Day), """{"op":"between","field":"d","low":"2024-03-31","high":"2024-03-31","lowInclusive":true,"highInclusive":true}""" },
                { cards.ContainsAny("x"), """{"op":"containsAny","field":"s","values":["x"]}""" },
                { cards.ContainsAll("x", "y"), """{"op":"containsAll","field":"s","values":["x","y"]}""" },
                { cards.ContainsNone("x"), """{"op":"containsNone","field":"s","values":["x"]}""" },
                { city.Is(Field.Category("o")), """{"op":"eq","field":"c","otherField":"o"}""" },
                { city.IsNot(Field.Category("o")), """{"op":"ne","field":"c","otherField":"o"}""" },
                { paid.Above(Field.Amount("o", "CNY")), """{"op":"gt","field":"a","otherField":"o"}""" },
                { paid.Below(Field.Amount("o", "CNY").OfContent), """{"op":"lt","field":"a","otherField":"content.o"}""" },
                { born.AtLeast(Field.Date("o")), """{"op":"ge","field":"d","otherField":"o"}""" },
                { born.AtMost(Field.Date("o")), """{"op":"le","field":"d","otherField":"o"}""" },
                { vip.Is(true).And(vip.IsMissing()).Or(city.IsMissing().Not().WhenUnknown(false)), """{"op":"or","args":[{"op":"and","args":[{"op":"eq","field":"f","value":true},{"op":"isNull","field":"f"}]},{"op":"assume","arg":{"op":"not","arg":{"op":"isNull","field":"c"}},"value":false}]}""" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Built))]
    public void Handle_Method_MakesThisNode(SegmentRule rule, string json)
    {
        Assert.Equal(json, UserOpsJson.Serialize(rule));
        Assert.Equal(rule, UserOpsJson.Deserialize<SegmentRule>(json));
    }

    [Fact]
    public void And_ChainOfThree_IsOneNode()
    {
        SegmentRule a = Field.Flag("a").Is(true);
        Assert.Equal(new AllOf { Args = [a, a, a] }, a.And(a).And(a));
        Assert.Equal(new AnyOf { Args = [a, a, a] }, a.Or(a).Or(a));
        Assert.Equal(new AnyOf { Args = [new AllOf { Args = [a, a] }, a] }, a.And(a).Or(a));
    }
}
