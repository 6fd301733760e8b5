using System.Collections.Immutable;
using System.Text.Json.Nodes;
using UserOps.Models.Retention;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Retention;

/// <summary>Answers retention cases through the public model, in the shape of their <c>expected</c>.</summary>
internal static class RetentionCases
{
    public static JsonObject Answer(ConformanceCase asked) => Answer(asked, run: null);

    public static JsonObject Answer(ConformanceCase asked, RunOptions? run)
    {
        try
        {
            return AnswerOf(Evaluate(asked, run).Summary);
        }
        catch (InvalidDefinitionException refusal)
        {
            return new JsonObject { ["refused"] = new JsonArray([.. refusal.Issues.Select(issue => JsonValue.Create(issue.Code))]) };
        }
    }

    public static RetentionResult Evaluate(ConformanceCase asked, RunOptions? run = null)
        => new RetentionModel(RetentionCaseReader.Read(asked.Definition)).Evaluate(DataOf(asked), RetentionCaseReader.Context(asked), run);

    public static UserOpsDataset DataOf(ConformanceCase asked) => CaseDataset.Read(
        asked, [.. CaseDataset.PropertiesIn(asked.Definition), .. asked.Definition.Text("breakdown") is { } property ? new[] { property } : []]);

    private static JsonObject AnswerOf(RetentionSummary summary)
    {
        JsonObject answer = Table(summary.Cohorts);
        if (summary.Definition.Breakdown is not null)
        {
            answer["breakdown"] = new JsonObject(summary.Breakdown.Select(row => KeyValuePair.Create(row.Value, (JsonNode?)Table(row.Cohorts))));
        }

        return answer;
    }

    private static JsonObject Table(ImmutableArray<RetentionCohort> cohorts) => new()
    {
        ["sizes"] = new JsonArray([.. cohorts.Select(cohort => JsonValue.Create(cohort.Size))]),
        ["retained"] = new JsonArray([.. cohorts.Select(cohort => new JsonArray([.. cohort.Retained.Select(Count)]))]),
    };

    private static JsonNode? Count(long? users) => users is { } count ? JsonValue.Create(count) : null;
}
