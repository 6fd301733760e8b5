using System.Text.Json;
using UserOps.Models.Tests.Conformance;
using UserOps.Models.Tests.Funnels.Twin;

namespace UserOps.Models.Tests.GrowthModels.Twin;

/// <summary>The definition of a growth-stages case.</summary>
/// <param name="Range">Where the first acquisition of a cohort user lies.</param>
/// <param name="FromDay">First local day after the acquisition day that counts as retention; included.</param>
/// <param name="ToDay">Last such day; included.</param>
/// <param name="Targets">Wanted conversion per stage; null where the case names no targets.</param>
internal sealed record TwinGrowthDefinition(
    IReadOnlyDictionary<string, TwinFilter> Stages,
    TwinRange Range,
    TimeZoneInfo Zone,
    int FromDay,
    int ToDay,
    long? WindowTicks,
    IReadOnlyDictionary<string, double>? Targets)
{
    public static TwinGrowthDefinition Read(JsonElement json)
    {
        json.OnlyKnown("definition", "stages", "from", "to", "timeZone", "windowSeconds", "targets");
        TimeZoneInfo zone = CaseTimes.Zone(json.Text("timeZone"));
        JsonElement stages = json.GetProperty("stages");
        stages.OnlyKnown("stages", "acquisition", "activation", "retention", "revenue", "referral");
        foreach (JsonProperty stage in stages.EnumerateObject())
        {
            stage.Value.OnlyKnown(stage.Name, stage.Name == "retention" ? ["event", "where", "fromDay", "toDay"] : ["event", "where"]);
        }

        JsonElement retention = stages.GetProperty("retention");
        return new TwinGrowthDefinition(
            stages.EnumerateObject().ToDictionary(stage => stage.Name, stage => TwinFilter.Read(stage.Value)),
            new TwinRange(FirstInstant(json.Text("from"), zone), FirstInstant(json.Text("to"), zone), LimitsEntryOnly: true),
            zone,
            retention.GetProperty("fromDay").GetInt32(),
            retention.GetProperty("toDay").GetInt32(),
            json.Ticks("windowSeconds"),
            json.Member("targets")?.EnumerateObject().ToDictionary(target => target.Name, target => target.Value.GetDouble()));
    }

    public bool IsReachedBy(string stage, TwinEvent e, long acquired)
    {
        if (!Stages[stage].Matches(e) || e.Ticks < acquired)
        {
            return false;
        }

        int day = TwinDays.DateOf(e.Ticks, Zone).DayNumber - TwinDays.DateOf(acquired, Zone).DayNumber;
        return stage == "retention" ? day >= FromDay && day <= ToDay : !(e.Ticks - acquired > WindowTicks);
    }

    private static long? FirstInstant(string? date, TimeZoneInfo zone) =>
        date is null ? null : TwinDays.FirstInstant(CaseTimes.Date(date), zone);
}
