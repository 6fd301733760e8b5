using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using UserOps.Models.Funnels;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Funnels;

/// <summary>Answers funnel cases through the public model, in the shape of their <c>expected</c>.</summary>
internal static class FunnelConformance
{
    public static JsonObject Answer(ConformanceCase asked) => Answer(asked, FunnelDetail.Chains, run: null);

    public static JsonObject Answer(ConformanceCase asked, FunnelDetail detail, RunOptions? run)
    {
        FunnelDefinition definition = FunnelCaseReader.Read(asked.Definition) with { Detail = detail };
        try
        {
            UserOpsDataset data = CaseDataset.Read(asked, CaseDataset.PropertiesIn(asked.Definition));
            return Answer(data, new FunnelModel(definition).Evaluate(data, FunnelCaseReader.Context(asked), run));
        }
        catch (InvalidDefinitionException refusal)
        {
            return new JsonObject { ["refused"] = new JsonArray([.. refusal.Issues.Select(issue => JsonValue.Create(issue.Code))]) };
        }
    }

    private static JsonObject Answer(UserOpsDataset data, FunnelResult result)
    {
        FunnelDefinition definition = result.Definition;
        FunnelSummary summary = result.Summary;
        var answer = new JsonObject
        {
            ["counts"] = Numbers(summary.Steps.Select(step => step.Completed)),
            ["levels"] = Levels(data, result),
            ["rates"] = new JsonObject
            {
                ["ofFirst"] = new JsonArray([.. summary.Steps.Select(step => Number(step.Overall.Value))]),
                ["ofPrevious"] = new JsonArray([.. summary.Steps.Select(step => Number(step.OfPrevious.Value))]),
            },
        };
        if (definition.Breakdown is not null)
        {
            answer["breakdown"] = new JsonObject(
                summary.Breakdown.Select(row => KeyValuePair.Create(row.Value, (JsonNode?)Numbers(row.Counts))));
        }

        if (definition.Counting == FunnelCounting.Totals)
        {
            answer["totals"] = Numbers(summary.Totals);
        }

        if (definition.Trend is not null)
        {
            answer["trend"] = new JsonArray([.. summary.Trend.Select(Day)]);
        }

        if (definition.Detail == FunnelDetail.Chains)
        {
            AddTimes(answer, result);
            AddChains(answer, data, result);
        }

        return answer;
    }

    private static void AddTimes(JsonObject answer, FunnelResult result)
    {
        answer["conversionSeconds"] = new JsonObject
        {
            ["average"] = new JsonArray([.. result.Times.Steps.Select(step => Seconds(step.Mean))]),
            ["median"] = new JsonArray([.. result.Times.Steps.Select(step => Seconds(step.Median))]),
        };
        if (result.Times.Histogram is { } histogram)
        {
            answer["histogram"] = new JsonObject
            {
                ["bins"] = new JsonArray([.. histogram.Bins.Select(bin => new JsonArray(bin.From.TotalSeconds, bin.Count))]),
                ["average"] = Seconds(histogram.Average),
            };
        }
    }

    /// <summary>Beyond what cases ask: when each user's chosen chain filled each step, in UTC ticks.</summary>
    private static void AddChains(JsonObject answer, UserOpsDataset data, FunnelResult result)
    {
        if (result.Units is null)
        {
            answer["chains"] = new JsonObject(Users(data).Select(user => KeyValuePair.Create(
                user.ToString(), (JsonNode?)Chain(data, result.Users.ChosenEvents(user)))));
        }
    }

    private static JsonArray Chain(UserOpsDataset data, ImmutableArray<int?> events) =>
        new([.. events.Select(index => index is { } row ? JsonValue.Create(data.Events.UtcTicks[row]) : null)]);

    private static JsonObject Levels(UserOpsDataset data, FunnelResult result) => new(result.Units is { } units
        ? units.Values.Select(unit => KeyValuePair.Create(unit, (JsonNode?)units.LevelOf(unit)))
        : Users(data).Select(user => KeyValuePair.Create(user.ToString(), (JsonNode?)result.Users.LevelOf(user))));

    private static IEnumerable<UserId> Users(UserOpsDataset data) => Enumerable.Range(0, data.Directory.Count).Select(i => data.Directory[i]);

    private static JsonObject Day(FunnelTrendDay day) => new()
    {
        ["date"] = day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["entered"] = day.Entered,
        ["converted"] = day.Converted,
        ["complete"] = day.IsComplete,
    };

    private static JsonArray Numbers(IEnumerable<long> numbers) => new([.. numbers.Select(n => JsonValue.Create(n))]);

    private static JsonValue? Number(double? number) => number is { } value ? JsonValue.Create(value) : null;

    private static JsonValue? Seconds(Measure<TimeSpan> time) => Number(time.Value?.TotalSeconds);
}
