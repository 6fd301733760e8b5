using System.Text.Json;

namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>What one funnel sees of one unit: the events of one combination of held values, and which steps each of them can fill.</summary>
internal sealed class TwinSight
{
    private readonly HashSet<(int Position, int Step)> _fills;

    private TwinSight(TwinDefinition definition, IEnumerable<TwinEvent> events, HashSet<(int Position, int Step)> fills)
    {
        Definition = definition;
        Events = [.. events.OrderBy(e => e.Ticks).ThenBy(e => e.Position)];
        _fills = fills;
        Starts = [.. FindStarts()];
    }

    public TwinDefinition Definition { get; }

    /// <summary>Gets the seen events by time, then by position.</summary>
    public IReadOnlyList<TwinEvent> Events { get; }

    /// <summary>Gets the events that may start a chain.</summary>
    public IReadOnlyList<TwinEvent> Starts { get; }

    public bool CanFill(TwinEvent e, int step) => _fills.Contains((e.Position, step));

    public bool CanFillAny(TwinEvent e) => Enumerable.Range(0, Definition.Steps.Count).Any(step => CanFill(e, step));

    public bool Matches(TwinEvent e, int step) => Definition.Steps[step].Filter.Matches(e);

    /// <summary>Looks at a unit's whole history as the definition says; one sight per combination of held values.</summary>
    /// <param name="seenValue">A breakdown over all steps sees only events with this value; null sees all.</param>
    /// <param name="stepValue">A breakdown at one step lets only events with this value fill it; null lets all.</param>
    public static IReadOnlyList<TwinSight> Of(
        TwinDefinition definition, IReadOnlyList<TwinEvent> history, string? seenValue = null, string? stepValue = null)
    {
        IEnumerable<TwinEvent> seen = history
            .Where(e => definition.Range is not { LimitsEntryOnly: false } range || range.Contains(e.Ticks))
            .Where(e => seenValue is null || e.Value(definition.Breakdown!.Property) == seenValue)
            .Where(e => definition.Hold.All(property => e.Value(property) is not null));

        bool CanFill(TwinEvent e, int step) =>
            definition.Steps[step].Filter.Matches(e)
            && IsThatOccurrence(e, definition.Steps[step], history)
            && (step > 0 || definition.Range is not { LimitsEntryOnly: true } range || range.Contains(e.Ticks))
            && (stepValue is null || step != definition.Breakdown!.Step || e.Value(definition.Breakdown.Property) == stepValue);

        return
        [
            .. seen.GroupBy(e => JsonSerializer.Serialize(definition.Hold.Select(e.Value)))
                .Select(held => new TwinSight(definition, held, [.. Fills(held)])),
        ];

        IEnumerable<(int, int)> Fills(IEnumerable<TwinEvent> events) =>
            from e in events from step in Enumerable.Range(0, definition.Steps.Count) where CanFill(e, step) select (e.Position, step);
    }

    // Several events may share the first instant; each of them is first.
    private static bool IsThatOccurrence(TwinEvent e, TwinStep step, IReadOnlyList<TwinEvent> history) => step.Occurrence switch
    {
        "firstEver" => e.Ticks == history.Where(step.Filter.HasName).Min(other => other.Ticks),
        "firstMatching" => e.Ticks == history.Where(step.Filter.Matches).Min(other => other.Ticks),
        _ => true,
    };

    private IEnumerable<TwinEvent> FindStarts()
    {
        TwinEvent[] candidates = [.. Events.Where(e => CanFill(e, 0))];
        if (Definition.Entry == "any" || candidates.Length == 0)
        {
            return candidates;
        }

        return Definition.Ties == "input" ? candidates.Take(1) : candidates.Where(e => e.Ticks == candidates[0].Ticks);
    }
}
