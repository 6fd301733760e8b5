using System.Text.Json.Nodes;

namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>The rows of a breakdown: counts by value, rows of zeros left out.</summary>
internal static class TwinRows
{
    public static JsonObject Of(TwinDefinition definition, IReadOnlyDictionary<string, TwinEvent[]> units)
    {
        string property = definition.Breakdown!.Property;
        var rows = new JsonObject();
        IEnumerable<string> values = units.Values.SelectMany(history => history).Select(e => e.Value(property)).OfType<string>();
        foreach (string value in values.Distinct().Order(StringComparer.Ordinal))
        {
            long[] counts = TwinFunnel.Count(definition, units.Values.Select(history => Outcome(definition, history, value)));
            if (counts.Any(count => count > 0))
            {
                rows.Add(value, TwinFunnel.Numbers(counts));
            }
        }

        return rows;
    }

    /// <summary>What a unit adds to the row of a value; no level where it has no place in that row.</summary>
    private static TwinOutcome Outcome(TwinDefinition definition, TwinEvent[] history, string value)
    {
        TwinBreakdown breakdown = definition.Breakdown!;
        switch (breakdown.Attribution)
        {
            case "allSteps":
                return TwinFunnel.Judge(definition, TwinSight.Of(definition, history, seenValue: value));
            case "step":
                TwinOutcome outcome = TwinFunnel.Judge(definition, TwinSight.Of(definition, history, stepValue: value));
                return outcome.Level > breakdown.Step ? outcome : TwinOutcome.None;
            default:
                IReadOnlyList<TwinSight> sights = TwinSight.Of(definition, history);
                return Touch(breakdown, sights) == value ? TwinFunnel.Judge(definition, sights) : TwinOutcome.None;
        }
    }

    private static string? Touch(TwinBreakdown breakdown, IReadOnlyList<TwinSight> sights)
    {
        var touches =
            (from sight in sights
             from e in sight.Events
             where sight.CanFillAny(e)
             let value = e.Value(breakdown.Property)
             where value is not null
             select (e.Ticks, Value: value)).ToList();
        if (touches.Count == 0)
        {
            return null;
        }

        long instant = breakdown.Attribution == "firstTouch" ? touches.Min(t => t.Ticks) : touches.Max(t => t.Ticks);
        return touches.Where(t => t.Ticks == instant).Select(t => t.Value).Min(StringComparer.Ordinal);
    }
}
