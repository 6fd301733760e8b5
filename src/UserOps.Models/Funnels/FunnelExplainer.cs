using System.Collections.Immutable;
using System.Numerics;

namespace UserOps.Models.Funnels;

/// <summary>Judges one user again, with the chain, and looks for what the next step is missing.</summary>
internal static class FunnelExplainer
{
    internal static FunnelExplanation Explain(CompiledFunnel funnel, int user)
    {
        var reader = new UnitReader(funnel);
        reader.Read(user);
        var engine = new FunnelEngine(funnel.Plan, new FunnelQuestions(Chains: true));
        reader.Judge(engine);
        if (engine.Level == FunnelEngine.Removed)
        {
            return ExplainRemoved(funnel, engine);
        }

        ImmutableArray<FunnelServedStep> served = Served(engine.Chosen, funnel.Data.Events);
        if (engine.Level == funnel.Plan.StepCount)
        {
            return new() { Level = engine.Level, Served = served, Obstacle = FunnelObstacle.None };
        }

        return funnel.Plan.DropsTainted && engine.Tainted.Depth > engine.Level
            ? ExplainCut(engine, served)
            : ExplainNext(funnel, reader, engine, user, served);
    }

    private static FunnelExplanation ExplainNext(
        CompiledFunnel funnel, UnitReader reader, FunnelEngine engine, int user, ImmutableArray<FunnelServedStep> served)
    {
        OpenSteps open = funnel.Plan.IsUnordered
            ? OpenSteps.Beside(CanFill(reader, served), funnel.Plan.StepCount)
            : OpenSteps.After(funnel.Plan, engine.Level);
        NearMiss miss = new NearMissSearch(funnel, reader, served).Closest(user, open);
        return new()
        {
            Level = engine.Level,
            Served = served,
            Obstacle = miss.Obstacle,
            NextStep = miss.Step,
            Event = miss.Row < 0 ? null : miss.Row,
            Distance = miss.Distance,
        };
    }

    private static ulong[] CanFill(UnitReader reader, ImmutableArray<FunnelServedStep> served)
    {
        var canFill = new ulong[served.Length];
        for (int i = 0; i < canFill.Length; i++)
        {
            canFill[i] = reader.CanFill[reader.Rows.BinarySearch(served[i].Event)];
        }

        return canFill;
    }

    // A try that was deeper than the level before it was cut: nothing but the excluded event kept the user from its next step.
    private static FunnelExplanation ExplainCut(FunnelEngine engine, ImmutableArray<FunnelServedStep> served) => new()
    {
        Level = engine.Level,
        Served = served,
        Obstacle = FunnelObstacle.Excluded,
        NextStep = engine.Level + BitOperations.TrailingZeroCount(engine.Tainted.Held >> engine.Level),
        Event = engine.TaintedBy.Row,
    };

    private static FunnelExplanation ExplainRemoved(CompiledFunnel funnel, FunnelEngine engine) => new()
    {
        Level = FunnelEngine.Removed,
        Served = Served(engine.Tainted, funnel.Data.Events),
        Obstacle = FunnelObstacle.Excluded,
        NextStep = engine.Tainted.Depth == funnel.Plan.StepCount ? null : engine.Tainted.Depth,
        Event = engine.TaintedBy.Row,
    };

    private static ImmutableArray<FunnelServedStep> Served(Chain chain, EventTable events)
    {
        var served = ImmutableArray.CreateBuilder<FunnelServedStep>();
        for (int step = 0; step < chain.Depth; step++)
        {
            int row = chain.Rows[step];
            if (row >= 0)
            {
                served.Add(new(step, row, new DateTimeOffset(chain.Ticks[step], TimeSpan.Zero), events.NameAt(row)));
            }
        }

        return served.ToImmutable();
    }
}
