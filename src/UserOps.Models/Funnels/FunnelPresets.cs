namespace UserOps.Models.Funnels;

/// <summary>Makes a funnel speak the dialect of another product, as far as its options can; each preset says what still differs.</summary>
/// <remarks>
/// A preset sets options and leaves the rest of the definition as it is. None of them copies a bug: all of them ask whether a chain exists,
/// where some products report what a loop met first.
/// </remarks>
public static class FunnelPresets
{
    /// <summary>Reads a definition as ClickHouse's <c>windowFunnel</c> does.</summary>
    /// <param name="definition">Its steps, window and the rest are kept.</param>
    /// <returns>The definition with <see cref="FunnelDefinition.ReuseEvents"/>: without <c>strict_once</c> one event may fill several steps.</returns>
    /// <remarks>
    /// Set: events may be reused; every first-step event starts a window; equal instants may be taken in any order. <c>strict_increase</c> is
    /// <see cref="FunnelTies.Increasing"/>, <c>strict_order</c> is <see cref="FunnelOrder.Strict"/>, <c>strict_once</c> takes reuse back.
    /// Still different: <c>strict_order</c> stops for good at the first foreign event, ours lets a later run begin afresh;
    /// <c>strict_increase</c> without <c>strict_once</c> may lose a chain whose middle event is repeated at the instant of the next step.
    /// Source: ClickHouse/ClickHouse <c>src/AggregateFunctions/AggregateFunctionWindowFunnel.cpp</c>, issues 52844 and 93789.
    /// </remarks>
    public static FunnelDefinition ClickHouse(FunnelDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition with { ReuseEvents = true, Ties = FunnelTies.Any, Entry = FunnelEntry.Any };
    }

    /// <summary>Reads a definition as PostHog's funnels do.</summary>
    /// <param name="definition">Its steps, window and the rest are kept.</param>
    /// <returns>The definition with exclusions that remove the user and a range that every event must lie in.</returns>
    /// <remarks>
    /// Set: one event fills one step; every first-step event starts a window; an excluded event removes the user; the range limits all events, so a
    /// user who enters just before its end has less than the window. Still different: PostHog's window has a default of 14 days, ours none.
    /// Source: PostHog/posthog <c>posthog/hogql_queries/insights/funnels</c> and <c>funnel-udf/src</c>.
    /// </remarks>
    public static FunnelDefinition PostHog(FunnelDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition with
        {
            ReuseEvents = false,
            Ties = FunnelTies.Any,
            Entry = FunnelEntry.Any,
            ExclusionEffect = FunnelExclusionEffect.Remove,
            Range = WithScope(definition.Range, FunnelRangeScope.All),
        };
    }

    /// <summary>Reads a definition as Mixpanel's funnels of unique users do without optimized re-entry.</summary>
    /// <param name="definition">Its steps, window and the rest are kept.</param>
    /// <returns>The definition in which only the first entry counts, an excluded event ends a try, and the range limits entry alone.</returns>
    /// <remarks>
    /// Set: only the user's first entry starts the window, so a later, better try is not seen; later steps may come after the range; who does an
    /// excluded event keeps the steps before it. An unordered funnel keeps every entry and its range, since neither option exists there.
    /// Still different: Mixpanel takes neighboring steps within two seconds in either order, ours at one instant; its window is 7 days unless given;
    /// with a breakdown it counts a user once per value. Optimized re-entry, totals and sessions enter again: for those take
    /// <see cref="FunnelEntry.Any"/>, and <see cref="FunnelCounting.Totals"/> to see every try.
    /// Source: Mixpanel documentation (mixpanel/docs), Funnels: Advanced, FAQ.
    /// </remarks>
    public static FunnelDefinition Mixpanel(FunnelDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        bool isUnordered = definition.Order == FunnelOrder.Unordered;
        return definition with
        {
            ReuseEvents = false,
            Ties = FunnelTies.Any,
            Entry = isUnordered ? FunnelEntry.Any : FunnelEntry.First,
            ExclusionEffect = FunnelExclusionEffect.Drop,
            Range = isUnordered ? definition.Range : WithScope(definition.Range, FunnelRangeScope.Entry),
        };
    }

    /// <summary>Reads a definition as Amplitude's funnel analysis does.</summary>
    /// <param name="definition">Its steps, window and the rest are kept.</param>
    /// <returns>The definition in which every entry counts and the range limits entry alone.</returns>
    /// <remarks>
    /// Set: one event serves one step; the range limits the first step, later steps may follow after its end. An unordered funnel keeps its range.
    /// Still different: Amplitude rounds times to the second unless told otherwise, so different events within a second may come in either
    /// order and equal ones count once; its "exact order" may refuse a repeated step, ours (<see cref="FunnelOrder.Strict"/>) allows it;
    /// with a held property it counts a user once per value, ours once (<see cref="FunnelDefinition.Unit"/> counts values).
    /// Source: Amplitude documentation, Funnel Analysis: how Amplitude computes funnels, FAQ.
    /// </remarks>
    public static FunnelDefinition Amplitude(FunnelDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition with
        {
            ReuseEvents = false,
            Ties = FunnelTies.Any,
            Entry = FunnelEntry.Any,
            Range = definition.Order == FunnelOrder.Unordered ? definition.Range : WithScope(definition.Range, FunnelRangeScope.Entry),
        };
    }

    private static FunnelRange? WithScope(FunnelRange? range, FunnelRangeScope scope) => range is null ? null : range with { AppliesTo = scope };
}
