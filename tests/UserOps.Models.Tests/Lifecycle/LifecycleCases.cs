using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Lifecycle;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>Runs the cases of <c>stratification.json</c> that are about the life cycle through the public doors.</summary>
internal static class LifecycleCases
{
    public static JsonObject Shape(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "counts");
        JsonElement counts = asked.Input.GetProperty("counts");
        counts.OnlyKnown("counts", "introduction", "growth", "maturity", "dormant", "churned");
        LifecycleShapeResult result = new LifecycleShapeModel().Evaluate(new LifecycleStageCounts
        {
            Introduction = counts.GetProperty("introduction").GetInt64(),
            Growth = counts.GetProperty("growth").GetInt64(),
            Maturity = counts.GetProperty("maturity").GetInt64(),
            Dormant = counts.GetProperty("dormant").GetInt64(),
            Churned = counts.GetProperty("churned").GetInt64(),
        });
        return result.Shape.Value is not null
            ? new JsonObject
            {
                ["shape"] = JsonNode.Parse(UserOpsJson.Serialize(result))!["shape"]!["value"]!.DeepClone(),
                ["zoneShares"] = new JsonObject([.. Enum.GetValues<LifecycleZone>().Select(zone => KeyValuePair.Create(CamelCase(zone), (JsonNode?)result.ShareOf(zone).Value))]),
            }
            : new JsonObject { ["undefined"] = CamelCase(result.Shape.Undefined!.Value) };
    }

    public static JsonObject Tiers(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "parameters", "users");
        JsonElement parameters = asked.Input.GetProperty("parameters");
        parameters.OnlyKnown("parameters", "newDays", "dormantDays", "activeCoreUses30", "activeDays60");
        var model = new OperatingTierModel(new()
        {
            NewDays = parameters.GetProperty("newDays").GetInt32(),
            DormantDays = parameters.GetProperty("dormantDays").GetInt32(),
            ActiveCoreUses = parameters.GetProperty("activeCoreUses30").GetInt32(),
            ActiveDays = parameters.GetProperty("activeDays60").GetInt32(),
        });
        return new JsonObject
        {
            ["tierOf"] = new JsonObject([.. asked.Input.GetProperty("users").EnumerateObject()
                .Select(user => KeyValuePair.Create(user.Name, (JsonNode?)OperatingTierModel.IdOf(model.TierOf(FactsOf(user.Value)))))]),
        };
    }

    private static OperatingTierFacts FactsOf(JsonElement user)
    {
        user.OnlyKnown(
            "user", "registeredDaysAgo", "daysSinceLastInteraction", "activeDays7", "activeDays60", "coreUses30", "hasConverted", "matchesValueProfile");
        return new(
            user.Index("activeDays60") ?? 0,
            user.Index("coreUses30") ?? 0,
            user.Index("registeredDaysAgo"),
            user.Index("daysSinceLastInteraction"),
            user.Flag("hasConverted"),
            user.Flag("matchesValueProfile"));
    }

    private static string CamelCase<T>(T name)
        where T : struct, Enum
        => JsonNamingPolicy.CamelCase.ConvertName(name.ToString());
}
