using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Activity;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Activity;

/// <summary>Reads what the cases about activity have in common.</summary>
internal static class ActivityCaseReader
{
    /// <summary>Answers a case, or says by which codes it is refused.</summary>
    public static JsonObject Answer(Func<JsonObject> answer)
    {
        try
        {
            return answer();
        }
        catch (InvalidDefinitionException refusal)
        {
            return new JsonObject { ["refused"] = new JsonArray([.. refusal.Issues.Select(issue => (JsonNode)issue.Code)]) };
        }
    }

    public static EvaluationContext ContextOf(ConformanceCase asked) => new()
    {
        AsOf = asked.AsOf,
        Zone = CaseTimes.Zone(asked.Definition.Text("timeZone")),
        WeekStart = asked.Definition.Text("weekStart") is { } day ? Enum.Parse<DayOfWeek>(day, ignoreCase: true) : DayOfWeek.Sunday,
    };

    public static ActiveUserDefinition ActivityOf(ConformanceCase asked) => CaseFilter.Read(asked.Definition.GetProperty("activity"));

    public static CalendarUnit IntervalOf(ConformanceCase asked) => Enum.Parse<CalendarUnit>(asked.Definition.Text("interval")!, ignoreCase: true);

    public static DateOrInstant MomentOf(JsonElement json, string member)
        => json.Text(member) is { } text && CaseTimes.IsDate(text) ? CaseTimes.Date(text) : CaseTimes.Instant(json.Text(member)!);

    public static UserOpsDataset DataOf(ConformanceCase asked) => CaseDataset.Read(asked, CaseDataset.PropertiesIn(asked.Definition));
}
