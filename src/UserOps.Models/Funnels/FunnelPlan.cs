using System.Collections.Immutable;
using System.Numerics;

namespace UserOps.Models.Funnels;

/// <summary>What the general engine needs of a definition: numbers and bit masks; a step is a bit.</summary>
internal sealed class FunnelPlan
{
    internal FunnelPlan(FunnelDefinition definition)
    {
        StepCount = definition.Steps.Length;
        Order = definition.Order;
        ByArrival = definition.Ties == FunnelTies.Input;
        Fill = (definition.Ties, definition.ReuseEvents) switch
        {
            (FunnelTies.Any, false) => InstantFillRule.EventForEachStep,
            (FunnelTies.Any, true) => InstantFillRule.AnyEventForEachStep,
            (_, false) => InstantFillRule.OneStep,
            (_, true) => InstantFillRule.OneEvent,
        };
        ReuseEvents = definition.ReuseEvents;
        FirstEntryOnly = definition.Entry == FunnelEntry.First;
        WindowTicks = Limit(definition.Window);
        HasWindow = definition.Window is not null;
        var within = new long[StepCount];
        for (int step = 0; step < StepCount; step++)
        {
            within[step] = Limit(definition.Steps[step].Within);
            Optional |= definition.Steps[step].Optional ? 1UL << step : 0;
            HasWithin |= definition.Steps[step].Within is not null;
        }

        WithinTicks = [.. within];
        Exclusions = [.. definition.Exclusions.Select(exclusion => (exclusion.FromStep, exclusion.ToStep))];
        DropsTainted = definition.ExclusionEffect == FunnelExclusionEffect.Drop;
    }

    internal int StepCount { get; }

    internal FunnelOrder Order { get; }

    internal bool IsStrict => Order == FunnelOrder.Strict;

    internal bool IsUnordered => Order == FunnelOrder.Unordered;

    /// <summary>Gets a value indicating whether each event is an instant of its own, in the order of arrival.</summary>
    internal bool ByArrival { get; }

    internal InstantFillRule Fill { get; }

    internal bool ReuseEvents { get; }

    internal bool FirstEntryOnly { get; }

    internal long WindowTicks { get; }

    internal bool HasWindow { get; }

    /// <summary>Gets the steps that may be skipped.</summary>
    internal ulong Optional { get; }

    /// <summary>Gets the ticks allowed since the previous matched step, by step.</summary>
    internal ImmutableArray<long> WithinTicks { get; }

    internal bool HasWithin { get; }

    internal ImmutableArray<(int FromStep, int ToStep)> Exclusions { get; }

    internal bool DropsTainted { get; }

    /// <summary>Gets all steps from one to another, both included.</summary>
    internal static ulong Steps(int from, int to) => (ulong.MaxValue >> (63 - to)) & (ulong.MaxValue << from);

    /// <summary>Gets the steps that may follow a step directly: those up to and with the next one that cannot be skipped.</summary>
    internal ulong After(int step)
    {
        if (step + 1 >= StepCount)
        {
            return 0;
        }

        ulong later = Steps(step + 1, StepCount - 1);
        ulong needed = later & ~Optional;
        return needed == 0 ? later : Steps(step + 1, BitOperations.TrailingZeroCount(needed));
    }

    private static long Limit(TimeSpan? limit) => Math.Min(limit?.Ticks ?? FunnelDefaults.NoLimit, FunnelDefaults.NoLimit);
}
