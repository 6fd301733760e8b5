using System.Text.Json.Nodes;
using UserOps.Models.Activity;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Activity;

/// <summary>Runs a case of <c>lifecycle.json</c>, which is about the decomposition of activity, through the public door.</summary>
internal static class DecompositionCases
{
    private static readonly InstantField CreatedAt = Field.Instant("created_at");

    public static JsonObject Answer(ConformanceCase asked) => ActivityCaseReader.Answer(() =>
    {
        ActivityDecompositionDefinition definition = DefinitionOf(asked);
        ActivityDecompositionSummary summary = new ActivityDecompositionModel(definition)
            .Evaluate(DataOf(asked), ActivityCaseReader.ContextOf(asked)).Summary;
        return new JsonObject
        {
            ["new"] = Numbers(summary, period => period.New),
            ["returning"] = Numbers(summary, period => period.Returning),
            ["resurrecting"] = Numbers(summary, period => period.Resurrected),
            ["dormant"] = Numbers(summary, period => period.WentDormant),
        };
    });

    private static ActivityDecompositionDefinition DefinitionOf(ConformanceCase asked)
    {
        asked.Definition.OnlyKnown("definition", "asOf", "activity", "interval", "timeZone", "weekStart", "from", "to", "newBasis", "createdAt");
        return new()
        {
            Activity = ActivityCaseReader.ActivityOf(asked),
            Interval = ActivityCaseReader.IntervalOf(asked),
            From = ActivityCaseReader.MomentOf(asked.Definition, "from"),
            To = ActivityCaseReader.MomentOf(asked.Definition, "to"),
            CreatedAt = asked.Definition.Text("newBasis") == "createdAt" ? CreatedAt : null,
        };
    }

    private static UserOpsDataset DataOf(ConformanceCase asked)
    {
        UserOpsDataset data = ActivityCaseReader.DataOf(asked);
        if (asked.Definition.Member("createdAt") is not { } created)
        {
            return data;
        }

        var calendar = new ReportingCalendar(CaseTimes.Zone(asked.Definition.Text("timeZone")));
        return data.Append(new UserOpsDatasetBuilder().AddUsers(
            created.EnumerateObject(),
            map => map.User(user => user.Name).With(CreatedAt, user => user.Value.GetString() is { } text ? InstantOf(text, calendar) : null)));
    }

    private static DateTimeOffset InstantOf(string text, ReportingCalendar calendar)
        => CaseTimes.IsDate(text) ? calendar.StartOf(CaseTimes.Date(text)) : CaseTimes.Instant(text);

    private static JsonArray Numbers(ActivityDecompositionSummary summary, Func<ActivityDecompositionPeriod, long> count)
        => new([.. summary.Periods.Select(period => JsonValue.Create(count(period)))]);
}
