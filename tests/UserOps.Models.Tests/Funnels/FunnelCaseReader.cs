using System.Text.Json;
using UserOps.Models.Funnels;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Funnels;

/// <summary>Reads the <c>definition</c> of a funnel case as the definition and the context a caller would write.</summary>
internal static class FunnelCaseReader
{
    public static FunnelDefinition Read(JsonElement json)
    {
        json.OnlyKnown(
            "definition", "steps", "windowSeconds", "order", "ties", "reuse", "entry", "unit", "hold", "exclusions",
            "exclusionEffect", "range", "breakdown", "counting", "histogram", "trend");
        return new FunnelDefinition
        {
            Steps = [.. json.Items("steps").Select(ReadStep)],
            Window = Duration(json, "windowSeconds"),
            Order = Enum<FunnelOrder>(json, "order"),
            Ties = Enum<FunnelTies>(json, "ties"),
            ReuseEvents = json.Flag("reuse"),
            Entry = Enum<FunnelEntry>(json, "entry"),
            Unit = json.Text("unit") is { } unit and not "user" ? Field.Category(unit) : null,
            HoldConstant = [.. json.Items("hold").Select(property => Field.Category(property.GetString()!))],
            Exclusions = [.. json.Items("exclusions").Select(ReadExclusion)],
            ExclusionEffect = Enum<FunnelExclusionEffect>(json, "exclusionEffect"),
            Range = json.Member("range") is { } range ? ReadRange(range) : null,
            Breakdown = json.Member("breakdown") is { } breakdown ? ReadBreakdown(breakdown) : null,
            Counting = Enum<FunnelCounting>(json, "counting"),
            Detail = FunnelDetail.Chains,
            Histogram = json.Member("histogram") is { } histogram ? ReadHistogram(histogram) : null,
            Trend = json.Member("trend") is { } trend ? ReadTrend(trend) : null,
        };
    }

    /// <summary>The only zone a funnel itself uses is that of the trend's days; a range names its own.</summary>
    public static EvaluationContext Context(ConformanceCase asked) => new()
    {
        AsOf = asked.AsOf,
        Zone = CaseTimes.Zone(asked.Definition.Member("trend")?.Text("timeZone")),
    };

    private static FunnelStep ReadStep(JsonElement json)
    {
        json.OnlyKnown("step", "event", "where", "optional", "occurrence", "withinSeconds");
        return new FunnelStep
        {
            Events = CaseFilter.Read(json),
            Optional = json.Flag("optional"),
            Occurrence = Enum<FunnelOccurrence>(json, "occurrence"),
            Within = Duration(json, "withinSeconds"),
        };
    }

    private static FunnelExclusion ReadExclusion(JsonElement json)
    {
        json.OnlyKnown("exclusion", "event", "where", "fromStep", "toStep");
        return new FunnelExclusion
        {
            Events = CaseFilter.Read(json),
            FromStep = json.GetProperty("fromStep").GetInt32(),
            ToStep = json.GetProperty("toStep").GetInt32(),
        };
    }

    private static FunnelRange ReadRange(JsonElement json)
    {
        json.OnlyKnown("range", "from", "to", "timeZone", "appliesTo");
        var calendar = new ReportingCalendar(CaseTimes.Zone(json.Text("timeZone")));
        return new FunnelRange
        {
            From = ReadEnd(json.Text("from"), calendar),
            To = ReadEnd(json.Text("to"), calendar),
            AppliesTo = Enum<FunnelRangeScope>(json, "appliesTo"),
        };
    }

    private static DateTimeOffset? ReadEnd(string? text, ReportingCalendar calendar) => text switch
    {
        null => null,
        _ when CaseTimes.IsDate(text) => calendar.StartOf(CaseTimes.Date(text)),
        _ => CaseTimes.Instant(text),
    };

    private static FunnelBreakdown ReadBreakdown(JsonElement json)
    {
        json.OnlyKnown("breakdown", "property", "attribution", "step");
        return new FunnelBreakdown
        {
            Property = Field.Category(json.GetProperty("property").GetString()!),
            Attribution = Enum<FunnelAttribution>(json, "attribution"),
            Step = json.Index("step"),
        };
    }

    private static FunnelHistogram ReadHistogram(JsonElement json)
    {
        json.OnlyKnown("histogram", "fromStep", "toStep", "bins");
        JsonElement bins = json.GetProperty("bins");
        return new FunnelHistogram
        {
            FromStep = json.GetProperty("fromStep").GetInt32(),
            ToStep = json.GetProperty("toStep").GetInt32(),
            Bins = bins.ValueKind == JsonValueKind.String && bins.GetString() == "auto" ? null : bins.GetInt32(),
        };
    }

    private static FunnelTrend ReadTrend(JsonElement json)
    {
        json.OnlyKnown("trend", "interval", "timeZone", "asOf");
        _ = json.Word("interval", "day");
        return new FunnelTrend { ObservedUntil = json.Text("asOf") is { } asOf ? CaseTimes.Instant(asOf) : null };
    }

    private static TimeSpan? Duration(JsonElement json, string name) => json.Ticks(name) is { } ticks ? new TimeSpan(ticks) : null;

    /// <summary>Reads a member of an enumeration from its name in camel case; absent is the default.</summary>
    private static T Enum<T>(JsonElement json, string name)
        where T : struct, Enum
    {
        string? word = json.Text(name);
        foreach (T value in System.Enum.GetValues<T>())
        {
            if (word is null || JsonNamingPolicy.CamelCase.ConvertName(value.ToString()) == word)
            {
                return value;
            }
        }

        throw new FormatException($"'{name}' is '{word}'; {typeof(T).Name} has no such member.");
    }
}
