namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>The unordered funnel: every way to give steps an event inside one window.</summary>
internal static class TwinUnordered
{
    public static TwinOutcome Judge(IReadOnlyList<TwinSight> sights)
    {
        TwinEvent[][] ways = [.. sights.SelectMany(sight => Ways(sight, 0, [])).Where(way => way.Length > 0)];
        if (ways.Length == 0)
        {
            return TwinOutcome.None;
        }

        // The first moment the level is reached; then the earliest sorted times, the first time first.
        int level = ways.Max(way => way.Length);
        TwinEvent[][] sorted = [.. ways.Where(way => way.Length == level).Select(way => way.OrderBy(e => e.Ticks).ToArray())];
        long moment = sorted.Min(way => way[^1].Ticks);
        TwinEvent[] chosen = sorted.Where(way => way[^1].Ticks == moment).Aggregate((best, way) => IsEarlier(way, best) ? way : best);
        return new TwinOutcome(level, new TwinChain([.. chosen.Select((e, position) => new TwinLink(position, e))]));
    }

    private static IEnumerable<TwinEvent[]> Ways(TwinSight sight, int step, TwinEvent[] way)
    {
        if (step == sight.Definition.Steps.Count)
        {
            return [way];
        }

        IEnumerable<TwinEvent> fillers = sight.Events.Where(e =>
            sight.CanFill(e, step)
            && (sight.Definition.Reuse || !way.Contains(e))
            && way.All(other => !(Math.Abs(other.Ticks - e.Ticks) > sight.Definition.WindowTicks)));
        return Ways(sight, step + 1, way).Concat(fillers.SelectMany(e => Ways(sight, step + 1, [.. way, e])));
    }

    private static bool IsEarlier(TwinEvent[] way, TwinEvent[] other) =>
        way.Zip(other, (a, b) => a.Ticks.CompareTo(b.Ticks)).FirstOrDefault(difference => difference != 0) < 0;
}
