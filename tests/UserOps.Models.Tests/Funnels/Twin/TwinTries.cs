namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>The best chain of one start event.</summary>
/// <param name="TaintedAt">When the earliest excluded event happened that taints it; null for a clean try.</param>
internal sealed record TwinTry(TwinChain Chain, long? TaintedAt);

/// <summary>Finds the tries of a unit and judges what became of it.</summary>
internal static class TwinTries
{
    public static IEnumerable<TwinTry> Of(TwinSight sight) =>
        sight.Starts.Select(start => Taint(TwinPreference.Best(new TwinChains(sight).From(start)), sight));

    /// <summary>Judges a unit by its tries: level 0 without any, -1 if an exclusion removes it, else that of its chosen chain.</summary>
    public static TwinOutcome Judge(TwinDefinition definition, IReadOnlyCollection<TwinTry> tries)
    {
        if (tries.Count == 0)
        {
            return TwinOutcome.None;
        }

        if (definition.TaintedTriesEndEarly)
        {
            return Chosen(tries.Select(t => t.TaintedAt is { } taint ? t.Chain.CutBefore(taint) : t.Chain));
        }

        int deepest = tries.Max(t => t.Chain.Level);
        TwinTry[] clean = [.. tries.Where(t => t.TaintedAt is null && t.Chain.Level == deepest)];
        return clean.Length == 0 ? TwinOutcome.Removed : Chosen(clean.Select(t => t.Chain));
    }

    private static TwinOutcome Chosen(IEnumerable<TwinChain> chains)
    {
        TwinChain best = TwinPreference.Best(chains);
        return new TwinOutcome(best.Level, best);
    }

    private static TwinTry Taint(TwinChain chain, TwinSight sight)
    {
        long[] taints =
        [
            .. sight.Definition.Exclusions.SelectMany(exclusion =>
                sight.Events.Where(e => exclusion.Filter.Matches(e) && IsTainting(e.Ticks, chain, exclusion, sight.Definition)).Select(e => e.Ticks)),
        ];
        return new TwinTry(chain, taints.Length == 0 ? null : taints.Min());
    }

    private static bool IsTainting(long ticks, TwinChain chain, TwinExclusion exclusion, TwinDefinition definition) =>
        chain.TicksAt(exclusion.FromStep) is { } from
        && ticks > from
        && (chain.TicksAt(exclusion.ToStep) is { } to ? ticks < to : !(ticks - chain.Start > definition.WindowTicks));
}
