using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;
using UserOps.Models.Tests.Funnels.Twin;

namespace UserOps.Models.Tests.GrowthModels.Twin;

/// <summary>AARRR and RARRA of the conformance contract, written a second time: one user after another, one event after another.</summary>
internal static class TwinGrowthStages
{
    private static readonly string[] Stages = ["acquisition", "activation", "retention", "revenue", "referral"];

    public static JsonObject Answer(ConformanceCase asked)
    {
        TwinGrowthDefinition definition = TwinGrowthDefinition.Read(asked.Definition);
        HashSet<string>[] cohort =
        [
            .. TwinEvent.ReadAll(asked.Events, asked.AsOf)
                .GroupBy(e => e.User, StringComparer.Ordinal)
                .Select(user => Reached(definition, [.. user]))
                .Where(reached => reached.Count > 0),
        ];
        HashSet<string>[] retained = [.. cohort.Where(reached => reached.Contains("retention"))];
        int[] nested = [.. Stages.Select((_, last) => cohort.Count(reached => Stages.Take(last + 1).All(reached.Contains)))];
        double?[] conversion =
            [.. nested.Select((users, stage) => stage == 0 || nested[stage - 1] == 0 ? null : (double?)users / nested[stage - 1])];
        JsonArray OfRetained(string stage) => [retained.Count(reached => reached.Contains(stage)), retained.Length];
        return new JsonObject
        {
            ["raw"] = new JsonObject(Stages.Select(stage =>
                KeyValuePair.Create(stage, (JsonNode?)cohort.Count(reached => reached.Contains(stage))))),
            ["aarrr"] = new JsonObject
            {
                ["users"] = JsonSerializer.SerializeToNode(nested),
                ["conversion"] = JsonSerializer.SerializeToNode(conversion),
            },
            ["rarra"] = new JsonObject
            {
                ["retention"] = new JsonArray(retained.Length, cohort.Length),
                ["activation"] = OfRetained("activation"),
                ["referral"] = OfRetained("referral"),
                ["revenue"] = OfRetained("revenue"),
                ["acquisition"] = cohort.Length,
            },
            ["holdsBack"] = HoldsBack(definition, conversion),
        };
    }

    /// <summary>The stages one user reached; empty for a user outside the cohort.</summary>
    private static HashSet<string> Reached(TwinGrowthDefinition definition, TwinEvent[] history)
    {
        long[] acquisitions = [.. history.Where(definition.Stages["acquisition"].Matches).Select(e => e.Ticks)];
        if (acquisitions.Length == 0 || !definition.Range.Contains(acquisitions.Min()))
        {
            return [];
        }

        long acquired = acquisitions.Min();
        return [.. Stages.Where(stage => stage == "acquisition" || history.Any(e => definition.IsReachedBy(stage, e, acquired)))];
    }

    private static string? HoldsBack(TwinGrowthDefinition definition, double?[] conversion)
    {
        var rated = Stages.Zip(conversion).Where(stage => stage.Second is not null);
        return definition.Targets is { } targets
            ? rated.Where(stage => targets.ContainsKey(stage.First))
                .Select(stage => (Stage: stage.First, Shortfall: targets[stage.First] - stage.Second!.Value))
                .Where(stage => stage.Shortfall > 0)
                .OrderByDescending(stage => stage.Shortfall) // stable: equal shortfalls keep the earlier stage first
                .Select(stage => stage.Stage)
                .FirstOrDefault()
            : rated.OrderBy(stage => stage.Second).Select(stage => stage.First).FirstOrDefault();
    }
}
