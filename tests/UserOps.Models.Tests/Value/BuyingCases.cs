using System.Globalization;
using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

/// <summary>Runs the cases of the beta-geometric family and of totals of customers through the public doors.</summary>
internal static class BuyingCases
{
    public static JsonObject Fit(ConformanceCase asked) => ValueCases.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "task", "rows", "pre", "penalty", "objective");
        return ValueCases.Fit(BetaGeometricModel.Fit(ValueCases.History(asked), new() { Penalty = asked.Input.Member("penalty")?.GetDouble() ?? 0 }));
    });

    public static JsonObject ModifiedFit(ConformanceCase asked) => ValueCases.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "task", "rows", "pre", "penalty", "objective");
        return ValueCases.Fit(BetaGeometricModel.Fit(
            ValueCases.History(asked),
            new() { Variant = BetaGeometricVariant.AfterEveryPurchase, Penalty = asked.Input.Member("penalty")?.GetDouble() ?? 0 }));
    });

    public static JsonObject RegularFit(ConformanceCase asked) => ValueCases.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "task", "rows", "variant", "k", "k_candidates");
        PurchaseHistory history = ValueCases.History(asked);
        var options = new BetaGeometricOptions { Variant = VariantOf(asked.Input.Word("variant", "bg", "mbg")) };
        if (asked.Input.Index("k") is { } k)
        {
            return ValueCases.Fit(BetaGeometricModel.Fit(history, options with { Regularity = k }));
        }

        BetaGeometricChoice choice = BetaGeometricModel.Choose(history, [.. asked.Input.Items("k_candidates").Select(candidate => candidate.GetInt32())], options);
        return new()
        {
            ["best_k"] = choice.Best.Regularity,
            ["log_likelihood_by_k"] = new JsonObject(choice.Candidates.Select(candidate =>
                KeyValuePair.Create(candidate.Regularity.ToString(CultureInfo.InvariantCulture), (JsonNode?)candidate.Fit.LogLikelihood))),
        };
    });

    public static JsonObject WithoutLeaving(ConformanceCase asked) => ValueCases.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "task", "rows", "pre");
        return ValueCases.Fit(NegativeBinomialModel.Fit(ValueCases.History(asked)));
    });

    public static JsonObject Individual(ConformanceCase asked) => One(asked, ModelOf(asked, BetaGeometricVariant.AfterRepeats));

    public static JsonObject ModifiedIndividual(ConformanceCase asked) => One(asked, ModelOf(asked, BetaGeometricVariant.AfterEveryPurchase));

    public static JsonObject RegularIndividual(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "params", "k", "x", "t_x", "T", "litt");
        return ByVariant(variant =>
        {
            BetaGeometricModel model = ModelOf(asked, variant, asked.Input.GetProperty("k").GetInt32());
            return new()
            {
                ["log_likelihood"] = model.LogLikelihood(CustomerOf(asked), asked.Input.GetProperty("litt").GetDouble()),
                ["probability_alive"] = model.ProbabilityAlive(CustomerOf(asked)),
            };
        });
    }

    public static JsonObject Expectation(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "params", "t");
        BetaGeometricModel model = ModelOf(asked, BetaGeometricVariant.AfterRepeats);
        return new() { ["expected"] = ValueCases.List(asked.Input.Items("t").Select(time => (double?)model.ExpectedPurchases(time.GetDouble()))) };
    }

    public static JsonObject Probabilities(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "params", "t", "n");
        return new() { ["probability"] = ProbabilitiesOf(asked, ModelOf(asked, BetaGeometricVariant.AfterRepeats)) };
    }

    public static JsonObject RegularProbabilities(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "params", "t", "n", "k");
        return ByVariant(variant => new(asked.Input.Items("k").Select(k =>
            KeyValuePair.Create(k.ToString(), (JsonNode?)ProbabilitiesOf(asked, ModelOf(asked, variant, k.GetInt32()))))));
    }

    /// <summary>Runs totals of either model; which one it is shows in its parameters.</summary>
    public static JsonObject Totals(ConformanceCase asked) => Totals(
        asked,
        asked.Input.GetProperty("params").Member("beta") is null ? ModelOf(asked, BetaGeometricVariant.AfterRepeats) : new ParetoNbdModel(new()
        {
            Version = 1,
            R = ValueCases.Parameter(asked, "r"),
            Alpha = ValueCases.Parameter(asked, "alpha"),
            S = ValueCases.Parameter(asked, "s"),
            Beta = ValueCases.Parameter(asked, "beta"),
        }));

    public static JsonObject FrequencyBins(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "params", "bins");
        string[] names = [.. asked.Input.Items("bins").Select(name => name.GetString()!)];
        PurchaseFrequencies frequencies = ModelOf(asked, BetaGeometricVariant.AfterRepeats).Frequencies(ValueCases.History(asked), names.Length);
        Assert.Equal(names, frequencies.Bins.Select(bin => bin.ToString()));
        return new()
        {
            ["expected"] = ValueCases.List(frequencies.Bins.Select(bin => (double?)bin.Expected)),
            ["actual"] = ValueCases.List(frequencies.Bins.Select(bin => (double?)bin.Actual)),
        };
    }

    private static JsonObject Totals(ConformanceCase asked, IPurchaseModel model)
    {
        asked.Input.OnlyKnown("input", "params", "horizon");
        double horizon = asked.Input.GetProperty("horizon").GetDouble();
        CohortTotals totals = model.Totals(ValueCases.History(asked), horizon);
        return new()
        {
            [string.Create(CultureInfo.InvariantCulture, $"sum_expected_transactions_{horizon}")] = totals.ExpectedPurchases,
            ["sum_probability_alive"] = totals.Alive,
            ["sum_expected_in_sample"] = totals.ExpectedSoFar,
            [string.Create(CultureInfo.InvariantCulture, $"sum_expected_to_T_plus_{horizon}")] = totals.ExpectedByHorizon,
        };
    }

    private static JsonObject One(ConformanceCase asked, BetaGeometricModel model)
    {
        asked.Input.OnlyKnown("input", "params", "x", "t_x", "T", "horizon");
        return new()
        {
            ["log_likelihood"] = model.LogLikelihood(CustomerOf(asked)),
            ["probability_alive"] = model.ProbabilityAlive(CustomerOf(asked)),
            ["expected_transactions"] = model.ExpectedPurchases(CustomerOf(asked), asked.Input.GetProperty("horizon").GetDouble()),
        };
    }

    private static JsonArray ProbabilitiesOf(ConformanceCase asked, BetaGeometricModel model)
        => ValueCases.List(asked.Input.Items("n").Select(n => (double?)model.ProbabilityOf(n.GetInt32(), asked.Input.GetProperty("t").GetDouble())));

    private static JsonObject ByVariant(Func<BetaGeometricVariant, JsonObject> answer)
        => new() { ["bg"] = answer(BetaGeometricVariant.AfterRepeats), ["mbg"] = answer(BetaGeometricVariant.AfterEveryPurchase) };

    private static BetaGeometricVariant VariantOf(string word) => word == "bg" ? BetaGeometricVariant.AfterRepeats : BetaGeometricVariant.AfterEveryPurchase;

    private static PurchaseRecord CustomerOf(ConformanceCase asked)
        => new(asked.Input.GetProperty("x").GetInt32(), asked.Input.GetProperty("t_x").GetDouble(), asked.Input.GetProperty("T").GetDouble());

    private static BetaGeometricModel ModelOf(ConformanceCase asked, BetaGeometricVariant variant, int regularity = 1) => new(new()
    {
        Version = 1,
        Variant = variant,
        Regularity = regularity,
        R = ValueCases.Parameter(asked, "r"),
        Alpha = ValueCases.Parameter(asked, "alpha"),
        A = ValueCases.Parameter(asked, "a"),
        B = ValueCases.Parameter(asked, "b"),
    });
}
