using System.Text.Json;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>Reads the <c>definition</c> of a funnel case.</summary>
internal static class TwinDefinitionReader
{
    public static TwinDefinition Read(JsonElement json)
    {
        json.OnlyKnown(
            "definition", "steps", "windowSeconds", "order", "ties", "reuse", "entry", "unit", "hold", "exclusions",
            "exclusionEffect", "range", "breakdown", "counting", "histogram", "trend");
        string? unit = json.Text("unit");
        return new TwinDefinition
        {
            Steps = [.. json.Items("steps").Select(ReadStep)],
            WindowTicks = json.Ticks("windowSeconds"),
            Order = json.Word("order", "ordered", "strict", "unordered"),
            Ties = json.Word("ties", "any", "increasing", "input"),
            Reuse = json.Flag("reuse"),
            Entry = json.Word("entry", "any", "first"),
            UnitProperty = unit is null or "user" ? null : unit,
            Hold = [.. json.Items("hold").Select(property => property.GetString()!)],
            Exclusions = [.. json.Items("exclusions").Select(ReadExclusion)],
            TaintedTriesEndEarly = json.Word("exclusionEffect", "remove", "drop") == "drop",
            Range = json.Member("range") is { } range ? ReadRange(range) : null,
            Breakdown = json.Member("breakdown") is { } breakdown ? ReadBreakdown(breakdown) : null,
            CountsTotals = json.Word("counting", "users", "totals") == "totals",
            Histogram = json.Member("histogram") is { } histogram ? ReadHistogram(histogram) : null,
            Trend = json.Member("trend") is { } trend ? ReadTrend(trend) : null,
        };
    }

    private static TwinStep ReadStep(JsonElement json)
    {
        json.OnlyKnown("step", "event", "where", "optional", "occurrence", "withinSeconds");
        return new TwinStep(
            TwinFilter.Read(json),
            json.Flag("optional"),
            json.Word("occurrence", "every", "firstEver", "firstMatching"),
            json.Ticks("withinSeconds"));
    }

    private static TwinExclusion ReadExclusion(JsonElement json)
    {
        json.OnlyKnown("exclusion", "event", "where", "fromStep", "toStep");
        return new TwinExclusion(TwinFilter.Read(json), json.GetProperty("fromStep").GetInt32(), json.GetProperty("toStep").GetInt32());
    }

    private static TwinRange ReadRange(JsonElement json)
    {
        json.OnlyKnown("range", "from", "to", "timeZone", "appliesTo");
        TimeZoneInfo zone = CaseTimes.Zone(json.Text("timeZone"));
        return new TwinRange(
            ReadEnd(json.Text("from"), zone), ReadEnd(json.Text("to"), zone), json.Word("appliesTo", "all", "entry") == "entry");
    }

    private static long? ReadEnd(string? text, TimeZoneInfo zone) => text switch
    {
        null => null,
        _ when CaseTimes.IsDate(text) => TwinDays.FirstInstant(CaseTimes.Date(text), zone),
        _ => CaseTimes.Instant(text).UtcTicks,
    };

    private static TwinBreakdown ReadBreakdown(JsonElement json)
    {
        json.OnlyKnown("breakdown", "property", "attribution", "step");
        return new TwinBreakdown(
            json.GetProperty("property").GetString()!,
            json.Word("attribution", "firstTouch", "lastTouch", "allSteps", "step"),
            json.Index("step"));
    }

    private static TwinHistogramRequest ReadHistogram(JsonElement json)
    {
        json.OnlyKnown("histogram", "fromStep", "toStep", "bins");
        JsonElement bins = json.Member("bins") ?? throw new FormatException("The histogram names no bins.");
        int? count = bins.ValueKind == JsonValueKind.String && bins.GetString() == "auto" ? null : bins.GetInt32();
        return new TwinHistogramRequest(json.GetProperty("fromStep").GetInt32(), json.GetProperty("toStep").GetInt32(), count);
    }

    private static TwinTrendRequest ReadTrend(JsonElement json)
    {
        json.OnlyKnown("trend", "interval", "timeZone", "asOf");
        _ = json.Word("interval", "day");
        string? asOf = json.Text("asOf");
        return new TwinTrendRequest(
            CaseTimes.Zone(json.Text("timeZone")), asOf is null ? null : CaseTimes.Instant(asOf).UtcTicks);
    }
}
