using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

/// <summary>Runs the cases of <c>value.json</c> about spends through the public doors.</summary>
internal static class SpendCases
{
    public static JsonObject Fit(ConformanceCase asked) => ValueCases.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "task", "rows");
        return ValueCases.Fit(asked.Body.Member("data") is { } data ? OfFile(data) : OfRows(asked.Input.GetProperty("rows")));
    });

    public static JsonObject Expected(ConformanceCase asked) => ValueCases.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "params", "x", "monetary_value");
        GammaGammaModel model = ModelOf(asked.Input.GetProperty("params"));
        IEnumerable<double?> spends = asked.Input.Items("x").Zip(asked.Input.Items("monetary_value"), (x, m) => model.ExpectedSpend(x.GetInt32(), m.GetDouble()).Value);
        return new JsonObject
        {
            ["expected"] = ValueCases.List(spends),
            ["population_mean"] = model.PopulationMean.Value,
        };
    });

    public static JsonObject LifetimeValue(ConformanceCase asked) => ValueCases.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "bgnbd", "gamma_gamma", "rows", "months", "monthly_discount_rate", "time_units_per_month");
        JsonElement[] rows = [.. asked.Input.Items("rows")];
        CustomerLifetimeValueResult result = new CustomerLifetimeValueModel(new()
        {
            Periods = asked.Input.GetProperty("months").GetInt32(),
            PeriodLength = asked.Input.GetProperty("time_units_per_month").GetDouble(),
            DiscountRate = asked.Input.GetProperty("monthly_discount_rate").GetDouble(),
        }).Evaluate(HistoryOf(rows), PurchasesOf(asked.Input.GetProperty("bgnbd")), ModelOf(asked.Input.GetProperty("gamma_gamma")));
        return new JsonObject
        {
            ["clv"] = ValueCases.List(rows.Select((_, row) => result.ValueAt(row).Value)),
            ["expected_spend"] = result.ExpectedSpendAt(0).Value,
            ["expected_transactions"] = result.ExpectedPurchases[0],
        };
    });

    private static PurchaseHistory HistoryOf(JsonElement[] rows)
    {
        Assert.All(rows, row => row.OnlyKnown("row", "x", "t_x", "T", "monetary_value"));
        return PurchaseHistory.Of([.. rows.Select(row => row.GetProperty("x").GetInt32())], Column("t_x"), Column("T"), meanSpends: Column("monetary_value"));

        double[] Column(string name) => [.. rows.Select(row => row.GetProperty(name).GetDouble())];
    }

    private static BetaGeometricModel PurchasesOf(JsonElement parameters)
    {
        parameters.OnlyKnown("parameters", "r", "alpha", "a", "b");
        return new(new()
        {
            Version = 1,
            Variant = BetaGeometricVariant.AfterRepeats,
            Regularity = 1,
            R = parameters.GetProperty("r").GetDouble(),
            Alpha = parameters.GetProperty("alpha").GetDouble(),
            A = parameters.GetProperty("a").GetDouble(),
            B = parameters.GetProperty("b").GetDouble(),
        });
    }

    private static GammaGammaModel ModelOf(JsonElement parameters)
    {
        parameters.OnlyKnown("parameters", "p", "q", "v");
        return new(new()
        {
            Version = 1,
            P = parameters.GetProperty("p").GetDouble(),
            Q = parameters.GetProperty("q").GetDouble(),
            V = parameters.GetProperty("v").GetDouble(),
        });
    }

    // Through the history, which leaves out who never bought again: that is the filter of the case.
    private static ValueFit<GammaGammaModel> OfFile(JsonElement data)
    {
        data.OnlyKnown("data", "file", "columns", "filter");
        data.Word("filter", "frequency > 0");
        return GammaGammaModel.Fit(PublicSummaries.Read(data.Text("file")!));
    }

    private static ValueFit<GammaGammaModel> OfRows(JsonElement rows)
    {
        rows.OnlyKnown("rows", "frequency", "monetary_value", "weight");
        return GammaGammaModel.Fit(
            (int[])[.. rows.Items("frequency").Select(Whole)],
            ValueCases.Numbers(rows.GetProperty("monetary_value")),
            rows.Member("weight") is { } weights ? ValueCases.Numbers(weights) : []);
    }

    // A number of purchases that is not whole cannot be given to the library at all.
    private static int Whole(JsonElement purchases) => double.IsInteger(purchases.GetDouble())
        ? (int)purchases.GetDouble()
        : throw new ArgumentException($"The frequency {purchases.GetRawText()} is no whole number.", nameof(purchases));
}
