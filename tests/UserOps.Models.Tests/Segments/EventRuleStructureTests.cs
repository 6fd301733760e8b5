namespace UserOps.Models.Tests.Segments;

public class EventRuleStructureTests
{
    [Theory]
    [InlineData("""{"op":"eventCount","event":"","cmp":"ge","count":1}""", "unknownEvent /event")]
    [InlineData("""{"op":"eventCount","event":"a","cmp":"ge","count":-1}""", "outOfRange /count")]
    [InlineData("""{"op":"eventCount","event":"a","cmp":"ge","count":0,"window":{"mode":"rolling","last":0,"unit":"day"}}""", "outOfRange /window/last")]
    [InlineData("""{"op":"didNot","event":"a","window":{"mode":"rollingAhead","next":-3,"unit":"day"}}""", "outOfRange /window/next")]
    [InlineData("""{"op":"didNot","event":"a","window":{"mode":"calendar","fromDaysAgo":0,"toDaysAgo":1}}""", "emptyRange /window")]
    [InlineData("""{"op":"didNot","event":"a","window":{"mode":"absolute","from":"2024-03-01T00:00:00Z","to":"2024-03-01T00:00:00Z"}}""", "emptyRange /window")]
    [InlineData("""{"op":"didNot","event":"a","window":{"mode":"current","unit":"hour"}}""", "unknownOperator /window/unit")]
    [InlineData("""{"op":"eventCount","event":"a","where":{"op":"eventCount","event":"b","cmp":"ge","count":1},"cmp":"ge","count":1}""", "unknownOperator /where/op")]
    [InlineData("""{"op":"didNot","event":"a","where":{"op":"not","arg":{"op":"inWindow","field":"f","window":{"mode":"all"}}}}""", "unknownOperator /where/arg/op")]
    [InlineData("""{"op":"didNot","event":"a","where":{"op":"inSegment","segment":"s"}}""", "unknownOperator /where/op")]
    [InlineData("""{"op":"eventAgg","event":"a","agg":"sum","cmp":"ge","value":1}""", "missingMember ")]
    [InlineData("""{"op":"eventAgg","event":"a","agg":"distinctDays","prop":"p","cmp":"ge","value":1}""", "unknownMember /prop")]
    [InlineData("""{"op":"sequence","steps":[]}""", "emptySequence /steps")]
    [InlineData("""{"op":"sequence","steps":[{"event":""},{"event":"b","within":{"amount":0,"unit":"month"}}],"without":[""]}""", "unknownEvent /steps/0/event, outOfRange /steps/1/within/amount, unknownOperator /steps/1/within/unit, unknownEvent /without/0")]
    [InlineData("""{"op":"didThenNot","first":"","then":"","within":{"amount":1,"unit":"year"}}""", "unknownEvent /first, unknownEvent /then, unknownOperator /within/unit")]
    [InlineData("""{"op":"anniversary","field":"f","fromDays":2,"toDays":1}""", "emptyRange ")]
    [InlineData("""{"op":"inWindow","field":"f","window":{"mode":"rolling","last":-1,"unit":"day"}}""", "outOfRange /window/last")]
    [InlineData("""{"op":"and","args":[{"op":"inSegment","segment":"x"},{"op":"inSegment","segment":""}]}""", "unknownSegment /args/1/segment, unknownSegment /args/0/segment")]
    public void Model_RuleThatCannotBe_ListsEveryFault(string rule, string expected)
    {
        InvalidDefinitionException refusal = Assert.Throws<InvalidDefinitionException>(() => new SegmentModel(UserOpsJson.Deserialize<SegmentRule>(rule)));
        Assert.Equal(expected, string.Join(", ", refusal.Issues.Select(issue => $"{issue.Code} {issue.Path}")));
    }

    [Fact]
    public void Model_NodesWithHoles_ListsThem()
    {
        SegmentRule[] rules =
        [
            new EventCount { Event = null!, Comparison = (Comparison)9, Count = 1 },
            new EventSequence { Steps = default, Excluded = default },
            new EventSequence { Steps = [null!] },
            new DidThenNot { First = null!, Then = null!, Within = null! },
            new InWindow { Field = "f", Window = null! },
            new InSegment { Segment = null! },
            new DidNot { Event = "a", Window = TimeWindow.InLast(1, (WindowUnit)9) },
        ];
        InvalidDefinitionException refusal = Assert.Throws<InvalidDefinitionException>(() => new SegmentModel(new AllOf { Args = [.. rules] }));
        Assert.Equal(
            [
                "missingMember /args/0", "unknownOperator /args/0/cmp", "missingMember /args/1", "missingMember /args/1", "missingMember /args/2/steps/0",
                "missingMember /args/3", "missingMember /args/3", "missingMember /args/3", "missingMember /args/4", "missingMember /args/5",
                "unknownOperator /args/6/window/unit",
            ],
            refusal.Issues.Select(issue => $"{issue.Code} {issue.Path}"));
    }

    [Theory]
    [InlineData("a", "b,a", "a -> b -> a")]
    [InlineData("x", "x", "x -> x")]
    [InlineData("start", "a,b,a", "a -> b -> a")] // a circle that the first name only leads to
    public void Model_Circle_IsShownWithItsPath(string first, string chain, string expected)
    {
        string[] way = [first, .. chain.Split(',')];
        Dictionary<string, SegmentRule> segments = [];
        for (int i = 0; i + 1 < way.Length; i++)
        {
            segments.TryAdd(way[i], Rule.InSegment(way[i + 1]).Not());
        }

        InvalidDefinitionException refusal = Assert.Throws<InvalidDefinitionException>(() => new SegmentModel(Rule.InSegment(first), segments));
        DefinitionIssue issue = Assert.Single(refusal.Issues, issue => issue.Code == "circularReference");
        Assert.Equal("/segment", issue.Path);
        Assert.EndsWith($": {expected}.", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_LongChainOfSegments_IsAsked()
    {
        const int Length = 5_000;
        var segments = Enumerable.Range(0, Length).ToDictionary(i => $"s{i}", i => i + 1 < Length ? Rule.InSegment($"s{i + 1}").Not() : new AllOf { Args = [] });
        UserOpsDataset data = UserOpsDataset.FromEvents(["ann"], map => map.User(id => id).At(_ => DateTimeOffset.UnixEpoch).Named("a"));

        Audience audience = new SegmentModel(Rule.InSegment("s0"), segments).Evaluate(data, EvaluationContext.AtEndOf(new(2026, 1, 1), TimeZoneInfo.Utc));

        Assert.Equal(Length % 2 == 0 ? 0 : 1, audience.LowerSize); // 4,999 negations of true
    }

    [Theory]
    [InlineData("""{"op":"eventAgg","event":"pay","agg":"sum","prop":"nothing","cmp":"ge","value":1}""", "unknownField /prop")]
    [InlineData("""{"op":"eventAgg","event":"pay","agg":"sum","prop":"channel","cmp":"ge","value":1}""", "typeMismatch /prop")]
    [InlineData("""{"op":"eventAgg","event":"pay","agg":"sum","prop":"amount","cmp":"ge","value":1,"currency":"USD"}""", "unitMismatch /currency")]
    [InlineData("""{"op":"eventCount","event":"pay","where":{"op":"eq","field":"chanel","value":"app"},"cmp":"ge","count":1}""", "unknownField /where/field")]
    [InlineData("""{"op":"sequence","steps":[{"event":"pay","where":{"op":"gt","field":"channel","value":1}}]}""", "typeMismatch /steps/0/where/value")]
    [InlineData("""{"op":"inWindow","field":"city","window":{"mode":"all"}}""", "typeMismatch /field")]
    [InlineData("""{"op":"anniversary","field":"joined","fromDays":0,"toDays":1}""", "typeMismatch /field")]
    [InlineData("""{"op":"inSegment","segment":"bad"}""", "unknownField /segments/bad/field")]
    public void Evaluate_RuleThatDoesNotFitTheData_ListsEveryFault(string rule, string expected)
    {
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddUsers(["ann"], map => map.User(id => id).With(Field.Category("city"), id => id).With(Field.Instant("joined"), _ => DateTimeOffset.UnixEpoch))
            .AddEvents(["ann"], map => map.User(id => id).At(_ => DateTimeOffset.UnixEpoch).Named("pay").With(Field.Category("channel"), id => id).With(Field.Amount("amount", "CNY"), _ => 1))
            .Build();
        var model = new SegmentModel(
            UserOpsJson.Deserialize<SegmentRule>(rule),
            new Dictionary<string, SegmentRule> { ["bad"] = new IsMissing { Field = "age" }, ["never asked"] = new IsMissing { Field = "height" } });

        InvalidDefinitionException refusal = Assert.Throws<InvalidDefinitionException>(
            () => model.Evaluate(data, EvaluationContext.AtEndOf(new(2026, 1, 1), TimeZoneInfo.Utc)));

        Assert.Equal(expected, string.Join(", ", refusal.Issues.Select(issue => $"{issue.Code} {issue.Path}")));
    }
}
