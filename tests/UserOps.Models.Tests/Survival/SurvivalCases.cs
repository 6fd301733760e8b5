using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Survival;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Survival;

/// <summary>Runs the cases of <c>survival.json</c> about curves and tests through the public doors.</summary>
internal static class SurvivalCases
{
    public static JsonObject Table(ConformanceCase asked) => CaseRows.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "rows");
        SurvivalCurve curve = new KaplanMeierModel().Evaluate(RowsOf(asked)).Curve;
        SurvivalPoint[] points = [.. curve.Points];
        return new JsonObject
        {
            ["time"] = Numbers(points.Select(point => (double?)point.Time)),
            ["at_risk"] = Numbers(points.Select(point => (double?)point.AtRisk)),
            ["events"] = Numbers(points.Select(point => (double?)point.Events)),
            ["survival"] = Numbers(points.Select(point => (double?)point.Survival)),
            ["std_error"] = Numbers(points.Select(point => point.StandardError.Value)),
            ["median"] = curve.Median.Time.Value,
            ["survival_at"] = SurvivalAt(asked, curve),
        };
    });

    public static JsonObject Band(ConformanceCase asked) => CaseRows.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "rows", "conf_type", "level", "times");
        SurvivalCurve curve = new KaplanMeierModel(BandOf(asked.Input)).Evaluate(RowsOf(asked)).Curve;
        SurvivalPoint[] points = [.. asked.Input.Items("times").Select(time => curve.At(time.GetDouble()))];
        return new JsonObject
        {
            ["time"] = Numbers(points.Select(point => (double?)point.Time)),
            ["at_risk"] = Numbers(points.Select(point => (double?)point.AtRisk)),
            ["survival"] = Numbers(points.Select(point => (double?)point.Survival)),
            ["std_error"] = Numbers(points.Select(point => point.StandardError.Value)),
            ["lower"] = Numbers(points.Select(point => point.Interval.Value?.Low)),
            ["upper"] = Numbers(points.Select(point => point.Interval.Value?.High)),
        };
    });

    public static JsonObject Quantiles(ConformanceCase asked) => CaseRows.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "rows", "conf_type", "level", "quantile");
        SurvivalCurve curve = new KaplanMeierModel(BandOf(asked.Input)).Evaluate(RowsOf(asked)).Curve;
        SurvivalQuantile[] quantiles = [.. asked.Input.Items("quantile").Select(share => curve.Quantile(share.GetDouble()))];
        return new JsonObject
        {
            ["quantile"] = Numbers(quantiles.Select(quantile => quantile.Time.Value)),
            ["lower"] = Numbers(quantiles.Select(quantile => quantile.Lower.Value)),
            ["upper"] = Numbers(quantiles.Select(quantile => quantile.Upper.Value)),
        };
    });

    public static JsonObject Hazard(ConformanceCase asked) => CaseRows.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "rows", "times", "variance");
        HazardCurve curve = new NelsonAalenModel().Evaluate(RowsOf(asked)).Curve;
        HazardPoint[] points = [.. asked.Input.Items("times").Select(time => curve.At(time.GetDouble()))];
        return new JsonObject
        {
            ["time"] = Numbers(points.Select(point => (double?)point.Time)),
            ["cumhaz"] = Numbers(points.Select(point => (double?)point.CumulativeHazard)),
            ["std_error"] = Numbers(points.Select(point => (double?)point.StandardError)),
        };
    });

    public static JsonObject RestrictedMean(ConformanceCase asked) => CaseRows.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "rows", "tau");
        RestrictedMean mean = new KaplanMeierModel().Evaluate(RowsOf(asked)).Curve.RestrictedMean(asked.Input.GetProperty("tau").GetDouble());
        return new JsonObject { ["rmst"] = mean.Mean, ["se"] = mean.StandardError };
    });

    public static JsonObject LogRank(ConformanceCase asked) => CaseRows.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "rows", "group", "rho", "strata");
        LogRankResult result = new LogRankModel(new() { Rho = asked.Input.Member("rho")?.GetDouble() ?? 0 }).Evaluate(RowsOf(asked));
        return new JsonObject
        {
            ["observed"] = Numbers(result.Groups.Select(group => (double?)group.Observed)),
            ["expected"] = Numbers(result.Groups.Select(group => (double?)group.Expected)),
            ["chisq"] = result.Statistic.Value,
            ["df"] = result.DegreesOfFreedom,
            ["p"] = result.PValue.Value,
        };
    });

    private static KaplanMeierDefinition BandOf(JsonElement input) => new()
    {
        Interval = input.Word("conf_type", "plain", "log", "log-log") switch
        {
            "plain" => SurvivalIntervalKind.Plain,
            "log" => SurvivalIntervalKind.Log,
            _ => SurvivalIntervalKind.LogLog,
        },
        Level = input.GetProperty("level").GetDouble(),
    };

    private static SurvivalTable RowsOf(ConformanceCase asked) => asked.Body.Member("data") is { } data ? OfFile(data, asked.Input) : CaseRows.Of(asked.Input);

    private static SurvivalTable OfFile(JsonElement data, JsonElement input)
    {
        data.OnlyKnown("data", "file", "columns", "filter");
        JsonElement columns = data.GetProperty("columns");
        columns.OnlyKnown("columns", "time", "event");
        string time = columns.Text("time")!;
        string ended = columns.Text("event")!;
        IEnumerable<IReadOnlyDictionary<string, string?>> rows = PublicTable.Read(data.Text("file")!).Where(FilterOf(data.Text("filter")));
        return SurvivalTable.FromRows(rows, map =>
        {
            map.Time(row => row.Number(time)).Event(row => row[ended] == "1");
            if (input.Text("group") is { } group)
            {
                map.Group(row => row[group]);
            }

            if (input.Text("strata") is { } stratum)
            {
                map.Stratum(row => row[stratum]);
            }
        });
    }

    // "group = 6-MP" or "inst not missing".
    private static Func<IReadOnlyDictionary<string, string?>, bool> FilterOf(string? filter)
    {
        if (filter is null)
        {
            return _ => true;
        }

        return filter.Split(' ') switch
        {
            [var column, "not", "missing"] => row => row[column] is not null,
            [var column, "=", .. var words] when string.Join(' ', words) is var value => row => row[column] == value,
            _ => throw new FormatException($"This runner does not know the filter '{filter}'."),
        };
    }

    private static JsonObject SurvivalAt(ConformanceCase asked, SurvivalCurve curve)
    {
        var answer = new JsonObject();
        foreach (JsonProperty at in asked.Expected.Member("survival_at")?.EnumerateObject() ?? default)
        {
            answer[at.Name] = curve.SurvivalAt(double.Parse(at.Name, CultureInfo.InvariantCulture));
        }

        return answer;
    }

    private static JsonArray Numbers(IEnumerable<double?> numbers) => [.. numbers.Select(number => (JsonNode?)number)];
}
