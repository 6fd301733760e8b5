using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Tests.Segments;

public class SegmentExplanationTests
{
    private static readonly EvaluationContext Context = new()
    {
        AsOf = At("2026-03-31T12:00:00Z"),
        Zone = TimeZoneInfo.Utc,
    };

    private static readonly UserOpsDataset Data = new UserOpsDatasetBuilder()
        .AddUsers(["ann", "bob"], users => users
            .User(id => id)
            .With(Field.Quantity("age", 0), id => id == "ann" ? 20 : null)
            .With(Field.Number("score"), _ => 0.25)
            .With(Field.Category("city"), id => id == "ann" ? "Beijing" : null)
            .With(Field.Flag("vip"), _ => true)
            .With(Field.Instant("due"), _ => At("2026-04-05T00:00:00Z"))
            .With(Field.Date("born"), _ => new DateOnly(2000, 4, 2))
            .With(Field.Set("cards"), _ => new[] { "gold", "blue" }))
        .AddEvents(
            [("zoe", "login", "2026-03-01T00:00:00Z"), ("ann", "pay", "2026-03-06T08:00:00Z"), ("ann", "pay", "2026-03-20T00:00:00Z"), ("ann", "apply", "2026-03-30T12:00:00Z"),
                ("ann", "login", "2026-03-10T00:00:00Z"), ("ann", "login", "2026-03-10T03:00:00Z"), ("ann", "like", "2026-03-10T04:00:00Z"), ("ann", "pay", "2026-04-01T00:00:00Z")],
            events => events.User(row => row.Item1).Name(row => row.Item2).At(row => At(row.Item3)).With(Field.Amount("amount", "CNY"), row => row.Item2 == "pay" ? 12.5m : null))
        .Build();

    [Theory] // one line for the node, one for each event that served
    [InlineData("""{"op":"ge","field":"age","value":18}""", "True: ge age is 20, compared with 18, distance -2")]
    [InlineData("""{"op":"lt","field":"age","value":18.5}""", "False: lt age is 20, compared with 18.5, distance -1.5")]
    [InlineData("""{"op":"eq","field":"score","value":0.5}""", "False: eq score is 0.25, compared with 0.5, distance +0.25")]
    [InlineData("""{"op":"between","field":"age","low":0,"high":24}""", "True: between age is 20, compared with 0, 24, distance +4")]
    [InlineData("""{"op":"between","field":"age","low":30,"high":40}""", "False: between age is 20, compared with 30, 40, distance +10")]
    [InlineData("""{"op":"in","field":"city","values":["Shanghai","Beijing"]}""", "True: in city is Beijing, compared with Shanghai, Beijing")]
    [InlineData("""{"op":"eq","field":"vip","value":false}""", "False: eq vip is true, compared with false")]
    [InlineData("""{"op":"containsAny","field":"cards","values":["gold"]}""", "True: containsAny cards is [blue, gold], compared with gold")]
    [InlineData("""{"op":"isNull","field":"age"}""", "False: isNull age is 20")]
    [InlineData("""{"op":"lt","field":"due","value":"2026-04-01T00:00:00Z"}""", "False: lt due is 2026-04-05T00:00:00+00:00, compared with 2026-04-01T00:00:00+00:00, distance -4.00:00:00")]
    [InlineData("""{"op":"le","field":"born","value":"2000-04-05"}""", "True: le born is 2000-04-02, compared with 2000-04-05, distance +3 days")]
    [InlineData("""{"op":"inWindow","field":"due","window":{"mode":"rollingAhead","next":3,"unit":"day"}}""", "False: inWindow due is 2026-04-05T00:00:00+00:00, distance -1.11:59:59.9999999, until 2026-04-02T00:00:00+00:00")]
    [InlineData("""{"op":"inWindow","field":"due","window":{"mode":"rollingAhead","next":10,"unit":"day"}}""", "True: inWindow due is 2026-04-05T00:00:00+00:00, distance -4.11:59:59.9999999, until 2026-04-05T00:00:00+00:00")]
    [InlineData("""{"op":"anniversary","field":"born","fromDays":0,"toDays":6}""", "True: anniversary born is 2000-04-02, until 2026-04-03T00:00:00+00:00")]
    [InlineData("""{"op":"anniversary","field":"born","fromDays":0,"toDays":0}""", "False: anniversary born is 2000-04-02, until 2026-04-02T00:00:00+00:00")]
    [InlineData("""{"op":"eventCount","event":"pay","window":{"mode":"rolling","last":30,"unit":"day"},"cmp":"ge","count":3}""", "False: eventCount pay is 2, compared with 3, distance +1, until 2026-04-05T08:00:00+00:00\n  pay at 2026-03-06T08:00:00+00:00 (event 0)\n  pay at 2026-03-20T00:00:00+00:00 (event 4)")]
    [InlineData("""{"op":"eventCount","event":"pay","cmp":"gt","count":1}""", "True: eventCount pay is 2, compared with 1, distance 0\n  pay at 2026-03-06T08:00:00+00:00 (event 0)\n  pay at 2026-03-20T00:00:00+00:00 (event 4)")]
    [InlineData("""{"op":"eventCount","event":"pay","window":{"mode":"calendar","fromDaysAgo":15,"toDaysAgo":0},"cmp":"lt","count":3}""", "True: eventCount pay is 1, compared with 3, distance +1, until 2026-04-05T00:00:00+00:00\n  pay at 2026-03-20T00:00:00+00:00 (event 4)")]
    [InlineData("""{"op":"didNot","event":"pay","window":{"mode":"rolling","last":1,"unit":"month"}}""", "False: didNot pay is 2, compared with 0, distance -2, until 2026-04-06T08:00:00+00:00\n  pay at 2026-03-06T08:00:00+00:00 (event 0)\n  pay at 2026-03-20T00:00:00+00:00 (event 4)")]
    [InlineData("""{"op":"eventAgg","event":"pay","agg":"sum","prop":"amount","cmp":"ge","value":30,"window":{"mode":"rolling","last":12,"unit":"day"}}""", "False: eventAgg pay is 12.5, compared with 30, distance +17.5, until 2026-04-01T00:00:00+00:00\n  pay at 2026-03-20T00:00:00+00:00 (event 4)")]
    [InlineData("""{"op":"eventAgg","event":"login","agg":"avg","prop":"amount","cmp":"ge","value":30}""", "Unknown: eventAgg login, compared with 30")]
    [InlineData("""{"op":"sequence","steps":[{"event":"login"},{"event":"like","within":{"amount":2,"unit":"hour"}}]}""", "True: sequence login\n  login at 2026-03-10T03:00:00+00:00 (event 2)\n  like at 2026-03-10T04:00:00+00:00 (event 3)")]
    [InlineData("""{"op":"sequence","steps":[{"event":"like"},{"event":"login"}]}""", "False: sequence like")]
    [InlineData("""{"op":"didThenNot","first":"pay","then":"like","within":{"amount":1,"unit":"day"}}""", "True: didThenNot pay\n  pay at 2026-03-20T00:00:00+00:00 (event 4)")]
    [InlineData("""{"op":"didThenNot","first":"apply","then":"pay","within":{"amount":3,"unit":"day"}}""", "Unknown: didThenNot apply, until 2026-04-02T12:00:00+00:00\n  apply at 2026-03-30T12:00:00+00:00 (event 5)")]
    [InlineData("""{"op":"inSegment","segment":"grown"}""", "True: inSegment grown")]
    public void Explain_Leaf_TellsValueLimitDistanceAndEvidence(string rule, string expected)
        => Assert.Equal(expected, Explain(rule, "ann").ToString());

    [Fact]
    public void Explain_Tree_NamesWhatDecides()
    {
        SegmentExplanation root = Explain("""{"op":"and","args":[{"op":"ge","field":"age","value":18},{"op":"not","arg":{"op":"eq","field":"city","value":"Beijing"}},{"op":"or","args":[{"op":"didNot","event":"nix"},{"op":"inSegment","segment":"grown"}]}]}""", "bob");
        Assert.Equal("/args/0 /args/1", string.Join(' ', root.Decisive));
        Assert.Equal("/args/1/arg", Assert.Single(root.Operands[1].Decisive));
        Assert.Equal("/args/2/args/0", Assert.Single(root.Operands[2].Decisive));
        Assert.Equal("", Assert.Single(Explain("""{"op":"isNull","field":"age"}""", "bob").Decisive));
        Assert.Empty(Explain("""{"op":"and","args":[]}""", "bob").Decisive);
        Assert.Equal(
            """
            Unknown: and
              Unknown: ge age, compared with 18
              Unknown: not
                Unknown: eq city, compared with Beijing
              True: or
                True: didNot nix is 0, compared with 0, distance 0
                Unknown: inSegment grown
            """.ReplaceLineEndings("\n"), root.ToString());
        Assert.Equal(root, UserOpsJson.Deserialize<SegmentExplanation>(UserOpsJson.Serialize(root)));
    }

    [Fact]
    public void Explain_UserWithoutRow_HasEveryAttributeMissing()
        => Assert.Equal("Unknown: ge age, compared with 18", Explain("""{"op":"ge","field":"age","value":18}""", "zoe").ToString());

    [Fact]
    public void Explain_UnknownUser_Throws()
    {
        UnknownUsersException thrown = Assert.Throws<UnknownUsersException>(() => Explain("""{"op":"and","args":[]}""", "nobody"));
        Assert.Equal("nobody", Assert.Single(thrown.Ids));
    }

    [Fact]
    public void Explain_FieldThatDoesNotFit_Throws()
        => Assert.Equal("unknownField", Assert.Single(Assert.Throws<InvalidDefinitionException>(() => Explain("""{"op":"isNull","field":"aeg"}""", "ann")).Issues).Code);

    [Fact]
    public void ExplainSegment_OpensWhatARuleNames()
    {
        SegmentModel model = ModelOf("""{"op":"inSegment","segment":"grown"}""");
        Assert.Equal("True: ge age is 20, compared with 18, distance -2", model.ExplainSegment("grown", Data, "ann", Context).ToString());
        Assert.Throws<ArgumentException>(() => model.ExplainSegment("other", Data, "ann", Context));
    }

    /// <summary>Every node, asked as a rule of its own, answers as it is explained; and so does the twin.</summary>
    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Explain_RandomRules_AnswersAsEvaluateAndTheTwin(long seed)
    {
        var worlds = new RandomWorlds(seed);
        for (int i = 0; i < 30; i++)
        {
            (TwinWorld world, RandomUserRules rules) = worlds.Next();
            UserOpsDataset data = world.ToDataset();
            ImmutableDictionary<string, SegmentRule> segments = rules.Segments();
            for (int j = 0; j < 16; j++)
            {
                SegmentRule rule = rules.Rule(j % 4, [.. segments.Keys]);
                var model = new SegmentModel(rule, segments);
                Dictionary<SegmentRule, Audience> audiences = NodesOf(rule).Distinct().ToDictionary(part => part, part => new SegmentModel(part, segments).Evaluate(data, world.Context));
                foreach (int user in world.Known)
                {
                    SegmentExplanation root = model.Explain(data, TwinWorld.IdOf(user), world.Context);
                    var twin = new TwinUserRule(world.User(user), world.Context, segments);
                    foreach ((SegmentExplanation node, SegmentRule part) in Pairs(root, rule))
                    {
                        Assert.True(AnswerOf(twin.Holds(part)) == node.Answer, $"{node.Path} of {UserOpsJson.Serialize(rule)}\n{world.Describe(user)}{root}");
                        RequireSoundLeaf(world, user, node, part);
                    }

                    RequireAsEvaluated(user, root, rule, audiences);
                }
            }
        }
    }

    private static void RequireAsEvaluated(
        int user, SegmentExplanation root, SegmentRule rule, Dictionary<SegmentRule, Audience> audiences)
    {
        foreach ((SegmentExplanation node, SegmentRule part) in Pairs(root, rule))
        {
            Audience audience = audiences[part];
            Assert.Equal(node.Answer == RuleAnswer.True, audience.Members.Contains(TwinWorld.IdOf(user)));
            Assert.Equal(node.Answer == RuleAnswer.Unknown, audience.Uncertain.Contains(TwinWorld.IdOf(user)));
        }
    }

    private static void RequireSoundLeaf(TwinWorld world, int user, SegmentExplanation node, SegmentRule rule)
    {
        TwinUser twin = world.User(user);
        TwinUserEvent[] served = [.. node.Evidence.Select(one => twin.Events.First(known => known.At == one.Instant && known.Name == one.Name))];
        Assert.Equal(served.Length, node.Evidence.DistinctBy(one => one.Event).Count());
        switch (rule)
        {
            case EventCount count:
                Assert.Equal(node.Actual!.Number, node.Evidence.Length);
                RequireDistance(node, count.Comparison, count.Count);
                break;
            case DidNot:
                Assert.Equal(node.Answer == RuleAnswer.True, node.Evidence.IsEmpty);
                break;
            case EventSequence sequence when node.Answer == RuleAnswer.True:
                RequireSequence(world, node, sequence, twin);
                break;
            case Anniversary when node.Actual is not null:
                RequireOtherDay(world, user, node, rule);
                break;
            case DidThenNot missed when !node.Evidence.IsEmpty:
                RequireMissed(world, user, node, missed);
                break;
        }

        if (rule is CountingRule or EventSequence && node.Until is not null)
        {
            RequireChange(((EventRule)rule).Window, node.Evidence[0].Instant, node.Until.Value, world.Context, insideNow: true);
        }
        else if (rule is InWindow { } window && node.Until is { } until && node.Actual?.Instant is { } instant)
        {
            RequireChange(window.Window, instant, until, world.Context, insideNow: node.Answer == RuleAnswer.True);
        }
    }

    // The number the distance leads to holds, and the next one beyond it answers otherwise.
    private static void RequireDistance(SegmentExplanation node, Comparison comparison, long limit)
    {
        decimal distance = node.Distance!.Number!.Value;
        decimal last = node.Actual!.Number!.Value + distance;
        Assert.Equal(node.Distance.HoldsAtLimit, EventJudge.Holds(comparison, last, limit));
        if (node.Answer == RuleAnswer.False && comparison is not Comparison.NotEqualTo)
        {
            Assert.NotEqual(0, distance);
            Assert.False(EventJudge.Holds(comparison, last - Math.Sign(distance), limit));
        }
        else if (comparison is Comparison.AtLeast or Comparison.GreaterThan)
        {
            Assert.False(EventJudge.Holds(comparison, last - 1, limit));
        }
        else if (comparison is Comparison.AtMost or Comparison.LessThan)
        {
            Assert.False(EventJudge.Holds(comparison, last + 1, limit));
        }
    }

    // What lies from the first to the last of them is enough.
    private static void RequireSequence(TwinWorld world, SegmentExplanation node, EventSequence rule, TwinUser twin)
    {
        Assert.Equal(rule.Steps.Select(step => step.Event), node.Evidence.Select(one => one.Name));
        Assert.Equal(node.Evidence.Select(one => one.Event).Order(), node.Evidence.Select(one => one.Event));
        List<TwinUserEvent> all = [.. twin.Events];
        int offset = node.Evidence[0].Event - all.FindIndex(one => one.At == node.Evidence[0].Instant && one.Name == node.Evidence[0].Name);
        int length = node.Evidence[^1].Event - node.Evidence[0].Event + 1;
        bool found = Enumerable.Range(0, all.Count - length + 1).Any(from =>
            new TwinUserRule(twin with { Events = [.. all.GetRange(from, length)] }, world.Context, ImmutableDictionary<string, SegmentRule>.Empty).Holds(rule) == true
            && all[from].At == node.Evidence[0].Instant && all[from + length - 1].At == node.Evidence[^1].Instant);
        Assert.True(found && offset >= 0, $"{UserOpsJson.Serialize<SegmentRule>(rule)}\n{node}");
    }

    // Looked at alone the event gives the same answer.
    private static void RequireMissed(TwinWorld world, int user, SegmentExplanation node, DidThenNot rule)
    {
        RuleEvidence first = Assert.Single(node.Evidence);
        DidThenNot alone = rule with { Window = TimeWindow.Between(first.Instant, first.Instant.AddTicks(1)) };
        Assert.Equal(node.Answer, AnswerOf(new TwinUserRule(world.User(user), world.Context, ImmutableDictionary<string, SegmentRule>.Empty).Holds(alone)));
    }

    // Day by day for a year and a half, as the twin sees it.
    private static void RequireOtherDay(TwinWorld world, int user, SegmentExplanation node, SegmentRule rule)
    {
        var calendar = ReportingCalendar.Of(world.Context);
        DateOnly today = calendar.DayOf(world.Context.AsOf);
        DateTimeOffset? other = Enumerable.Range(1, 550).Select(days => (DateTimeOffset?)calendar.StartOf(today.AddDays(days)))
            .FirstOrDefault(start => AnswerOf(new TwinUserRule(world.User(user), world.Context with { AsOf = start!.Value }, ImmutableDictionary<string, SegmentRule>.Empty).Holds(rule)) != node.Answer);
        Assert.True(other == node.Until || (other is null && node.Until > calendar.StartOf(today.AddDays(550))) || (other is null && node.Until is null), $"{node} {other:O}\n{UserOpsJson.Serialize(rule)}\n{world.Describe(user)}");
    }

    private static void RequireChange(TimeWindow? window, DateTimeOffset instant, DateTimeOffset until, EvaluationContext context, bool insideNow)
    {
        Assert.True(until > context.AsOf);
        Assert.Equal(!insideNow, TwinWindow.Contains(window, instant, context with { AsOf = until }));
        long span = (until - context.AsOf).Ticks;
        for (int i = 0; i <= 24; i++) // nothing changes before
        {
            DateTimeOffset asOf = i == 24 ? until.AddTicks(-1) : context.AsOf.AddTicks((long)((Int128)(span - 1) * i / 24));
            Assert.True(insideNow == TwinWindow.Contains(window, instant, context with { AsOf = asOf }), $"{window} {instant:O} at {asOf:O}, until {until:O}");
        }
    }

    private static ImmutableArray<SegmentRule> OperandsOf(SegmentRule rule) => rule switch
    {
        AllOf all => all.Args,
        AnyOf any => any.Args,
        Negation negation => [negation.Arg],
        Assumption assumption => [assumption.Arg],
        _ => [],
    };

    private static IEnumerable<SegmentRule> NodesOf(SegmentRule rule) => OperandsOf(rule).SelectMany(NodesOf).Prepend(rule);

    private static IEnumerable<(SegmentExplanation Node, SegmentRule Rule)> Pairs(SegmentExplanation node, SegmentRule rule)
    {
        ImmutableArray<SegmentRule> operands = OperandsOf(rule);
        Assert.Equal(operands.Length, node.Operands.Length);
        return operands.SelectMany((operand, i) => Pairs(node.Operands[i], operand)).Prepend((node, rule));
    }

    private static RuleAnswer AnswerOf(bool? answer) => answer is null ? RuleAnswer.Unknown : answer.Value ? RuleAnswer.True : RuleAnswer.False;

    private static SegmentModel ModelOf(string rule) => new(
        UserOpsJson.Deserialize<SegmentRule>(rule), new Dictionary<string, SegmentRule> { ["grown"] = new AtLeast { Field = "age", Value = 18 } });

    private static SegmentExplanation Explain(string rule, UserId id) => ModelOf(rule).Explain(Data, id, Context);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
