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

    /// <summary>Reads a definition as Mixpanel's funnels do without optimized re-entry.</summary>
    /// <param name="definition">Its steps, window and the rest are kept.</param>
    /// <returns>The definition in which only the first entry counts, and the range limits entry alone.</returns>
    /// <remarks>
    /// Set: only the user's first entry starts the window, so a later, better try is not seen; later steps may come after the range. An unordered
    /// funnel keeps every entry and its range, since neither option exists there. Still different: Mixpanel lets a user enter
    /// again when the first window has run out; counting totals (<see cref="FunnelCounting.Totals"/> with <see cref="FunnelEntry.Any"/>) shows those tries.
    /// Source: Mixpanel documentation, Funnels, Advanced: conversion window, optimized re-entry.
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
            Range = isUnordered ? definition.Range : WithScope(definition.Range, FunnelRangeScope.Entry),
        };
    }

    /// <summary>Reads a definition as Amplitude's funnel analysis does.</summary>
    /// <param name="definition">Its steps, window and the rest are kept.</param>
    /// <returns>The definition in which every entry counts and the range limits entry alone.</returns>
    /// <remarks>
    /// Set: the range limits the first step, later steps may follow after its end; of several starts before one conversion the latest gives the
    /// time to convert, as ours does. An unordered funnel keeps its range. Still different: Amplitude cuts the day of entry in the project's zone, ours in
    /// that of the context. Source: Amplitude documentation, How Amplitude computes funnels; Funnel Analysis FAQ.
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
