using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;
using UserOps.Models.Tests.Survival;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

/// <summary>What the runners of area <c>value</c> share: the rows of a fit, and what is said of one.</summary>
internal static class ValueCases
{
    private static readonly string[] RowColumns = ["frequency", "recency", "T", "monetary_value", "periods", "weight"];

    /// <summary>Reads the history of a fit or of totals: rows of the case, a summary, or a log of purchases.</summary>
    /// <remarks>A frequency that is no whole number cannot be given to the library at all; it is refused here.</remarks>
    public static PurchaseHistory History(ConformanceCase asked)
    {
        if (asked.Body.Member("data")?.Text("file") == "cdnow-sample.csv")
        {
            Assert.Equal(
                "merge same-day purchases; calibration end 1997-09-30; weeks = days/7; litt = sum of ln(inter-purchase weeks)",
                asked.Body.GetProperty("data").Text("pre"));
            return CdnowSample.Weeks(new DateOnly(1997, 9, 30));
        }

        IReadOnlyDictionary<string, double[]> columns = Columns(asked);
        double times = asked.Input.Text("pre") switch
        {
            null or "group identical rows, weight = count" => 1, // equal rows are joined by the fit itself; a test of its own gives them joined
            "multiply recency and T by 7 (weeks to days)" => 7,
            var pre => throw new FormatException($"This runner does not know the preparation '{pre}'."),
        };
        int[] frequencies = [.. columns["frequency"].Select(Whole)];
        return PurchaseHistory.Of(
            frequencies,
            [.. columns.TryGetValue("recency", out double[]? recency) ? recency.Select(value => value * times) : new double[frequencies.Length]],
            [.. columns["T"].Select(value => value * times)],
            weights: columns.GetValueOrDefault("weight"));
    }

    /// <summary>Reads the columns of a case, its own or of a public data set, by the names of the cases; a missing number is NaN.</summary>
    public static IReadOnlyDictionary<string, double[]> Columns(ConformanceCase asked)
    {
        if (asked.Body.Member("data") is not { } data)
        {
            JsonElement rows = asked.Input.GetProperty("rows");
            rows.OnlyKnown("rows", RowColumns);
            return rows.EnumerateObject().ToDictionary(column => column.Name, column => Numbers(column.Value));
        }

        data.OnlyKnown("data", "file", "columns");
        JsonElement columns = data.GetProperty("columns");
        columns.OnlyKnown("columns", RowColumns);
        IReadOnlyList<IReadOnlyDictionary<string, string?>> table = PublicTable.Read(data.Text("file")!);
        return columns.EnumerateObject().ToDictionary(
            column => column.Name,
            column => table.Select(row => row.Number(column.Value.GetString()!) ?? double.NaN).ToArray());
    }

    /// <summary>Reads an array of numbers; null is NaN.</summary>
    public static double[] Numbers(JsonElement array)
        => [.. array.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble())];

    /// <summary>Says of a fit what cases ask.</summary>
    public static JsonObject Fit<TModel>(ValueFit<TModel> fit)
        where TModel : class => new()
        {
            ["status"] = fit.Status switch
            {
                ValueFitStatus.Converged => "converged",
                ValueFitStatus.NotIdentified => "not-identified",
                _ => "iteration-limit",
            },
            ["params"] = ByName(fit, parameter => parameter.Value.Value),
            ["standard_errors"] = ByName(fit, parameter => parameter.StandardError.Value),
            ["identified"] = ByName(fit, parameter => parameter.IsIdentified),
            ["log_likelihood"] = fit.LogLikelihood,
            ["log_likelihood_supremum"] = fit.LogLikelihood,
        };

    /// <summary>Gives an answer, or the refusal in its place.</summary>
    public static JsonObject Answered(Func<JsonObject> answer)
    {
        try
        {
            return answer();
        }
        catch (ArgumentException refused)
        {
            return new JsonObject { ["refused"] = new JsonArray("invalid-argument"), ["argument"] = refused.ParamName };
        }
    }

    /// <summary>Reads a number of the parameters of the input.</summary>
    public static double Parameter(ConformanceCase asked, string name) => asked.Input.GetProperty("params").GetProperty(name).GetDouble();

    /// <summary>Makes a list of numbers; one that is none is null.</summary>
    public static JsonArray List(IEnumerable<double?> numbers) => [.. numbers.Select(number => (JsonNode?)number)];

    /// <summary>Reads a number of purchases; one that is not whole cannot be given to the library at all, and is refused here.</summary>
    public static int Whole(double frequency) => double.IsInteger(frequency)
        ? (int)frequency
        : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The frequency {frequency} is no whole number."), nameof(frequency));

    private static JsonObject ByName<TModel, TValue>(ValueFit<TModel> fit, Func<ParameterEstimate, TValue> value)
        where TModel : class => new(fit.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)JsonValue.Create(value(parameter)))));
}
