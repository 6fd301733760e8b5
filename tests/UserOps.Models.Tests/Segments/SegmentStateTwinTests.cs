using System.Collections.Immutable;

namespace UserOps.Models.Tests.Segments;

/// <summary>Carried on from state to state, the answer is that of a full evaluation: over random streams, rows that come late, and the ends of every window.</summary>
public class SegmentStateTwinTests
{
    private const int Worlds = 60;
    private const int RulesPerWorld = 12;

    private static readonly ImmutableArray<string> Segments = ["s0", "s1", "s2"];

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void Advance_RandomStreams_AnswersAsAFullEvaluation(long seed)
    {
        var worlds = new RandomWorlds(seed);
        var random = new Xoshiro256(seed);
        for (int i = 0; i < Worlds; i++)
        {
            (TwinWorld world, RandomUserRules rules) = worlds.Next();
            ImmutableArray<Step> steps = Stream(world, random);
            ImmutableDictionary<string, SegmentRule> segments = rules.Segments();
            for (int j = 0; j < RulesPerWorld; j++)
            {
                Follow(new SegmentModel(rules.Rule(depth: j % 3, Segments), segments), steps, world.Context);
            }
        }
    }

    /// <summary>An attribute at every awkward place, every window, advanced to and beside every turn.</summary>
    [Fact]
    public void Advance_EveryWindowAtAwkwardMoments_NeverMissesATurn()
    {
        foreach (EvaluationContext moment in RandomWorlds.Moments)
        {
            long[] offsets = [-400, -62, -31, -30, -29, -7, -1, 0, 1, 7, 28, 31];
            DateTimeOffset[] instants = [.. offsets.SelectMany(days => new[] { moment.AsOf.AddDays(days), moment.AsOf.AddDays(days).AddHours(1) })];
            UserOpsDataset data = RowTable.Of(Field.Instant("at"), [.. instants.Cast<object?>()]).ToUsers();
            foreach (TimeWindow window in (TimeWindow[])
                [TimeWindow.InLast(1, WindowUnit.Month), TimeWindow.InNext(1, WindowUnit.Month), TimeWindow.InLast(1, WindowUnit.Year), TimeWindow.InLast(2, WindowUnit.Day), TimeWindow.Days(1, 0), TimeWindow.Days(0, -2)])
            {
                var model = new SegmentModel(new InWindow { Field = "at", Window = window });
                SegmentState state = model.Begin(data, moment with { AsOf = moment.AsOf.AddDays(-40) });
                for (int hours = -39 * 24; hours < 10 * 24; hours += hours is > -50 and < 50 ? 1 : 7)
                {
                    EvaluationContext then = moment with { AsOf = moment.AsOf.AddHours(hours) };
                    state = state.Advance(then.AsOf).State;
                    RequireTheSame(model.Evaluate(data, then), state.Audience, model.Rule);
                }
            }
        }
    }

    private static void Follow(SegmentModel model, ImmutableArray<Step> steps, EvaluationContext zone)
    {
        SegmentState? state = null;
        Audience? before = null;
        foreach (Step step in steps)
        {
            EvaluationContext context = zone with { AsOf = step.AsOf };
            Audience full = model.Evaluate(step.Data, context);
            if (state is null)
            {
                state = model.Begin(step.Data, context);
                RequireTheSame(full, state.Audience, model.Rule);
            }
            else
            {
                SegmentChange change = state.Advance(step.AsOf, step.Data);
                state = change.State;
                RequireTheSame(full, state.Audience, model.Rule);
                Assert.True(change.Entered.SetEquals(full.Members.Except(before!.Members)));
                Assert.True(change.Left.SetEquals(before.Members.Except(full.Members)));
                Assert.True(change.BecameUncertain.SetEquals(full.Uncertain.Except(before.Uncertain)));
            }

            Assert.True(state.NextChange is not { } next || next > step.AsOf);
            before = full;
        }
    }

    private static void RequireTheSame(Audience full, Audience carried, SegmentRule rule) => Assert.True(
        full.Members.Equals(carried.Members) && full.Uncertain.Equals(carried.Uncertain),
        $"as of {full.Context.AsOf:O} in {full.Context.Zone.Id}: {UserOpsJson.Serialize(rule)}\nfull {Ids(full.Members)} ? {Ids(full.Uncertain)}, carried {Ids(carried.Members)} ? {Ids(carried.Uncertain)}");

    private static string Ids(UserSet set) => string.Join(' ', set.Ids());

    /// <summary>Cuts a world into what arrived up to each of some instants; users and events may come long after they were seen elsewhere.</summary>
    private static ImmutableArray<Step> Stream(TwinWorld world, Xoshiro256 random)
    {
        DateTimeOffset[] instants =
        [
            .. Enumerable.Range(0, 8).Select(_ => InstantNear(world, random)).Append(world.Context.AsOf).Order(),
        ];
        var steps = ImmutableArray.CreateBuilder<Step>();
        UserOpsDataset? data = null;
        (int users, int rows) = (0, 0);
        foreach (DateTimeOffset asOf in instants)
        {
            int usersTo = users + random.NextInt32(world.Users.Rows.Length - users + 1);
            int rowsTo = rows + random.NextInt32(Math.Min(world.Arrivals.Length - rows, 6) + 1);
            UserOpsDatasetBuilder more = Rows(world, users, usersTo, rows, rowsTo);
            data = data is null ? more.Build() : usersTo == users && rowsTo == rows ? data : data.Append(more);
            steps.Add(new(asOf, data));
            (users, rows) = (usersTo, rowsTo);
        }

        return steps.ToImmutable();
    }

    private static UserOpsDatasetBuilder Rows(TwinWorld world, int users, int usersTo, int rows, int rowsTo)
        => new UserOpsDatasetBuilder(new IngestOptions { OnBadRow = OnBadRow.Throw })
            .AddUsers(Enumerable.Range(users, usersTo - users), map => world.Users.Map(map.User(TwinWorld.IdOf)))
            .AddEvents(Enumerable.Range(rows, rowsTo - rows), map => world.Properties.Map(
                map.User(row => TwinWorld.IdOf(world.Arrivals[row].User)).At(row => world.Arrivals[row].At).Name(row => world.Arrivals[row].Name)));

    private static DateTimeOffset InstantNear(TwinWorld world, Xoshiro256 random)
    {
        DateTimeOffset from = world.Arrivals.IsEmpty ? world.Context.AsOf : world.Arrivals[random.NextInt32(world.Arrivals.Length)].At;
        EvaluationContext moment = world.Context with { AsOf = from };
        long ticks = random.NextInt32(3) switch
        {
            0 => from.UtcTicks,
            1 => (long)TwinWindow.Stepped(moment, random.NextInt32(7) - 3, RandomUserRules.UnitOf(random)),
            _ => from.UtcTicks + ((random.NextInt32(120) - 60) * TimeSpan.TicksPerDay / 2),
        };
        return new(ticks + random.NextInt32(3) - 1, TimeSpan.Zero);
    }

    /// <summary>What is known at an instant.</summary>
    private sealed record Step(DateTimeOffset AsOf, UserOpsDataset Data);
}
