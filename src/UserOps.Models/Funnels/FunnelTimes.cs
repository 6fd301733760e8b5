using System.Collections.Immutable;

namespace UserOps.Models.Funnels;

/// <summary>How long steps take in the chosen chains; made from all of them, so it cannot be merged.</summary>
public sealed class FunnelTimes
{
    internal FunnelTimes(CompiledFunnel funnel, UnitLevels levels)
    {
        var chains = new ChosenTimes(funnel.Data.Events, levels);
        var steps = ImmutableArray.CreateBuilder<FunnelStepTimes>(funnel.Plan.StepCount);
        steps.Add(new FunnelStepTimes([]));
        for (int step = 1; step < funnel.Plan.StepCount; step++)
        {
            steps.Add(new FunnelStepTimes(chains.SincePrevious(step)));
        }

        Steps = steps.MoveToImmutable();
        Overall = new FunnelStepTimes(funnel.Plan.StepCount == 1 ? [] : chains.Between(0, funnel.Plan.StepCount - 1));
        Histogram = funnel.Definition.Histogram is { } asked
            ? FunnelHistogramResult.Of(chains.Between(asked.FromStep, asked.ToStep), asked.Bins)
            : null;
    }

    /// <summary>
    /// Gets the times to each step since the matched step before it, over the chains that hold the step; the first step has none. Unordered: to the
    /// k-th filled step since the one before.
    /// </summary>
    public ImmutableArray<FunnelStepTimes> Steps { get; }

    /// <summary>
    /// Gets the times to convert: from the first step to the last, over the chains that hold the last. None with a single step. Unordered: from
    /// the first filled step to the last, over the chains that fill all.
    /// </summary>
    public FunnelStepTimes Overall { get; }

    /// <summary>Gets the distribution that was asked for; null when none was.</summary>
    public FunnelHistogramResult? Histogram { get; }
}
