namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>Tries counted one after another, instead of units.</summary>
internal static class TwinTotals
{
    public static long[] Of(TwinDefinition definition, IEnumerable<TwinEvent[]> units)
    {
        TwinChain[] tries = [.. units.SelectMany(history => TwinSight.Of(definition, history)).SelectMany(OneAfterAnother)];
        return [.. Enumerable.Range(0, definition.Steps.Count).Select(step => tries.LongCount(chain => chain.Holds(step)))];
    }

    private static IEnumerable<TwinChain> OneAfterAnother(TwinSight sight)
    {
        long lastEnd = long.MinValue;
        while (sight.Starts.Where(start => start.Ticks > lastEnd).Select(start => (long?)start.Ticks).Min() is { } opened)
        {
            IEnumerable<TwinEvent> starts = sight.Starts.Where(start => start.Ticks == opened);
            TwinChain best = TwinPreference.Best(starts.SelectMany(new TwinChains(sight).From));
            yield return best;
            lastEnd = End(best, sight.Definition);
        }
    }

    private static long End(TwinChain chain, TwinDefinition definition)
    {
        if (chain.Level == definition.Steps.Count)
        {
            return chain.Completion;
        }

        return definition.WindowTicks is { } window ? chain.Start + window : long.MaxValue;
    }
}
