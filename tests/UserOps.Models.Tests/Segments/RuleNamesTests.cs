namespace UserOps.Models.Tests.Segments;

public class RuleNamesTests
{
    private const string Place = """{"op":"withinDistance","latitude":"lat","longitude":"lon","area":{"latitude":1,"longitude":2,"radiusMeters":3},"consent":"ok","accuracy":"acc"}""";

    [Theory] // the names of each node: u of users, e of events, p of properties, s of segments; with the pointer of each
    [InlineData("""{"op":"eq","field":"a","value":1}""", "u:a /field")]
    [InlineData("""{"op":"lt","field":"a","otherField":"b"}""", "u:a /field, u:b /otherField")]
    [InlineData("""{"op":"in","field":"a","values":["x"]}""", "u:a /field")]
    [InlineData("""{"op":"inSegment","segment":"s"}""", "s:s /segment")]
    [InlineData(Place, "u:lat /latitude, u:lon /longitude, u:ok /consent, u:acc /accuracy")]
    [InlineData("""{"op":"not","arg":{"op":"assume","value":true,"arg":{"op":"isNotNull","field":"a"}}}""", "u:a /arg/arg/field")]
    [InlineData("""{"op":"or","args":[{"op":"inSegment","segment":"s"},{"op":"and","args":[{"op":"isNull","field":"a"}]}]}""", "s:s /args/0/segment, u:a /args/1/args/0/field")]
    [InlineData("""{"op":"didNot","event":"pay","where":{"op":"eq","field":"a","value":1}}""", "e:pay /event, p:a /where/field")]
    [InlineData("""{"op":"didNot","event":"pay","where":{"op":"eq","field":"@localTime","value":"08:00"}}""", "e:pay /event")]
    [InlineData("""{"op":"didNot","event":"pay","where":""" + Place + "}", "e:pay /event, p:lat /where/latitude, p:lon /where/longitude, p:ok /where/consent, p:acc /where/accuracy")]
    [InlineData("""{"op":"didNot","event":"pay","where":{"op":"inSegment","segment":"s"}}""", "e:pay /event")] // refused by its structure
    public void Of_Node_ListsItsNamesAndPlaces(string json, string expected) => Assert.Equal(expected, Listed(RuleNames.Of(UserOpsJson.Deserialize<SegmentRule>(json))));

    [Fact]
    public void Of_EventNodes_ListStepsPropertiesAndExclusionsInDocumentOrder()
    {
        SegmentRule where = Field.Category("a").Is("x");
        var sequence = new EventSequence { Steps = [new() { Event = "view", Where = where }, new() { Event = "pay" }], Excluded = ["refund"] };
        var missed = new DidThenNot { First = "view", FirstWhere = where, Then = "pay", ThenWhere = where, Within = new() { Amount = 1, Unit = WindowUnit.Day } };
        var sum = new EventAggregate { Event = "pay", Where = where, Aggregation = EventAggregation.Sum, Property = "content.b", Comparison = Comparison.AtLeast, Value = 1 };
        Assert.Equal("e:view /steps/0/event, p:a /steps/0/where/field, e:pay /steps/1/event, e:refund /without/0", Listed(RuleNames.Of(sequence)));
        Assert.Equal("e:view r/first, p:a r/firstWhere/field, e:pay r/then, p:a r/thenWhere/field", Listed(RuleNames.Of(missed, "r")));
        Assert.Equal("e:pay /event, p:a /where/field, p:content.b /prop", Listed(RuleNames.Of(sum)));
        Assert.Equal("e:view f/names/0, e:pay f/names/1, p:a f/where/field", Listed(RuleNames.Of(EventFilter.Named("view", "pay").And(where), "f")));
    }

    [Fact]
    public void Of_WrongRule_ListsWhatIsThere()
    {
        Assert.Empty(RuleNames.Of((SegmentRule?)null));
        Assert.Empty(RuleNames.Of((EventFilter?)null, "f"));
        Assert.Empty(RuleNames.Of(new EventFilter { Names = default }, "f"));
        Assert.Empty(RuleNames.Of(new AllOf { Args = default }));
        Assert.Empty(RuleNames.Of(new Negation { Arg = null! }));
        Assert.Empty(RuleNames.Of(new InSegment { Segment = "" }));
        Assert.Empty(RuleNames.Of(new EventSequence { Steps = default, Excluded = default }));
        Assert.Equal("e:x /steps/1/event", Listed(RuleNames.Of(new EventSequence { Steps = [null!, new() { Event = "x" }] })));
        Assert.Equal("u:a /args/1/field", Listed(RuleNames.Of(new AnyOf { Args = [null!, Field.Category("a").Is("x")] })));
    }

    [Fact]
    public void Of_RuleTooDeepOrTooLarge_Ends()
    {
        SegmentRule deep = Field.Category("a").Is("x");
        SegmentRule wide = deep;
        for (int i = 0; i < SegmentDefaults.MaximumDepth - 1; i++)
        {
            deep = deep.Not();
        }

        Assert.Single(RuleNames.Of(deep)); // as deep as it may be
        Assert.Empty(RuleNames.Of(deep.Not()));
        for (int i = 0; i < 40; i++)
        {
            wide = new AllOf { Args = [wide, wide] }; // one node in two places, 2^40 in all
        }

        Assert.Empty(RuleNames.Of(wide));
    }

    private static string Listed(IEnumerable<RuleName> names) => string.Join(", ", names.Select(name => name.Kind switch
    {
        RuleNameKind.UserField => "u:",
        RuleNameKind.Event => "e:",
        RuleNameKind.EventProperty => "p:",
        _ => "s:",
    }
    + $"{name.Name} {name.Path}"));
}
