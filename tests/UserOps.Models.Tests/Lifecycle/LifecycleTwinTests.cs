using UserOps.Models.Lifecycle;
using UserOps.Models.Tests.Segments;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>Random life cycles over random worlds against a reference that looks at one user at a time, and against themselves.</summary>
public class LifecycleTwinTests
{
    private const int Worlds = 150;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Evaluate_RandomLifecycles_PlaceAsUserByUser(long seed) => ForEachWorld(seed, (world, definition) =>
    {
        UserOpsDataset data = world.ToDataset();
        LifecycleResult result = new LifecycleModel(definition).Evaluate(data, world.Context);
        Require(result.Users, result.Summary.Counts, world, definition, world.Context);
    });

    [Fact]
    public void Evaluate_RandomLifecycles_MeetEveryPlaceAndUncertainty()
    {
        var met = new Dictionary<(LifecycleStateKind, bool), int>();
        ForEachWorld(4, (world, definition) =>
        {
            var twin = new TwinLifecycle(definition, world);
            foreach (int user in world.Known)
            {
                (LifecycleState state, bool isUncertain) = twin.Place(user, world.Context);
                met[(state.Kind, isUncertain)] = met.GetValueOrDefault((state.Kind, isUncertain)) + 1;
            }
        });
        Assert.All(
            from kind in Enum.GetValues<LifecycleStateKind>() from isUncertain in (bool[])[false, true] select (kind, isUncertain),
            place => Assert.True(met.GetValueOrDefault(place) > 5, $"{place}"));
    }

    [Fact]
    public void Evaluate_AnyNumberOfThreads_IsTheSame() => ForEachWorld(5, (world, definition) =>
    {
        UserOpsDataset data = world.ToDataset();
        var model = new LifecycleModel(definition);
        LifecycleResult alone = model.Evaluate(data, world.Context, new() { MaxDegreeOfParallelism = 1 });
        for (int threads = 2; threads <= 8; threads++)
        {
            LifecycleResult together = model.Evaluate(data, world.Context, new() { MaxDegreeOfParallelism = threads });
            Assert.Equal(alone.Users.Staged.Codes, together.Users.Staged.Codes);
            Assert.Equal(alone.Users.Uncertain, together.Users.Uncertain);
            Assert.Equal(alone.Summary, together.Summary);
        }
    });

    [Fact]
    public void Explain_EveryUser_EndsWithTheRuleThatPlacedThem() => ForEachWorld(6, (world, definition) =>
    {
        LifecycleResult result = new LifecycleModel(definition).Evaluate(world.ToDataset(), world.Context);
        foreach (int user in world.Known)
        {
            LifecycleExplanation why = result.Users.Explain(TwinWorld.IdOf(user));
            bool isPlaced = why.State.Kind == LifecycleStateKind.Stage;
            Assert.Equal(result.Users.StateOf(TwinWorld.IdOf(user)), why.State);
            string written = UserOpsJson.Serialize(why);
            Assert.Equal(written, UserOpsJson.Serialize(UserOpsJson.Deserialize<LifecycleExplanation>(written)));
            Assert.Equal(definition.Population is null, why.Population is null);
            Assert.Equal(why.State.Kind == LifecycleStateKind.Absent, why.Population is { Answer: not RuleAnswer.True } || (definition.Population is null && why.Asked.IsEmpty));
            Assert.All(isPlaced ? why.Asked.SkipLast(1) : why.Asked, asked => Assert.NotEqual(RuleAnswer.True, asked.Rule.Answer));
            Assert.Equal(why.IsUncertain, why.Asked.Any(asked => asked.Rule.Answer == RuleAnswer.Unknown) || why.Population?.Answer == RuleAnswer.Unknown);
            if (isPlaced)
            {
                Assert.Equal((why.State.Stage, RuleAnswer.True), (why.Asked[^1].Stage, why.Asked[^1].Rule.Answer));
            }
        }
    });

    [Fact]
    public void EvaluateHistory_EveryInstant_IsTheEvaluationAtThatInstant() => ForEachWorld(7, (world, definition) =>
    {
        UserOpsDataset data = world.ToDataset();
        var model = new LifecycleModel(definition);
        DateTimeOffset[] grid = RandomLifecycles.Grid(world.Context);
        LifecycleHistory history = model.EvaluateHistory(data, world.Context, grid);
        var twin = new TwinLifecycle(definition, world);
        for (int point = 0; point < grid.Length; point++)
        {
            EvaluationContext then = world.Context with { AsOf = grid[point] };
            Assert.Equal(model.Evaluate(data, then).Summary.Counts, history.Summary.Points[point].Counts);
            foreach (int user in world.Known)
            {
                LifecycleState expected = twin.Place(user, then).State;
                Assert.Equal(expected, history.Users.StateOf(TwinWorld.IdOf(user), point));
                Assert.True(history.Users.In(expected, point).Contains((UserId)TwinWorld.IdOf(user)));
            }
        }

        RequireSpells(history, world, twin, grid);
    });

    [Fact]
    public void Transitions_BetweenTwoInstants_CountUserByUserAndRowsAddUpToOne() => ForEachWorld(8, (world, definition) =>
    {
        UserOpsDataset data = world.ToDataset();
        var model = new LifecycleModel(definition);
        DateTimeOffset[] grid = RandomLifecycles.Grid(world.Context);
        LifecycleHistory history = model.EvaluateHistory(data, world.Context, grid);
        var twin = new TwinLifecycle(definition, world);
        for (int point = 1; point < grid.Length; point++)
        {
            EvaluationContext from = world.Context with { AsOf = grid[point - 1] };
            EvaluationContext to = world.Context with { AsOf = grid[point] };
            LifecycleTransitions transitions = LifecycleTransitions.Between(model.Evaluate(data, from), model.Evaluate(data, to));
            Assert.Equal(transitions, history.Summary.TransitionsTo(point));
            (LifecycleState From, LifecycleState To)[] moves = [.. world.Known.Select(user => (twin.Place(user, from).State, twin.Place(user, to).State))];
            foreach (LifecycleState before in transitions.States)
            {
                foreach (LifecycleState after in transitions.States.Where(after => (before, after) != (LifecycleState.Absent, LifecycleState.Absent)))
                {
                    Assert.Equal(moves.Count(move => move == (before, after)), transitions.Users(before, after));
                }

                double?[] rates = [.. transitions.States.Select(after => transitions.Rate(before, after).Value)];
                Assert.True(rates.All(rate => rate is null) || Math.Abs(rates.Sum()!.Value - 1) < 1e-12);
            }

            LifecycleStage? KindOf(LifecycleState state) => definition.Stages.FirstOrDefault(stage => stage.Id == state.Stage)?.Kind;
            var asleep = moves.Where(move => KindOf(move.From) == LifecycleStage.Dormant).ToList();
            var gone = moves.Where(move => KindOf(move.From) == LifecycleStage.Churned).ToList();
            Assert.Equal(new Ratio(asleep.Count(move => KindOf(move.To) <= LifecycleStage.Maturity), asleep.Count), transitions.WakeUpRate);
            Assert.Equal(new Ratio(gone.Count(move => KindOf(move.To) <= LifecycleStage.Dormant), gone.Count), transitions.RecallRate);
        }
    });

    [Fact]
    public void Merge_ShardsOfUsers_EqualsTheWhole() => ForEachWorld(9, (world, definition) =>
    {
        var model = new LifecycleModel(definition);
        DateTimeOffset[] grid = RandomLifecycles.Grid(world.Context);
        LifecycleHistorySummary whole = model.EvaluateHistory(world.ToDataset(), world.Context, grid).Summary;
        LifecycleHistorySummary[] parts =
            [.. Enumerable.Range(0, 3).Select(shard => model.EvaluateHistory(RandomLifecycles.Shard(world, user => user % 3 == shard), world.Context, grid).Summary)];
        Assert.Equal(whole, parts.Aggregate(LifecycleHistorySummary.Merge));
        Assert.Equal(whole.TransitionsTo(2), parts.Select(part => part.TransitionsTo(2)).Aggregate(LifecycleTransitions.Merge));
        Assert.Equal(
            model.Evaluate(world.ToDataset(), world.Context).Summary,
            Enumerable.Range(0, 3).Select(shard => model.Evaluate(RandomLifecycles.Shard(world, user => user % 3 == shard), world.Context).Summary).Aggregate(LifecycleSummary.Merge));
        Assert.Equal(whole, UserOpsJson.Deserialize<LifecycleHistorySummary>(UserOpsJson.Serialize(whole)));
    });

    private static void Require(LifecycleUsers users, LifecycleCounts counts, TwinWorld world, LifecycleDefinition definition, EvaluationContext context)
    {
        var twin = new TwinLifecycle(definition, world);
        var places = world.Known.Select(user => (Id: (UserId)TwinWorld.IdOf(user), User: user, Place: twin.Place(user, context))).ToList();
        foreach ((UserId id, int user, (LifecycleState state, bool isUncertain)) in places)
        {
            Assert.True(
                (state, isUncertain) == (users.StateOf(id), users.Uncertain.Contains(id)),
                $"twin {state} {isUncertain}, model {users.StateOf(id)} of {UserOpsJson.Serialize(definition)}\n{world.Describe(user)}");
        }

        long Count(LifecycleState state) => places.Count(place => place.Place.State == state);
        long Unsure(LifecycleState state) => places.Count(place => place.Place == (state, true));
        Assert.All(counts.Stages, stage => Assert.Equal((Count(LifecycleState.In(stage.Stage)), Unsure(LifecycleState.In(stage.Stage))), (stage.Users, stage.Uncertain)));
        Assert.Equal((Count(LifecycleState.Unassigned), Unsure(LifecycleState.Unassigned)), (counts.Unassigned, counts.UnassignedUncertain));
        Assert.Equal((Count(LifecycleState.Absent), Unsure(LifecycleState.Absent)), (counts.Absent, counts.AbsentUncertain));
        Assert.Equal(places.Count, counts.Users + counts.Absent);
        Assert.Equal(counts.Unassigned, users.Unassigned.Count);
        Assert.Equal(counts.Absent, users.Absent.Count);
        Assert.All(counts.Stages, stage => Assert.Equal(stage.Users, users.In(stage.Stage).Count));
        Assert.All(Enum.GetValues<LifecycleStage>(), kind => Assert.Equal(counts.UsersOf(kind), users.In(kind).Count));
    }

    private static void RequireSpells(LifecycleHistory history, TwinWorld world, TwinLifecycle twin, DateTimeOffset[] grid)
    {
        var counted = new Dictionary<(LifecycleState, int, int), long>();
        foreach (int user in world.Known)
        {
            LifecycleState[] states = [.. grid.Select(instant => twin.Place(user, world.Context with { AsOf = instant }).State)];
            LifecycleSpell[] spells = [.. history.Users.Spells(TwinWorld.IdOf(user))];
            Assert.Equal(states, spells.SelectMany(spell => grid.Where(instant => instant >= spell.FirstSeen && instant <= spell.LastSeen).Select(_ => spell.State)));
            Assert.All(spells.Zip(spells.Skip(1)), pair => Assert.True(
                pair.First.State != pair.Second.State && pair.First.LeftBy == pair.Second.FirstSeen && pair.First.LastSeen == pair.Second.NotYetAt));
            foreach (LifecycleSpell spell in spells.Where(spell => spell.State != LifecycleState.Absent))
            {
                var key = (spell.State, Array.IndexOf(grid, spell.FirstSeen), Array.IndexOf(grid, spell.LastSeen));
                counted[key] = counted.GetValueOrDefault(key) + 1;
            }
        }

        Assert.Equal(counted.Count, history.Summary.Spells.Length);
        Assert.All(history.Summary.Spells, spell => Assert.Equal(counted[(spell.State, spell.First, spell.Last)], spell.Users));
    }

    private static void ForEachWorld(long seed, Action<TwinWorld, LifecycleDefinition> check)
    {
        var lifecycles = new RandomLifecycles(seed);
        for (int i = 0; i < Worlds; i++)
        {
            (TwinWorld world, LifecycleDefinition definition) = lifecycles.Next();
            check(world, definition);
        }
    }
}
