using System.Collections.Immutable;

namespace UserOps.Models.Tests.Segments;

/// <summary>The model against a reference that looks at one user at a time, and against itself.</summary>
public class SegmentTwinTests
{
    private const int Worlds = 80;
    private const int RulesPerWorld = 75;

    private static readonly ImmutableArray<string> Segments = ["s0", "s1", "s2"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Evaluate_RandomRules_AnswersAsUserByUser(long seed)
    {
        var worlds = new RandomWorlds(seed);
        for (int i = 0; i < Worlds; i++)
        {
            (TwinWorld world, RandomUserRules rules) = worlds.Next();
            UserOpsDataset data = world.ToDataset();
            ImmutableDictionary<string, SegmentRule> segments = rules.Segments();
            for (int j = 0; j < RulesPerWorld; j++)
            {
                RequireTheSame(world, data, rules.Rule(depth: j % 4, Segments), segments);
            }
        }
    }

    /// <summary>Every window at every awkward moment, over instants within two hours of where an end may be, an hour of the clock aside.</summary>
    [Fact]
    public void Evaluate_EveryWindowAtAwkwardMoments_HoldsWhatTheTwinSays()
    {
        foreach (EvaluationContext moment in RandomWorlds.Moments)
        {
            DateTimeOffset[] instants = [.. InstantsNearEnds(moment).Distinct()];
            UserOpsDataset data = RowTable.Of(Field.Instant("at"), [.. instants.Cast<object?>()]).ToUsers();
            foreach (TimeWindow window in Windows())
            {
                Audience audience = new SegmentModel(new InWindow { Field = "at", Window = window }).Evaluate(data, moment);
                for (int user = 0; user < instants.Length; user++)
                {
                    Assert.True(
                        TwinWindow.Contains(window, instants[user], moment) == audience.Members.Contains(user),
                        $"{instants[user]:O} in {window} as of {moment.AsOf:O} in {moment.Zone.Id}");
                }
            }
        }
    }

    /// <summary>What the worlds must offer for the comparison to mean something.</summary>
    [Fact]
    public void Twin_RandomRules_GiveEveryAnswerAKindCanGive()
    {
        var worlds = new RandomWorlds(5);
        var heard = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < Worlds; i++)
        {
            (TwinWorld world, RandomUserRules rules) = worlds.Next();
            ImmutableDictionary<string, SegmentRule> segments = rules.Segments();
            foreach (int user in world.Known)
            {
                var twin = new TwinUserRule(world.User(user), world.Context, segments);
                for (int j = 0; j < RulesPerWorld; j++)
                {
                    SegmentRule rule = rules.Rule(depth: 0, Segments);
                    string answer = $"{rule.GetType().Name} {(rule as EventAggregate)?.Aggregation} {twin.Holds(rule)?.ToString() ?? "unknown"}";
                    heard[answer] = heard.GetValueOrDefault(answer) + 1;
                }
            }
        }

        foreach (string kind in (string[])["InWindow ", "Anniversary ", "MonthlyDay ", "WithinDistance ", "DidThenNot ", "InSegment ", "EventAggregate Average", "EventAggregate Minimum", "EventAggregate Maximum"])
        {
            Assert.True(heard.GetValueOrDefault(kind + " unknown") > 20, kind);
        }

        foreach (string kind in (string[])[
            "InWindow ", "Anniversary ", "MonthlyDay ", "WithinDistance ", "DidThenNot ", "InSegment ", "EventCount ", "DidNot ", "EventSequence ",
            .. Enum.GetNames<EventAggregation>().Select(aggregation => "EventAggregate " + aggregation)])
        {
            Assert.True(heard.GetValueOrDefault(kind + " True") > 20, kind);
            Assert.True(heard.GetValueOrDefault(kind + " False") > 20, kind);
        }
    }

    [Fact]
    public void Evaluate_ManyUsers_AnswersTheSameOnAnyNumberOfThreads()
    {
        const int Users = (2 * SegmentDefaults.BlockRows) + 77;
        var worlds = new RandomWorlds(6);
        for (int i = 0; i < 3; i++)
        {
            (TwinWorld few, RandomUserRules rules) = NextWithAttributes(worlds);
            TwinWorld world = Repeated(few, Users);
            UserOpsDataset data = world.ToDataset();
            ImmutableDictionary<string, SegmentRule> segments = rules.Segments();
            for (int j = 0; j < 40; j++)
            {
                var model = new SegmentModel(rules.Rule(depth: 3, Segments), segments);
                Audience alone = model.Evaluate(data, world.Context, new RunOptions { MaxDegreeOfParallelism = 1 });
                Audience together = model.Evaluate(data, world.Context, new RunOptions { MaxDegreeOfParallelism = 3 });
                Assert.True(alone.Members.Equals(together.Members) && alone.Uncertain.Equals(together.Uncertain), UserOpsJson.Serialize(model.Rule));
                for (int user = 0; user < Users; user += 997)
                {
                    bool? expected = new TwinUserRule(few.User(user % few.Users.Rows.Length), few.Context, segments).Holds(model.Rule);
                    Assert.True(expected == Answer(data, together, user), $"user {user}: {UserOpsJson.Serialize(model.Rule)}");
                }
            }
        }
    }

    [Fact]
    public void Evaluate_LawsOfLogic_Hold()
    {
        var worlds = new RandomWorlds(7);
        for (int i = 0; i < Worlds; i++)
        {
            (TwinWorld world, RandomUserRules rules) = worlds.Next();
            UserOpsDataset data = world.ToDataset();
            ImmutableDictionary<string, SegmentRule> segments = rules.Segments();
            for (int j = 0; j < 10; j++)
            {
                SegmentRule a = rules.Rule(depth: 1, Segments);
                SegmentRule b = rules.Rule(depth: 1, Segments);
                SegmentRule c = rules.Rule(depth: 1, Segments);
                Same(a, a.Not().Not());
                Same(a.And(b).Not(), a.Not().Or(b.Not()));
                Same(a.Or(b).Not(), a.Not().And(b.Not()));
                Same(a.And(b).And(c), c.And(a).And(b));
                Same(a.Or(b).Or(c), b.Or(c).Or(a));
                Same(a.And(b).Or(a.And(c)), a.And(b.Or(c))); // what occurs twice is asked once
                Same(a.Or(b).And(a.Or(c)), a.Or(b.And(c)));
            }

            void Same(SegmentRule one, SegmentRule other)
            {
                Audience first = new SegmentModel(one, segments).Evaluate(data, world.Context);
                Audience second = new SegmentModel(other, segments).Evaluate(data, world.Context);
                Assert.True(
                    first.Members.Equals(second.Members) && first.Uncertain.Equals(second.Uncertain),
                    $"{UserOpsJson.Serialize(one)}\n{UserOpsJson.Serialize(other)}");
            }
        }
    }

    private static IEnumerable<TimeWindow> Windows()
    {
        foreach (int amount in Enumerable.Range(1, 3))
        {
            foreach (WindowUnit unit in Enum.GetValues<WindowUnit>())
            {
                yield return TimeWindow.InLast(amount, unit);
                yield return TimeWindow.InNext(amount, unit);
            }
        }

        foreach (WindowUnit unit in (WindowUnit[])[WindowUnit.Day, WindowUnit.Week, WindowUnit.Month, WindowUnit.Year])
        {
            yield return TimeWindow.Current(unit);
        }

        foreach (int from in Enumerable.Range(-3, 7))
        {
            foreach (int to in Enumerable.Range(-3, from + 4))
            {
                yield return TimeWindow.Days(from, to);
            }
        }
    }

    private static IEnumerable<DateTimeOffset> InstantsNearEnds(EvaluationContext moment)
        => from end in Enumerable.Range(-3, 7).SelectMany(amount => Enum.GetValues<WindowUnit>().Select(unit => (long)TwinWindow.Stepped(moment, amount, unit))
               .Append(TwinLocalTime.InstantOf(TwinLocalTime.Of(moment.AsOf, moment.Zone).Date.AddDays(amount), moment.Zone).UtcTicks))
           from half in Enumerable.Range(-4, 9)
           from tick in Enumerable.Range(-1, 3)
           select new DateTimeOffset(end + (half * TimeSpan.FromMinutes(30).Ticks) + tick, TimeSpan.Zero);

    private static void RequireTheSame(TwinWorld world, UserOpsDataset data, SegmentRule rule, ImmutableDictionary<string, SegmentRule> segments)
    {
        Audience audience = new SegmentModel(rule, segments).Evaluate(data, world.Context);
        Assert.Equal(world.Known.Count(), audience.Universe.Count);
        foreach (int user in world.Known)
        {
            bool? expected = new TwinUserRule(world.User(user), world.Context, segments).Holds(rule);
            bool? actual = Answer(data, audience, user);
            if (expected != actual)
            {
                string named = string.Join('\n', segments.Select(segment => $"{segment.Key} = {UserOpsJson.Serialize(segment.Value)}"));
                Assert.Fail($"twin {Text(expected)}, model {Text(actual)} of {UserOpsJson.Serialize(rule)}\n{world.Describe(user)}{named}");
            }
        }
    }

    private static bool? Answer(UserOpsDataset data, Audience audience, int user)
    {
        Assert.True(data.Directory.TryGetOrdinal(TwinWorld.IdOf(user), out int ordinal));
        bool isUncertain = audience.Uncertain.Contains(ordinal);
        bool isMember = audience.Members.Contains(ordinal);
        Assert.False(isUncertain && isMember);
        return isUncertain ? null : isMember;
    }

    private static string Text(bool? answer) => answer?.ToString() ?? "unknown";

    private static (TwinWorld World, RandomUserRules Rules) NextWithAttributes(RandomWorlds worlds)
    {
        (TwinWorld World, RandomUserRules Rules) next;
        do
        {
            next = worlds.Next();
        }
        while (next.World.Users.Rows.IsEmpty);
        return next;
    }

    /// <summary>Makes many users of the few with attributes, one after the other.</summary>
    private static TwinWorld Repeated(TwinWorld few, int users)
    {
        int kinds = few.Users.Rows.Length;
        ILookup<int, int> rowsOf = Enumerable.Range(0, few.Arrivals.Length).ToLookup(row => few.Arrivals[row].User);
        (int User, int Row)[] copies = [.. from user in Enumerable.Range(0, users) from row in rowsOf[user % kinds] select (user, row)];
        return few with
        {
            Users = few.Users with { Rows = [.. Enumerable.Range(0, users).Select(user => few.Users.Rows[user % kinds])] },
            Arrivals = [.. copies.Select(copy => few.Arrivals[copy.Row] with { User = copy.User })],
            Properties = few.Properties with { Rows = [.. copies.Select(copy => few.Properties.Rows[copy.Row])] },
        };
    }
}
