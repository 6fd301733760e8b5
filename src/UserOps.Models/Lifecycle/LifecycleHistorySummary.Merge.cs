using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

public sealed partial record LifecycleHistorySummary
{
    /// <summary>Joins the histories of two sets of users who have nobody in common, such as two shards.</summary>
    /// <param name="a">One history.</param>
    /// <param name="b">The other, of the same definition, context and instants.</param>
    /// <returns>What one history over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A history is null.</exception>
    /// <exception cref="ArgumentException">The definitions, the contexts or the instants differ.</exception>
    public static LifecycleHistorySummary Merge(LifecycleHistorySummary a, LifecycleHistorySummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        LifecycleMerging.RequireSameQuestion((a.Definition, a.Context), (b.Definition, b.Context), nameof(b));
        if (!a.Points.Select(point => point.Instant).SequenceEqual(b.Points.Select(point => point.Instant)))
        {
            throw new ArgumentException("The histories look at different instants; they cannot be added up.", nameof(b));
        }

        return a with
        {
            Points = [.. a.Points.Zip(b.Points, (x, y) => x with { Counts = LifecycleCounts.Sum(x.Counts, y.Counts) })],
            Flows = Added(a.Flows, b.Flows, PlacesOf(a.Definition)),
            Spells = Added(a.Spells, b.Spells, PlacesOf(a.Definition)),
            UnknownEvents = LifecycleMerging.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    private static Dictionary<LifecycleState, int> PlacesOf(LifecycleDefinition definition)
        => LifecycleStates.Of(definition).Select((state, place) => (state, place)).ToDictionary(pair => pair.state, pair => pair.place);

    private static ImmutableArray<LifecycleFlow> Added(ImmutableArray<LifecycleFlow> a, ImmutableArray<LifecycleFlow> b, Dictionary<LifecycleState, int> places)
        => [.. a.Concat(b)
            .GroupBy(flow => (flow.Point, From: places[flow.From], To: places[flow.To]))
            .OrderBy(flows => flows.Key)
            .Select(flows => flows.First() with { Users = flows.Sum(flow => flow.Users) })];

    private static ImmutableArray<LifecycleSpellCount> Added(
        ImmutableArray<LifecycleSpellCount> a, ImmutableArray<LifecycleSpellCount> b, Dictionary<LifecycleState, int> places)
        => [.. a.Concat(b)
            .GroupBy(spell => (Place: places[spell.State], spell.First, spell.Last))
            .OrderBy(spells => spells.Key)
            .Select(spells => spells.First() with { Users = spells.Sum(spell => spell.Users) })];
}
