using System.Globalization;
using System.Text.Json.Nodes;

namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>A funnel of its own for every local day with a start.</summary>
internal static class TwinTrend
{
    public static JsonArray Of(TwinDefinition definition, TwinTrendRequest trend, IEnumerable<TwinEvent[]> units)
    {
        var days = new SortedDictionary<DateOnly, List<TwinOutcome>>();
        foreach (TwinEvent[] history in units)
        {
            IEnumerable<TwinTry> tries = TwinSight.Of(definition, history).SelectMany(TwinTries.Of);
            foreach (IGrouping<DateOnly, TwinTry> day in tries.GroupBy(t => TwinDays.DateOf(t.Chain.Start, trend.Zone)))
            {
                days.TryAdd(day.Key, []);
                days[day.Key].Add(TwinTries.Judge(definition, [.. day]));
            }
        }

        return new JsonArray([.. days.Where(day => day.Value.Any(o => o.Level > 0)).Select(day => Row(definition, trend, day.Key, day.Value))]);
    }

    private static JsonObject Row(TwinDefinition definition, TwinTrendRequest trend, DateOnly date, List<TwinOutcome> outcomes)
    {
        var row = new JsonObject
        {
            ["date"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["entered"] = outcomes.Count(o => o.Level > 0),
            ["converted"] = outcomes.Count(o => o.Level == definition.Steps.Count),
        };
        if (trend.AsOfTicks is { } asOf)
        {
            row["complete"] = definition.WindowTicks is { } window && TwinDays.FirstInstant(date.AddDays(1), trend.Zone) + window <= asOf;
        }

        return row;
    }
}
