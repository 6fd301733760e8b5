using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Funnels;

public sealed class ChainSearchTests
{
    private static readonly FunnelOrder[] Orders = [FunnelOrder.Ordered, FunnelOrder.Strict];

    /// <summary>Long journeys, where chains of many starts compete for each step; short ones are judged by the twin.</summary>
    [Fact]
    public void Search_AllStartsAtOnce_FindsTheBestOfEachStartAlone()
    {
        var random = new Random(17);
        foreach (FunnelOrder order in Orders)
        {
            foreach (FunnelTies ties in Enum.GetValues<FunnelTies>())
            {
                foreach (bool reuse in new[] { false, true })
                {
                    for (int run = 0; run < 40; run++)
                    {
                        FunnelPlan plan = Plan(random, order, ties, reuse);
                        Timeline timeline = Journey(random, plan, events: 120, instants: 80);
                        var search = new ChainSearch(plan);

                        ChainGoal all = search.Search(timeline, new StartRange(0, timeline.Count));

                        ChainGoal[] each = [.. Starts(timeline).Select(start => search.Search(timeline, new StartRange(start, start + 1)))];
                        ChainGoal best = each.OrderByDescending(goal => goal.Depth).ThenBy(goal => goal.Completion).ThenByDescending(goal => goal.Start).FirstOrDefault();
                        Assert.Equal(best, all);
                    }
                }
            }
        }
    }

    [Fact]
    public void Choose_LongJourneys_GivesAChainThatKeepsTheRules()
    {
        var random = new Random(18);
        for (int run = 0; run < 300; run++)
        {
            FunnelPlan plan = Plan(random, FunnelOrder.Ordered, FunnelTies.Any, reuse: false);
            Timeline timeline = Journey(random, plan, events: 200, instants: 60);
            var all = new StartRange(0, timeline.Count);
            ChainGoal goal = new ChainSearch(plan).Search(timeline, all);
            var chain = new Chain(plan.StepCount);
            new ChainChoice(plan).Choose(timeline, all, goal, chain);

            Assert.Equal((goal.Depth, goal.Start, goal.Completion), (chain.Depth, chain.Ticks[0], chain.Ticks[chain.Depth - 1]));
            int[] held = [.. Enumerable.Range(0, chain.Depth).Where(step => chain.Rows[step] >= 0)];
            Assert.Equal(held.Length, held.Select(step => chain.Rows[step]).Distinct().Count());
            Assert.All(Enumerable.Range(0, chain.Depth).Except(held), step => Assert.True((plan.Optional >> step & 1) != 0));
            foreach (int step in held)
            {
                int position = timeline.Rows.IndexOf(chain.Rows[step]); // events that fill nothing are not kept
                Assert.True((timeline.CanFill[position] >> step & 1) != 0);
                Assert.Equal(timeline.Ticks[position], chain.Ticks[step]);
            }

            foreach ((int before, int step) in held.Zip(held.Skip(1)))
            {
                Assert.InRange(chain.Ticks[step] - chain.Ticks[before], 0, plan.WithinTicks[step]);
            }

            Assert.True(goal.Completion - goal.Start <= plan.WindowTicks);
        }
    }

    [Fact]
    public void Search_UnorderedWithSixtyFourSteps_ReplacesEventsThatAreTooOld()
    {
        var plan = new FunnelPlan(new FunnelDefinition
        {
            Steps = [.. Enumerable.Range(0, 64).Select(i => (FunnelStep)$"s{i}")],
            Order = FunnelOrder.Unordered,
            Window = TimeSpan.FromTicks(63),
        });
        // Every step is filled once, too slowly for the window; then again, one a tick, by events that could also fill the step before: each of
        // them has to drive out an old one, directly or along a path.
        var timeline = new Timeline();
        for (int i = 0; i < 64; i++)
        {
            timeline.Add(i, 10 * i, 1UL << i, 0, 0, isStrict: false);
        }

        for (int i = 0; i < 64; i++)
        {
            timeline.Add(64 + i, 1_000 + i, (1UL << i) | (1UL << Math.Max(0, i - 1)), 0, 0, isStrict: false);
        }

        var search = new UnorderedSearch(plan);
        ChainGoal goal = search.Search(timeline);
        var chain = new Chain(64);
        search.Choose(timeline, goal, chain);

        Assert.Equal((64, 1_063L), (goal.Depth, goal.Completion));
        Assert.Equal(Enumerable.Range(64, 64), chain.Rows.ToArray());
    }

    [Fact]
    public void Add_ManyEventsAtOneInstant_StaysCheap()
    {
        var plan = new FunnelPlan(new FunnelDefinition
        {
            Steps = ["a", new FunnelStep { Events = "b", Optional = true }, "c", "d"],
            Exclusions = [new() { Events = "x", FromStep = 0, ToStep = 3 }],
        });
        var timeline = new Timeline();
        for (int i = 0; i < 200_000; i++)
        {
            timeline.Add(i, 5, (ulong)(1 + (i % 7)), 0, 0, isStrict: false); // steps 0 to 2, overlapping
        }

        timeline.Add(200_000, 5, 8, 0, 0, isStrict: false);
        var engine = new FunnelEngine(plan, new FunnelQuestions(Chains: true));

        engine.Begin();
        engine.Add(timeline);
        engine.End();

        Assert.Equal((4, 0b1111UL), (engine.Level, engine.Held));
    }

    private static FunnelPlan Plan(Random random, FunnelOrder order, FunnelTies ties, bool reuse) => new(new FunnelDefinition
    {
        Steps =
        [
            "a",
            .. Enumerable.Range(0, 4).Select(_ => new FunnelStep
            {
                Events = "b",
                Optional = random.Next(3) == 0,
                Within = random.Next(2) == 0 ? TimeSpan.FromTicks(random.Next(1, 12)) : null,
            }),
        ],
        Window = random.Next(4) == 0 ? null : TimeSpan.FromTicks(random.Next(5, 40)),
        Order = order,
        Ties = ties,
        ReuseEvents = reuse,
    });

    private static Timeline Journey(Random random, FunnelPlan plan, int events, int instants)
    {
        var timeline = new Timeline();
        long[] ticks = [.. Enumerable.Range(0, events).Select(_ => (long)random.Next(instants)).Order()];
        for (int i = 0; i < events; i++)
        {
            // Sparse, so that deep chains are rare; in a strict funnel most events match the steps and interrupt little.
            ulong steps = random.Next(plan.IsStrict ? 8 : 3) == 0 ? 0 : (ulong)(random.Next(1 << 5) & random.Next(1 << 5));
            ulong repeats = (ulong)(random.Next(1 << 5) | random.Next(1 << 5));
            ulong matches = plan.IsStrict ? steps | repeats : steps;
            timeline.Add(i, ticks[i], steps, matches, 0, plan.IsStrict);
        }

        timeline.Add(events, instants, 1, 1, 0, plan.IsStrict); // there is always a start
        timeline.Seal(plan.ByArrival);
        return timeline;
    }

    private static IEnumerable<int> Starts(Timeline timeline)
    {
        for (int i = 0; i < timeline.Count; i++)
        {
            if ((timeline.CanFill[i] & 1) != 0)
            {
                yield return i;
            }
        }
    }
}
