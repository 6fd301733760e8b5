using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.GrowthModels;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.GrowthModels;

/// <summary>Runs a growth-stages case through the public door: ingest, definition, both models.</summary>
internal static class GrowthCases
{
    public static JsonObject Answer(ConformanceCase asked) => Answer(asked, run: null);

    public static JsonObject Answer(ConformanceCase asked, RunOptions? run)
    {
        try
        {
            (AarrrResult aarrr, RarraResult rarra) = GrowthComparison.Evaluate(DefinitionOf(asked), DataOf(asked), ContextOf(asked), run);
            return Answer(aarrr.Summary, rarra.Summary);
        }
        catch (InvalidDefinitionException refusal)
        {
            return new JsonObject { ["refused"] = new JsonArray([.. refusal.Issues.Select(issue => (JsonNode)issue.Code)]) };
        }
    }

    /// <summary>Writes two summaries in the shape of <c>expected</c>.</summary>
    public static JsonObject Answer(AarrrSummary aarrr, RarraSummary rarra)
    {
        var shares = rarra.Stages.Where(stage => stage.Share is not null)
            .Select(stage => KeyValuePair.Create(Name(stage.Stage), (JsonNode?)new JsonArray(stage.Users, stage.Base)));
        return new JsonObject
        {
            ["raw"] = new JsonObject(aarrr.Stages.Select(stage => KeyValuePair.Create(Name(stage.Stage), (JsonNode?)stage.Raw))),
            ["aarrr"] = new JsonObject
            {
                ["users"] = new JsonArray([.. aarrr.Stages.Select(stage => (JsonNode)stage.Users)]),
                ["conversion"] = new JsonArray([.. aarrr.Stages.Select(stage => (JsonNode?)stage.Conversion?.Value)]),
            },
            ["rarra"] = new JsonObject(shares.Append(new("acquisition", rarra.Stages[^1].Users))),
            ["holdsBack"] = aarrr.HoldsBack is { } found ? Name(found.Stage) : null,
        };
    }

    public static EvaluationContext ContextOf(ConformanceCase asked)
        => new() { AsOf = asked.AsOf, Zone = CaseTimes.Zone(asked.Definition.Text("timeZone")), WeekStart = DayOfWeek.Sunday };

    public static GrowthStagesDefinition DefinitionOf(ConformanceCase asked)
    {
        JsonElement json = asked.Definition;
        JsonElement stages = json.GetProperty("stages");
        json.OnlyKnown("definition", "stages", "from", "to", "timeZone", "windowSeconds", "targets");
        return new()
        {
            Stages = new()
            {
                Acquisition = CaseFilter.Read(stages.GetProperty("acquisition")),
                Activation = CaseFilter.Read(stages.GetProperty("activation")),
                Retention = CaseFilter.Read(stages.GetProperty("retention")),
                Revenue = CaseFilter.Read(stages.GetProperty("revenue")),
                Referral = CaseFilter.Read(stages.GetProperty("referral")),
            },
            CohortFrom = CaseTimes.Date(json.Text("from")!),
            CohortTo = CaseTimes.Date(json.Text("to")!),
            RetentionFromDay = stages.GetProperty("retention").Index("fromDay")!.Value,
            RetentionToDay = stages.GetProperty("retention").Index("toDay")!.Value,
            Window = json.Ticks("windowSeconds") is { } ticks ? TimeSpan.FromTicks(ticks) : null,
            Targets = json.Member("targets") is { } targets ? TargetsOf(targets) : null,
        };
    }

    /// <summary>Reads the events of a case, or those of some users; "currency" is always a column, because tests break down by it.</summary>
    public static UserOpsDataset DataOf(ConformanceCase asked, Func<string, bool>? users = null)
        => CaseDataset.Read(users is null ? asked : asked.WithUsers(users), CaseDataset.PropertiesIn(asked.Definition).Append("currency"));

    // A target for acquisition is no fault and changes nothing: acquisition has no conversion.
    private static GrowthTargets TargetsOf(JsonElement json)
    {
        json.OnlyKnown("targets", "acquisition", "activation", "retention", "revenue", "referral");
        decimal? Target(string stage) => json.Member(stage)?.GetDecimal();
        return new() { Activation = Target("activation"), Retention = Target("retention"), Revenue = Target("revenue"), Referral = Target("referral") };
    }

    private static string Name(GrowthStage stage) => stage.ToString().ToLower(CultureInfo.InvariantCulture);
}
