using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Activity;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Activity;

/// <summary>Runs a case of <c>stickiness.json</c> through the public door.</summary>
internal static class StickinessCases
{
    public static JsonObject Answer(ConformanceCase asked) => ActivityCaseReader.Answer(() =>
    {
        StickinessSummary summary = new StickinessModel(DefinitionOf(asked))
            .Evaluate(ActivityCaseReader.DataOf(asked), ActivityCaseReader.ContextOf(asked)).Summary;
        return new JsonObject { ["data"] = new JsonArray([.. summary.Distribution.Select(users => JsonValue.Create(users))]) };
    });

    private static StickinessDefinition DefinitionOf(ConformanceCase asked)
    {
        JsonElement json = asked.Definition;
        json.OnlyKnown("definition", "asOf", "activity", "interval", "timeZone", "weekStart", "intervalCount", "from", "to", "criteria", "computedAs");
        return new()
        {
            Activity = ActivityCaseReader.ActivityOf(asked),
            Interval = ActivityCaseReader.IntervalOf(asked),
            From = ActivityCaseReader.MomentOf(json, "from"),
            To = ActivityCaseReader.MomentOf(json, "to"),
            IntervalCount = json.Index("intervalCount") ?? 1,
            Criteria = json.Member("criteria") is { } criteria
                ? new() { Operator = OperatorOf(criteria.Text("operator")!), Value = criteria.Index("value")!.Value }
                : new() { Operator = StickinessOperator.AtLeast, Value = 1 },
            ComputedAs = json.Text("computedAs") switch
            {
                null or "exact" => StickinessCounting.Exact,
                "cumulative" => StickinessCounting.Cumulative,
                var other => throw new FormatException($"This runner knows no computedAs '{other}'."),
            },
        };
    }

    private static StickinessOperator OperatorOf(string name) => name switch
    {
        "gte" => StickinessOperator.AtLeast,
        "lte" => StickinessOperator.AtMost,
        "exact" => StickinessOperator.Exactly,
        _ => throw new FormatException($"This runner knows no operator '{name}'."),
    };
}
