namespace UserOps.Models.Funnels;

/// <summary>The earliest excluded event that taints a try.</summary>
/// <param name="Ticks">Its instant.</param>
/// <param name="Row">Its index in the table.</param>
internal readonly record struct Taint(long Ticks, int Row)
{
    /// <summary>The taint of a clean try.</summary>
    internal static readonly Taint None = new(long.MaxValue, -1);

    /// <summary>Finds the taint of a try.</summary>
    /// <param name="plan">The exclusions.</param>
    /// <param name="timeline">The excluded events.</param>
    /// <param name="chain">The best chain of the try; with at least one step.</param>
    /// <returns>The event, or <see cref="None"/>.</returns>
    internal static Taint Earliest(FunnelPlan plan, Timeline timeline, Chain chain)
    {
        Taint earliest = None;
        for (int exclusion = 0; exclusion < plan.Exclusions.Length; exclusion++)
        {
            (int from, int to) = plan.Exclusions[exclusion];
            if (chain.Depth <= from)
            {
                continue;
            }

            // Strictly between two matched steps; without the second one as long as the window is open, its last instant included.
            long end = chain.Depth > to ? chain.Ticks[to] : chain.Ticks[0] + plan.WindowTicks + 1;
            Taint first = First(timeline, exclusion, chain.Ticks[from], end);
            earliest = first.Ticks < earliest.Ticks ? first : earliest;
        }

        return earliest;
    }

    private static Taint First(Timeline timeline, int exclusion, long after, long before)
    {
        int at = timeline.ExcludedTicks.BinarySearch(after);
        at = at < 0 ? ~at : at; // on one of the events at that instant, if there are any: those are passed over
        for (; at < timeline.ExcludedCount && timeline.ExcludedTicks[at] < before; at++)
        {
            if (timeline.ExcludedTicks[at] > after && (timeline.Excluded[at] >> exclusion & 1) != 0)
            {
                return new Taint(timeline.ExcludedTicks[at], timeline.ExcludedRows[at]);
            }
        }

        return None;
    }
}
