using System.Text.Json;
using UserOps.Models.Retention;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Retention;

/// <summary>Reads the <c>definition</c> of a retention case as the definition and the context a caller would write.</summary>
internal static class RetentionCaseReader
{
    public static RetentionDefinition Read(JsonElement json)
    {
        json.OnlyKnown(
            "definition", "asOf", "start", "return", "interval", "timeZone", "weekStart", "firstCohort", "cohorts", "periods", "cohortType",
            "alignment", "truncate", "kind", "brackets", "period0", "minimumOccurrences", "breakdown");
        string first = json.Text("firstCohort")!;
        return new RetentionDefinition
        {
            Start = ReadFilter(json, "start"),
            Return = ReadFilter(json, "return"),
            Unit = Named<CalendarUnit>(json, "interval"),
            FirstCohort = CaseTimes.IsDate(first) ? CaseTimes.Date(first) : CaseTimes.Instant(first),
            Cohorts = json.GetProperty("cohorts").GetInt32(),
            Periods = json.Index("periods"),
            CohortType = Named<RetentionCohortType>(json, "cohortType"),
            Alignment = Named<RetentionAlignment>(json, "alignment"),
            Truncation = Named<RetentionTruncation>(json, "truncate"),
            Rule = Named<RetentionRule>(json, "kind"),
            Brackets = [.. json.Items("brackets").Select(bracket => new RetentionBracket(bracket[0].GetInt32(), bracket[1].GetInt32()))],
            PeriodZero = Named<RetentionPeriodZero>(json, "period0"),
            MinimumOccurrences = json.Index("minimumOccurrences") ?? 1,
            Breakdown = json.Text("breakdown") is { } property ? Field.Category(property) : null,
        };
    }

    public static EvaluationContext Context(ConformanceCase asked) => new()
    {
        AsOf = asked.AsOf,
        Zone = CaseTimes.Zone(asked.Definition.Text("timeZone")),
        WeekStart = asked.Definition.Word("weekStart", "sunday", "monday") == "monday" ? DayOfWeek.Monday : DayOfWeek.Sunday,
    };

    private static EventFilter ReadFilter(JsonElement json, string name)
    {
        JsonElement step = json.GetProperty(name);
        step.OnlyKnown("step", "event", "where");
        return CaseFilter.Read(step);
    }

    /// <summary>Reads a member of an enumeration from its name in camel case; absent is the default, of units the day.</summary>
    private static T Named<T>(JsonElement json, string name)
        where T : struct, Enum
    {
        string? word = json.Text(name);
        return word is null && typeof(T) != typeof(CalendarUnit)
            ? default
            : Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()!) == (word ?? "day"))
                ?? throw new FormatException($"'{name}' is '{word}'; {typeof(T).Name} has no such member.");
    }
}
