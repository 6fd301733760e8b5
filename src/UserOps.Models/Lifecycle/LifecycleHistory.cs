using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>In which stages the users of a dataset were at many instants. Immutable.</summary>
public sealed class LifecycleHistory
{
    internal LifecycleHistory(LifecycleModel model, UserOpsDataset data, EvaluationContext context, ImmutableArray<DateTimeOffset> instants, StagedUsers[] staged)
    {
        byte[][] codes = [.. staged.Select(users => users.Codes)];
        Users = new(model.Definition, data.Directory, instants, codes);
        Summary = new()
        {
            Definition = model.Definition,
            Context = context,
            Points = [.. instants.Zip(staged, (instant, users) => new LifecycleHistoryPoint { Instant = instant, Counts = LifecycleCounts.Of(model.Definition, users) })],
            Flows = [.. Enumerable.Range(1, Math.Max(instants.Length - 1, 0)).SelectMany(point => FlowsTo(point, model.Definition, instants[point], codes))],
            Spells = SpellsOf(model.Definition, codes, data.Directory.Count),
            UnknownEvents = model.UnknownEventsOf(data),
        };
    }

    /// <summary>Gets what was asked at every instant.</summary>
    public LifecycleDefinition Definition => Summary.Definition;

    /// <summary>Gets the zone, the first day of the week, and the instant up to which anything was seen.</summary>
    public EvaluationContext Context => Summary.Context;

    /// <summary>Gets the counts: JSON, mergeable.</summary>
    public LifecycleHistorySummary Summary { get; }

    /// <summary>Gets who was where, bound to the dataset.</summary>
    public LifecycleHistoryUsers Users { get; }

    private static IEnumerable<LifecycleFlow> FlowsTo(int point, LifecycleDefinition definition, DateTimeOffset instant, byte[][] codes)
    {
        var pairs = new long[256 * 256];
        LifecycleKernels.CountPairs(codes[point - 1], codes[point], pairs);
        pairs[(LifecycleDefaults.Absent << 8) | LifecycleDefaults.Absent] = 0;
        byte[] places = LifecycleStates.Codes(definition);
        return
            from before in places
            from after in places
            let users = pairs[(before << 8) | after]
            where users > 0
            select new LifecycleFlow
            {
                Point = point,
                Instant = instant,
                From = LifecycleStates.StateOf(before, definition),
                To = LifecycleStates.StateOf(after, definition),
                Users = users,
            };
    }

    private static ImmutableArray<LifecycleSpellCount> SpellsOf(LifecycleDefinition definition, byte[][] codes, int users) =>
    [
        .. LifecycleHistoryKernels.CountSpells(codes, users).OrderBy(spell => spell.Key).Select(spell => new LifecycleSpellCount
        {
            State = LifecycleStates.StateOf(spell.Key.Code, definition),
            First = spell.Key.First,
            Last = spell.Key.Last,
            Users = spell.Value,
        }),
    ];
}
